//! `GET /claims/{id}`: one claim.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::claims;
use linli_domain::ids::ClaimId;

use super::json::ClaimJson;
use crate::app::App;
use crate::auth::{By, ResidentOrGuides, Roles};
use crate::problem::{Kind, Problem};

/// A claim
///
/// With its photos and what was said about it; for the resident, the desk, the social workers, and the beneficiary whose word
/// counts.
#[utoipa::path(
    tag = "claims",
    params(("id" = ClaimId, Path)),
    responses((status = 200, body = ClaimJson)),
    extensions(("x-roles" = json!(ResidentOrGuides::ALLOWED))),
)]
#[get("/claims/{id}")]
pub async fn get_claim(
    by: By<ResidentOrGuides>,
    id: Path<ClaimId>,
    app: Data<App>,
) -> Result<Json<ClaimJson>, Problem> {
    let found = claims::find_listed(&mut *app.connection().await?, by.community(), *id).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see_claim(&found.claim) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(ClaimJson::shown_to(&by.principal, found)))
}
