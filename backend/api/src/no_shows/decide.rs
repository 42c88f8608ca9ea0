//! `POST /no-shows/{id}/decide`: deciding about an appeal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger, no_shows, residents, rulebooks};
use linli_domain::calendar::start_of_year;
use linli_domain::ids::{NoShowId, TransferId};
use linli_domain::ledger::Correction;
use linli_domain::no_shows::{Decision, Missed, NoShow, no_longer_borne, year_of};
use linli_domain::notices::NoticeContent;
use linli_domain::points::Points;
use linli_domain::residents::Own;
use linli_domain::roles::Principal;

use super::appeal::{facts, show};
use super::json::{NewDecision, NoShowJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::ledger::{lapse_of_today, post_all};
use crate::notices::tell_all;
use crate::problem::{Kind, Problem};

/// Decide about an appeal
///
/// Once, by the desk, but not by who marked the no-show, filed the appeal or is the resident. If it is granted, the mark does
/// not count any more, and what was deducted is given back: for it, or for the latest of the year that costs nothing without it.
#[utoipa::path(
    tag = "no_shows",
    params(("id" = NoShowId, Path)),
    request_body = NewDecision,
    responses((status = 200, body = NoShowJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotAppealed, Kind::AlreadyDecided, Kind::DeciderIsMarker, Kind::DeciderIsAppellant,
            Kind::OwnWallet,
        ])),
    ),
)]
#[post("/no-shows/{id}/decide")]
pub async fn decide_no_show(
    by: By<Desk>,
    id: Path<NoShowId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewDecision| {
        Reply::ok(&decide(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn decide(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (NoShowId, &NewDecision),
) -> Result<NoShowJson, Problem> {
    let before = no_shows::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let note = new.note.as_str().to_owned();
    let decision = Decision { verdict: new.verdict, note, by: who.user, at: acting.now };
    let own = residents::own(connection, acting.community, who.resident).await?;
    let after = before.clone().decide(decision, &own)?;
    no_shows::update(connection, acting.community, &after).await?;
    let shown = show(connection, acting, id).await?;
    let points = if after.is_granted() {
        give_back_all(connection, acting, (&after, shown.starts_at), new.note.as_str()).await?
    } else {
        Points::ZERO
    };
    let content = NoticeContent::NoShowDecided {
        no_show_id: id,
        activity_title: shown.activity_title.clone(),
        verdict: new.verdict,
        note: new.note.as_str().to_owned(),
        points,
    };
    tell_all(connection, acting, [(after.resident, format!("no_show_decided:{id}"), content)]).await?;
    acting.audit(connection, id, Change::changed("no_show.decide", &facts(&before), &facts(&after))).await?;
    Ok(shown)
}

/// Takes back what was deducted for a mark that does not count any more, and the latest deduction that those of the year that
/// are left do not bear; answers the points that came back. The wallet stays locked from before they are counted.
async fn give_back_all(
    connection: &mut Connection,
    acting: &Acting,
    (granted, starts_at): (&NoShow, DateTime<Utc>),
    note: &str,
) -> Result<Points, Problem> {
    let community = acting.community;
    ledger::lock_wallets(connection, community, &[granted.resident]).await?;
    let mut points = Points::ZERO;
    if let Some(transfer) = granted.to_give_back() {
        points = give_back(connection, acting, transfer, note).await?;
    }
    if granted.missed == Missed::Late {
        return Ok(points);
    }
    let timezone = own_community(connection, community).await?.timezone;
    let year = year_of(starts_at, timezone);
    let span = (start_of_year(year, timezone), start_of_year(year.saturating_add(1), timezone));
    let standing = no_shows::standing(connection, community, granted.resident, span).await?;
    let versions = rulebooks::in_force_between(connection, community, span).await?;
    if let Some(transfer) = no_longer_borne(&versions, standing)? {
        let more = give_back(connection, acting, transfer, note).await?;
        points = [points, more].into_iter().sum();
    }
    Ok(points)
}

/// Takes a deduction back, unless staff have done so before; answers the points that came back.
async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    transfer: TransferId,
    note: &str,
) -> Result<Points, Problem> {
    let found = ledger::lock_transfer(connection, acting.community, transfer).await?;
    let (original, wallets) = found.ok_or_else(|| Problem::unexpected("a deduction is gone"))?;
    if original.reversed {
        return Ok(Points::ZERO);
    }
    let lapse = lapse_of_today(connection, acting).await?;
    let correction = Correction { own: Own::default(), lapse, reason: note.to_owned() };
    let postings = correction.reverse(&original, &wallets, || acting.id())?;
    post_all(connection, acting, postings).await?;
    Ok(original.parts.total())
}
