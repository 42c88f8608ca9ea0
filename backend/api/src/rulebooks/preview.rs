//! `POST /award-previews`: what a deed would earn, and why. It changes nothing, and takes no idempotency key.

use actix_web::web::{Data, Json, Payload};
use actix_web::{HttpRequest, post};
use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger, residents, rulebooks};
use linli_domain::Refusal;
use linli_domain::calendar::{Period, nearest_moment};
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::rulebooks::{Deed, Earned, Version, award};

use super::json::{AwardPreview, AwardQuestion};
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
use crate::input::{Day, parse, read_body};
use crate::problem::{Kind, Problem};

/// See what a deed would earn
///
/// With a resident, caps count what the resident earned before: for those who may see the resident, and for team
/// leaders.
#[utoipa::path(
    tag = "rulebooks",
    request_body = AwardQuestion,
    responses((status = 200, body = AwardPreview)),
    extensions(
        ("x-roles" = json!(Anyone::ALLOWED)),
        ("x-reads" = json!(true)),
        ("x-problems" = json!([Kind::NoRulebookInForce])),
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
    let version = version(connection, community, asked, now).await?;
    let before = match asked.resident_id {
        Some(resident) => earned_before(connection, community, resident, asked.on).await?,
        None => Vec::new(),
    };
    let deed = Deed {
        rule_code: asked.rule_code.as_str().to_owned(),
        on: asked.on.get(),
        minutes: asked.minutes.map_or(0, |minutes| minutes.get()),
    };
    let unknown = |refusal| Problem::from(refusal).at("rule_code", "管理办法中没有这条规则");
    let award = award(&version, &deed, &before).map_err(unknown)?;
    Ok(AwardPreview {
        points: award.points,
        rulebook_id: version.id,
        text: award.explanation.to_string(),
        explanation: award.explanation,
    })
}

async fn version(
    connection: &mut Connection,
    community: CommunityId,
    asked: &AwardQuestion,
    now: DateTime<Utc>,
) -> Result<Version, Problem> {
    if let Some(id) = asked.rulebook_id {
        let found = rulebooks::find(connection, community, id).await?;
        return found.ok_or_else(|| Problem::unknown_reference("rulebook_id"));
    }
    let timezone = own_community(connection, community).await?.timezone;
    let at = nearest_moment(asked.on.get(), timezone, now);
    let found = rulebooks::in_force(connection, community, at).await?;
    Ok(found.ok_or(Refusal::NoRulebookInForce)?)
}

async fn earned_before(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    on: Day,
) -> Result<Vec<Earned>, Problem> {
    let found = residents::find(connection, community, resident).await?;
    found.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let since = Period::earliest_start(on.get());
    let mut earned = ledger::earned_since(connection, community, &[resident], since).await?;
    Ok(earned.remove(&resident).unwrap_or_default())
}
