//! `POST /award-previews`: what a deed would earn, and why. It changes nothing, and takes no idempotency key.

use actix_web::web::{Data, Json, Payload};
use actix_web::{HttpRequest, post};
use chrono::{DateTime, Utc};
use linli_db::{Connection, residents, rulebooks};
use linli_domain::Refusal;
use linli_domain::ids::CommunityId;
use linli_domain::rulebooks::{Version, award};

use super::question::{AwardPreview, AwardQuestion};
use super::records::{Lookbacks, load_records};
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
use crate::input::{parse, read_body};
use crate::problem::{Kind, Problem};

/// See what a deed would earn
///
/// With a resident, caps count what the resident and the household earned before, and the rule must be for them: for
/// those who may see the resident, and for team leaders. What the budget of a rule has left counts in any case.
#[utoipa::path(
    tag = "rulebooks",
    request_body = AwardQuestion,
    responses((status = 200, body = AwardPreview)),
    extensions(
        ("x-roles" = json!(Anyone::ALLOWED)),
        ("x-reads" = json!(true)),
        ("x-problems" = json!([Kind::NoRulebookInForce, Kind::NotEligible])),
    ),
)]
#[post("/award-previews")]
pub async fn preview_award(
    by: By<Anyone>,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<Json<AwardPreview>, Problem> {
    let asked: AwardQuestion = parse(&read_body(request, payload.into_inner()).await?)?;
    if asked.resident_id.is_some_and(|resident| !by.principal.may_preview_for(resident)) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(preview(&mut *app.connection().await?, by.community(), &asked, by.now).await?))
}

async fn preview(
    connection: &mut Connection,
    community: CommunityId,
    asked: &AwardQuestion,
    now: DateTime<Utc>,
) -> Result<AwardPreview, Problem> {
    let timezone = own_community(connection, community).await?.timezone;
    let (deed, at) = asked.deed(timezone, now)?;
    let version = version(connection, community, asked, at).await?;
    if let Some(resident) = asked.resident_id {
        let found = residents::find(connection, community, resident).await?;
        found.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    }
    let lookback = version.book.lookback(&deed.rule_code, deed.on).map_err(at_fault)?;
    let since = Lookbacks::from([(deed.rule_code.clone(), lookback)]);
    let people: Vec<_> = asked.resident_id.into_iter().collect();
    let records = load_records(connection, (community, timezone), &people, &since).await?;
    let known = match asked.resident_id {
        Some(resident) => records.of(resident)?,
        None => records.of_nobody(),
    };
    let award = award(&version, &deed, &known).map_err(at_fault)?;
    Ok(AwardPreview {
        points: award.points,
        rulebook_id: version.id,
        text: award.explanation.to_string(),
        explanation: award.explanation,
    })
}

fn at_fault(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::UnknownRule { .. } => Problem::refused_at("rule_code", refusal),
        Refusal::UnknownLevel { .. } => Problem::refused_at("level", refusal),
        _ => refusal.into(),
    }
}

async fn version(
    connection: &mut Connection,
    community: CommunityId,
    asked: &AwardQuestion,
    at: DateTime<Utc>,
) -> Result<Version, Problem> {
    if let Some(id) = asked.rulebook_id {
        let found = rulebooks::find(connection, community, id).await?;
        return found.ok_or_else(|| Problem::unknown_reference("rulebook_id"));
    }
    Ok(rulebooks::in_force(connection, community, at).await?.ok_or(Refusal::NoRulebookInForce)?)
}
