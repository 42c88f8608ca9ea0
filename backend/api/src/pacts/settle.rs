//! `POST /pacts/{id}/settle`: posting what the households of a building earned, all in one transaction.

use std::collections::BTreeMap;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use chrono_tz::Tz;
use linli_db::pacts::{self, MarkAt};
use linli_db::{Connection, residents, rulebooks};
use linli_domain::Refusal;
use linli_domain::ids::{HouseholdId, PactId, ResidentId, TransferId};
use linli_domain::ledger::Wallet;
use linli_domain::pacts::{
    Kept, Mark, Pact, SettledMark, Settlement, Settler, lookback, pact_rule, recipient, settle,
};
use linli_domain::points::Points;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::{PactResult, PactSettlement, PactSettling};
use super::record::show;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Text;
use crate::ledger::post_awards;
use crate::problem::{Kind, Problem};
use crate::rulebooks::{Lookbacks, lock_records};

/// The wallets of the households.
type Wallets = BTreeMap<ResidentId, Wallet>;

/// Settle a pact
///
/// Once, when the month is over, by the desk or a social worker, but not by who recorded it, who is block head of the building or
/// who lives in one of the households. Each household that kept the pact earns by the rule in force at the end of the month;
/// its representative gets the points, or else its eldest registered member. All awards are posted, or none. What was settled
/// wrongly is corrected by reversing single transfers.
#[utoipa::path(
    tag = "pacts",
    params(("id" = PactId, Path)),
    request_body = PactSettling,
    responses((status = 200, body = PactSettlement)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::MonthNotOver, Kind::SettlerIsRecorder, Kind::SettlerIsBlockHead,
            Kind::SettlersHousehold, Kind::NoRulebookInForce, Kind::PactNotRuled, Kind::TwoReviewersNeeded,
            Kind::PhotoNeeded,
        ])),
    ),
)]
#[post("/pacts/{id}/settle")]
pub async fn settle_pact(
    by: By<Guides>,
    id: Path<PactId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &PactSettling| {
        Reply::ok(&settle_pact_of(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

/// Settles a pact; the number of statements does not grow with the households in it.
pub(crate) async fn settle_pact_of(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, how): (PactId, &PactSettling),
) -> Result<PactSettlement, Problem> {
    let community = acting.community;
    let pact = pacts::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let timezone = own_community(connection, community).await?.timezone;
    let marks = pacts::marks(connection, community, id).await?;
    check_settler(connection, acting, (who, timezone), (&pact, &marks)).await?;
    let (settlement, results, wallets) = decide(connection, acting, (&pact, &marks, timezone), how).await?;
    let by = (settlement.rulebook, pact.month);
    let posting = |mark: &SettledMark, lapse, id| mark.posting(by, lapse, id);
    let posted = post_awards(connection, acting, results, &wallets, posting).await?;
    pacts::settle(connection, community, (id, &settlement), &posted).await?;
    let done = told(connection, acting, (&pact, &settlement), (&marks, &posted)).await?;
    let counts = json!({
        "building_id": pact.building, "month": pact.month, "rule_code": settlement.rule_code,
        "awarded": done.awarded, "not_awarded": done.not_awarded, "total_points": done.total_points,
    });
    acting.audit(connection, id, Change::made("pact.settle", &counts)).await?;
    Ok(done)
}

async fn check_settler(
    connection: &mut Connection,
    acting: &Acting,
    (who, timezone): (&Principal, Tz),
    (pact, marks): (&Pact, &[MarkAt]),
) -> Result<(), Problem> {
    let household = match who.resident {
        Some(resident) => residents::find(connection, acting.community, resident).await?,
        None => None,
    };
    let household = household.map(|resident| resident.household);
    let settler = Settler { user: who.user, household, buildings: &who.buildings };
    let marks: Vec<Mark> = marks.iter().map(|one| one.mark.clone()).collect();
    Ok(pact.check_settling(settler, &marks, timezone, acting.now)?)
}

/// What each household earns, and how. Its members stay registered, and the wallets of all their members stay locked from before the earlier awards are read
/// until the new ones are posted.
async fn decide(
    connection: &mut Connection,
    acting: &Acting,
    (pact, marks, timezone): (&Pact, &[MarkAt], Tz),
    how: &PactSettling,
) -> Result<(Settlement, Vec<SettledMark>, Wallets), Problem> {
    let at = pact.month.last_moment(timezone);
    let version = rulebooks::in_force(connection, acting.community, at).await?;
    let version = version.ok_or(Refusal::NoRulebookInForce)?;
    let named = how.rule_code.as_ref().map(Text::as_str);
    let rule = pact_rule(&version.book, named).map_err(at_rule)?;
    let since = Lookbacks::from([(rule.code.clone(), lookback(&version, rule, pact.month)?)]);
    let kept = kept(connection, acting, marks).await?;
    let people: Vec<ResidentId> = kept.iter().filter_map(|one| Some(one.recipient?.0)).collect();
    let (records, wallets) = lock_records(connection, (acting.community, timezone), &people, &since).await?;
    let results = settle((&version, rule), pact.month, &kept, records)?;
    let (by, at, rule_code) = (acting.user()?, acting.now, rule.code.clone());
    Ok((Settlement { by, at, rulebook: version.id, rule_code }, results, wallets))
}

fn at_rule(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::PactRuleUnclear { .. }
        | Refusal::TwoReviewersNeeded { .. }
        | Refusal::PhotoNeeded { .. } => Problem::refused_at("rule_code", refusal),
        refusal => refusal.into(),
    }
}

/// The households that kept the pact, each with who gets what it earns.
async fn kept(connection: &mut Connection, acting: &Acting, marks: &[MarkAt]) -> Result<Vec<Kept>, Problem> {
    let kept: Vec<&MarkAt> = marks.iter().filter(|one| one.mark.kept).collect();
    let households: Vec<HouseholdId> = kept.iter().map(|one| one.mark.household).collect();
    let members = residents::share_members(connection, acting.community, &households).await?;
    let with_recipient = |one: &&MarkAt| {
        let family = members.get(&one.mark.household).map_or(&[][..], Vec::as_slice);
        let recipient = recipient(one.representative, family);
        Kept { mark: one.mark.id, household: one.mark.household, recipient }
    };
    Ok(kept.iter().map(with_recipient).collect())
}

/// The answer.
async fn told(
    connection: &mut Connection,
    acting: &Acting,
    (pact, settlement): (&Pact, &Settlement),
    (marks, posted): (&[MarkAt], &[(SettledMark, Option<TransferId>)]),
) -> Result<PactSettlement, Problem> {
    let doors: BTreeMap<HouseholdId, &str> =
        marks.iter().map(|one| (one.mark.household, one.door.as_str())).collect();
    let result = |(settled, _): &(SettledMark, _)| {
        let door = doors.get(&settled.kept.household).copied().unwrap_or_default();
        PactResult::of(settled, door.to_owned())
    };
    let results: Vec<PactResult> = posted.iter().map(result).collect();
    let awarded = posted.iter().filter(|(_, transfer)| transfer.is_some()).count();
    Ok(PactSettlement {
        pact: show(connection, acting, pact).await?,
        rulebook_id: settlement.rulebook,
        awarded,
        not_awarded: results.len().saturating_sub(awarded),
        total_points: results.iter().map(|result| result.points).sum::<Points>(),
        results,
    })
}
