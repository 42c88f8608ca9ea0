//! `POST /awards`: up to a thousand awards for deeds that were written down elsewhere.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use linli_db::claims::Beside;
use linli_db::{Connection, claims, residents, rulebooks};
use linli_domain::Refusal;
use linli_domain::awards::{Counted, Given, Report, award_each, lookbacks};
use linli_domain::ids::ResidentId;
use linli_domain::residents::Resident;
use linli_domain::rulebooks::{Deed, Version};
use serde_json::json;

use super::json::{AwardOutcome, AwardOutcomes, NewAward, NewAwards};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::ledger::post_awards;
use crate::problem::{Kind, Problem};
use crate::rulebooks::lock_records;

/// The most places that are named when the request makes no sense.
const NAMED: usize = 100;

/// Post awards
///
/// Up to 1,000 at once. Each is worked out as any award is, by the rule book in force at the deed, and counts against caps and
/// budgets for the ones after it. What a rule refuses does not hinder the others, and is told in its place; a request that
/// makes no sense, tells of what is not over yet, or names somebody who does not exist, is refused whole. Rules that ask for two reviewers or for a photo
/// are not awarded this way, and nobody awards a wallet of their own.
#[utoipa::path(
    tag = "awards",
    request_body = NewAwards,
    responses((status = 200, body = AwardOutcomes)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[post("/awards")]
pub async fn create_awards(by: By<Desk>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewAwards| {
        Reply::ok(&award_all(connection, acting, by.principal.resident, &body.items).await?)
    });
    done.await
}

/// Awards them; the number of statements does not grow with them. Residents are locked before wallets, as everywhere.
async fn award_all(
    connection: &mut Connection,
    acting: &Acting,
    own: Option<ResidentId>,
    new: &[NewAward],
) -> Result<AwardOutcomes, Problem> {
    let community = acting.community;
    let timezone = own_community(connection, community).await?.timezone;
    let deeds = deeds(new, timezone, acting.now)?;
    let people = people(connection, acting, new).await?;
    let report = |((new, (deed, at)), resident): ((&NewAward, (Deed, DateTime<Utc>)), Resident)| {
        let note = new.note.clone().map(String::from).unwrap_or_default();
        Report { resident, deed, at, note }
    };
    let reports: Vec<Report> = new.iter().zip(deeds).zip(people).map(report).collect();
    let versions = versions(connection, acting, &reports).await?;
    let since = lookbacks(&versions, &reports);
    let ids: Vec<ResidentId> = reports.iter().map(|report| report.resident.id).collect();
    let (records, wallets) = lock_records(connection, (community, timezone), &ids, &since).await?;
    let own = residents::own(connection, community, own).await?;
    let counted = counted(connection, acting, &ids, &reports).await?;
    let results = reports.iter().zip(award_each(&versions, &reports, (&own, counted), records)).collect();
    let posting = |(report, result): &(&Report, Result<Given, Refusal>), lapse, id| {
        result.as_ref().ok().and_then(|given| given.posting(report, lapse, id))
    };
    let posted = post_awards(connection, acting, results, &wallets, posting).await?;
    let outcome =
        |((report, result), transfer): &((&Report, _), _)| AwardOutcome::of(report, result, *transfer);
    let outcomes = AwardOutcomes::of(posted.iter().map(outcome).collect());
    let after = json!({
        "awarded": outcomes.awarded,
        "not_awarded": outcomes.not_awarded,
        "total_points": outcomes.total_points,
    });
    acting.audit(connection, community, Change::made("community.award", &after)).await?;
    Ok(outcomes)
}

/// The deeds with the moments whose rule books judge them.
fn deeds(new: &[NewAward], timezone: Tz, now: DateTime<Utc>) -> Result<Vec<(Deed, DateTime<Utc>)>, Problem> {
    let deed = |new: &NewAward| {
        let (deed, at) = new.question().deed(timezone, now)?;
        let field = if new.on.is_some() { "on" } else { "starts_at" };
        deed.check_over(timezone, now).map_err(|refusal| Problem::refused_at(field, refusal))?;
        Ok((deed, at))
    };
    all_or_named(new.iter().map(deed))
}

/// Who did them, kept from changing until the transaction ends.
async fn people(
    connection: &mut Connection,
    acting: &Acting,
    new: &[NewAward],
) -> Result<Vec<Resident>, Problem> {
    let cards = new.iter().filter_map(|new| new.card_code.as_ref());
    let by_card = residents::ids_by_card(connection, acting.community, cards).await?;
    let named = new.iter().filter_map(|new| new.resident_id).chain(by_card.into_values());
    let named: Vec<ResidentId> = named.collect();
    let found = residents::share_all(connection, acting.community, &named).await?;
    let by_id: BTreeMap<ResidentId, &Resident> = found.iter().map(|one| (one.id, one)).collect();
    let by_card: BTreeMap<_, &Resident> = found.iter().map(|one| (&one.card, one)).collect();
    let who = |new: &NewAward| match (new.resident_id, &new.card_code) {
        (Some(id), None) => by_id.get(&id).ok_or_else(|| Problem::unknown_reference("resident_id")),
        (None, Some(card)) => by_card.get(card).ok_or_else(|| Problem::unknown_reference("card_code")),
        (Some(_), Some(_)) => Err(Problem::field("card_code", "已填居民，不要再填会员卡号")),
        (None, None) => Err(Problem::field("resident_id", "请填写居民或会员卡号")),
    };
    all_or_named(new.iter().map(|new| who(new).map(|resident| (*resident).clone())))
}

/// All of them, or a problem that names every place that is at fault.
fn all_or_named<T>(all: impl Iterator<Item = Result<T, Problem>>) -> Result<Vec<T>, Problem> {
    let (mut fine, mut wrong) = (Vec::new(), Vec::new());
    for (place, one) in all.enumerate() {
        match one {
            Ok(one) => fine.push(one),
            Err(problem) => wrong.extend(problem.errors.into_iter().map(|error| (place, error))),
        }
    }
    if wrong.is_empty() {
        return Ok(fine);
    }
    let named = wrong.into_iter().take(NAMED);
    Err(named.fold(Problem::of(Kind::InvalidInput), |problem, (place, error)| {
        problem.at(format!("items[{place}].{}", error.field), error.detail)
    }))
}

/// The time that counts for these people already, as far as deeds reach.
async fn counted(
    connection: &mut Connection,
    acting: &Acting,
    people: &[ResidentId],
    reports: &[Report],
) -> Result<Counted, Problem> {
    let spans = || reports.iter().filter_map(|report| report.deed.span());
    let first = spans().map(|(from, _)| from).min();
    let Some(span) = first.zip(spans().map(|(_, to)| to).max()) else { return Ok(Counted::new()) };
    Ok(claims::counted(connection, acting.community, (people, Beside::AllClaims), span).await?)
}

/// The versions in force at some of the deeds.
async fn versions(
    connection: &mut Connection,
    acting: &Acting,
    reports: &[Report],
) -> Result<Vec<Version>, Problem> {
    let moments = || reports.iter().map(|report| report.at);
    let (Some(first), Some(last)) = (moments().min(), moments().max()) else { return Ok(Vec::new()) };
    Ok(rulebooks::in_force_between(connection, acting.community, (first, last)).await?)
}
