//! `GET /residents/{id}`: one resident.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::residents;
use linli_domain::ids::ResidentId;

use super::json::ResidentJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::{Kind, Problem};

/// A resident
///
/// For the desk, the social workers and the resident.
#[utoipa::path(
    tag = "residents",
    params(("id" = ResidentId, Path)),
    responses((status = 200, body = ResidentJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/residents/{id}")]
pub async fn get_resident(
    by: By<Anyone>,
    id: Path<ResidentId>,
    app: Data<App>,
) -> Result<Json<ResidentJson>, Problem> {
    let resident = residents::find(&mut *app.connection().await?, by.community(), *id).await?;
    let resident = resident.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see(resident.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(ResidentJson::from(&resident)))
}
