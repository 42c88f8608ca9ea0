//! `POST /activities/{id}/no-shows`: marking who signed up and came late or not at all.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::no_shows::{self, Of};
use linli_db::{Connection, Slice, activities, ledger, rulebooks};
use linli_domain::activities::Activity;
use linli_domain::calendar::start_of_year;
use linli_domain::ids::{ActivityId, NoShowId, ResidentId, TransferId};
use linli_domain::ledger::{Cause, CauseKind, Correction};
use linli_domain::no_shows::{Absences, Expected, Mark, NoShow, Step, marks, reason, year_of};
use linli_domain::notices::NoticeContent;
use linli_domain::points::Points;
use linli_domain::residents::Own;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::{NoShowJson, NoShows};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Empty;
use crate::ledger::{lapse_of_today, post_all};
use crate::notices::{Told, tell_all};
use crate::problem::{Kind, Problem};

/// Mark no-shows
///
/// Once the roster is settled: who signed up and neither checked in nor stands in the roster was absent; who checked in too long
/// after the beginning was late. How many absences of a year are a notice only, what each after that costs and what is too long
/// says the rule book that was in force. Who is marked is not marked again.
#[utoipa::path(
    tag = "no_shows",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = NoShows)),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([
        Kind::RosterNotSettled, Kind::NoShowsNotRuled, Kind::NoRulebookInForce,
    ]))),
)]
#[post("/activities/{id}/no-shows")]
pub async fn mark_no_shows(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&mark(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn mark(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ActivityId,
) -> Result<NoShows, Problem> {
    // Locked, so that nobody is marked twice.
    let activity =
        activities::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    activity.check_settled()?;
    let expected = no_shows::expected(connection, acting.community, id).await?;
    let marked = decide(connection, acting, &activity, expected).await?;
    let made = deduct(connection, acting, &activity, marked).await?;
    let told = made.iter().map(|(mark, no_show)| notice(&activity, mark, no_show));
    tell_all(connection, acting, told).await?;
    let made: Vec<NoShow> = made.into_iter().map(|(_, no_show)| no_show).collect();
    no_shows::insert_all(connection, acting.community, &made).await?;
    let items = shown(connection, acting, &made).await?;
    let deductions = items.iter().filter(|mark| mark.step == Step::Deduction).count();
    let counts = json!({ "marked": items.len(), "deductions": deductions });
    acting.audit(connection, id, Change::made("activity.mark_no_shows", &counts)).await?;
    Ok(NoShows { items, deductions })
}

/// The new marks with what they are about, in their order.
async fn shown(
    connection: &mut Connection,
    acting: &Acting,
    made: &[NoShow],
) -> Result<Vec<NoShowJson>, Problem> {
    let ids: Vec<NoShowId> = made.iter().map(|mark| mark.id).collect();
    let all = Slice { after: None, limit: i64::try_from(ids.len()).unwrap_or(i64::MAX) };
    let found = no_shows::list(connection, acting.community, Of::These(&ids), &all).await?;
    let mut items: Vec<NoShowJson> = found.items.into_iter().map(NoShowJson::from).collect();
    items.sort_by_key(|item| ids.iter().position(|id| *id == item.id));
    Ok(items)
}

/// What each of those who missed something is marked with. The wallets of all who were expected stay locked from before the
/// earlier absences are counted, so that two activities marked at once do not both count the same.
async fn decide(
    connection: &mut Connection,
    acting: &Acting,
    activity: &Activity,
    expected: Vec<Expected>,
) -> Result<Vec<Mark>, Problem> {
    let timezone = own_community(connection, acting.community).await?.timezone;
    let span = (activity.starts_at, activity.ends_at);
    let versions = rulebooks::in_force_between(connection, acting.community, span).await?;
    let people: BTreeSet<ResidentId> = expected.iter().map(|one| one.resident).collect();
    let people: Vec<ResidentId> = people.into_iter().collect();
    ledger::lock_wallets(connection, acting.community, &people).await?;
    let Some(first) = expected.iter().map(|one| one.starts_at).min() else { return Ok(Vec::new()) };
    let since = start_of_year(year_of(first, timezone), timezone);
    let mut before = Absences::new();
    for (resident, at) in no_shows::absent_since(connection, acting.community, &people, since).await? {
        let count = before.entry((resident, year_of(at, timezone))).or_default();
        *count = count.saturating_add(1);
    }
    Ok(marks(&versions, expected, before, timezone)?)
}

/// Posts what the marks cost, and answers the marks as they are to be stored. Of each resident one at a time: the next is
/// taken from what the one before has left; nobody has more of them than the activity has shifts.
async fn deduct(
    connection: &mut Connection,
    acting: &Acting,
    activity: &Activity,
    marked: Vec<Mark>,
) -> Result<Vec<(Mark, NoShow)>, Problem> {
    let lapse = lapse_of_today(connection, acting).await?;
    let (mut made, marked_by) = (Vec::new(), acting.user()?);
    let mut left: Vec<(Mark, NoShow)> =
        marked.into_iter().map(|mark| (mark, unposted(acting, mark, marked_by))).collect();
    while !left.is_empty() {
        let mut seen = BTreeSet::new();
        let (now, later): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|(mark, _)| mark.cost.is_none() || seen.insert(mark.resident));
        let people: Vec<ResidentId> = seen.into_iter().collect();
        let wallets = ledger::lock_wallets(connection, acting.community, &people).await?;
        let mut postings = Vec::new();
        for (mark, mut no_show) in now {
            if let (Some(cost), Some(wallet)) = (mark.cost, wallets.get(&mark.resident)) {
                let transfer: TransferId = acting.id();
                let cause = Cause::new(CauseKind::NoShow, no_show.id);
                let reason = reason(&activity.title, mark.year, mark.absent);
                let correction = Correction { own: Own::default(), lapse, reason };
                let of = (mark.resident, wallet);
                postings.extend(correction.deduct(of, cost, cause, (acting.id(), transfer))?);
                no_show.transfer = Some(transfer);
            }
            made.push((mark, no_show));
        }
        post_all(connection, acting, postings).await?;
        left = later;
    }
    Ok(made)
}

fn notice(activity: &Activity, mark: &Mark, no_show: &NoShow) -> Told {
    let content = NoticeContent::NoShowMarked {
        no_show_id: no_show.id,
        activity_title: activity.title.clone(),
        missed: mark.missed,
        points: mark.cost.unwrap_or(Points::ZERO),
        year: mark.year,
        absent: mark.absent,
    };
    (mark.resident, format!("no_show:{}", no_show.id), content)
}

fn unposted(acting: &Acting, mark: Mark, marked_by: linli_domain::ids::UserId) -> NoShow {
    NoShow {
        id: acting.id(),
        shift: mark.shift,
        resident: mark.resident,
        missed: mark.missed,
        step: mark.step(),
        transfer: None,
        marked_by,
        marked_at: acting.now,
        appeal: None,
        decision: None,
    }
}
