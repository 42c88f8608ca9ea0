//! `POST /activities/{id}/settle`: posting what everybody in the roster earned, all in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, activities, attendances, rulebooks, shifts};
use linli_domain::activities::{Activity, Attended, Reviewer, Settled, lookback, settle};
use linli_domain::ids::{ActivityId, ResidentId};
use linli_domain::ledger::Wallet;
use linli_domain::points::Points;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::{SettledJson, Settlement};
use crate::acting::{Acting, Change};
use crate::activities::ActivityJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Empty;
use crate::ledger::post_awards;
use crate::problem::{Kind, Problem};
use crate::rulebooks::{Lookbacks, lock_records};

/// The wallets of a roster.
type Wallets = BTreeMap<ResidentId, Wallet>;

/// Settle a roster
///
/// Once the last shift is over and it is recorded who came to each, by the desk or a social worker, but not by who proposed the
/// activity, wrote the roster, checked somebody in or out by hand, or stands in it. All awards are posted, or none.
#[utoipa::path(
    tag = "roster",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = Settlement)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ReviewerIsOrganiser, Kind::ReviewerIsRecorder, Kind::ReviewerInRoster,
            Kind::ShiftNotOver, Kind::ShiftNotRecorded, Kind::NoRulebookInForce,
        ])),
    ),
)]
#[post("/activities/{id}/settle")]
pub async fn settle_activity(
    by: By<Guides>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&settle_roster(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

/// Settles a roster; the number of statements does not grow with the people in it.
pub(crate) async fn settle_roster(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ActivityId,
) -> Result<Settlement, Problem> {
    let community = acting.community;
    let before = activities::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    attendances::share_people(connection, community, id).await?;
    let attended = attendances::to_settle(connection, community, id).await?;
    let reviewer = Reviewer { user: who.user, resident: who.resident };
    let shifts = shifts::of(connection, community, &[id]).await?;
    let activity = before.clone().settled(reviewer, (&shifts, &attended), acting.now)?;
    let (results, wallets) = decide(connection, acting, &activity, &attended).await?;
    let posted = post_awards(connection, acting, results, &wallets, Settled::posting).await?;
    attendances::store_results(connection, community, &posted).await?;
    activities::update(connection, community, &activity).await?;
    let results: Vec<SettledJson> = posted.iter().map(|(settled, _)| settled.into()).collect();
    let awarded = posted.iter().filter(|(_, transfer)| transfer.is_some()).count();
    let names = activities::names(connection, community, &activity).await?;
    let settlement = Settlement {
        activity: ActivityJson::of(&activity, &names, &shifts),
        awarded,
        not_awarded: results.len().saturating_sub(awarded),
        total_points: results.iter().map(|result| result.points).sum::<Points>(),
        results,
    };
    let counts = json!({
        "state": activity.state,
        "awarded": settlement.awarded,
        "not_awarded": settlement.not_awarded,
        "total_points": settlement.total_points,
    });
    let change = Change::changed("activity.settle", &json!({ "state": before.state }), &counts);
    acting.audit(connection, id, change).await?;
    Ok(settlement)
}

/// What each attendance earns. Wallets and budgets stay locked from before the earlier awards are read until the new ones
/// are posted, so that two rosters settled at once cannot both use what a cap or a budget has left.
async fn decide(
    connection: &mut Connection,
    acting: &Acting,
    activity: &Activity,
    attended: &[Attended],
) -> Result<(Vec<Settled>, Wallets), Problem> {
    let community = acting.community;
    let timezone = own_community(connection, community).await?.timezone;
    let span = (activity.starts_at, activity.ends_at);
    let versions = rulebooks::in_force_between(connection, community, span).await?;
    let lookback = lookback(activity, &versions, attended, timezone)?;
    let since = Lookbacks::from([(activity.rule_code.clone(), lookback)]);
    let people: BTreeSet<ResidentId> = attended.iter().map(|one| one.resident).collect();
    let people: Vec<ResidentId> = people.into_iter().collect();
    let (records, wallets) = lock_records(connection, (community, timezone), &people, &since).await?;
    Ok((settle(activity, &versions, attended, records)?, wallets))
}
