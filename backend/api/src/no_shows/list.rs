//! `GET /residents/{id}/no-shows`: when a resident came late or not at all.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::no_shows::{self, Of};
use linli_db::residents;
use linli_domain::ids::ResidentId;

use super::json::NoShowJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// No-shows of a resident
///
/// For the resident, the desk and the social workers; the newest first.
#[utoipa::path(
    tag = "no_shows",
    params(("id" = ResidentId, Path), ListParams),
    responses((status = 200, body = ListOf<NoShowJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/residents/{id}/no-shows")]
pub async fn list_no_shows(
    by: By<Anyone>,
    id: Path<ResidentId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<NoShowJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    residents::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let page = no_shows::list(&mut connection, by.community(), Of::Resident(*id), &slice).await?;
    Ok(Json(list_of(page, NoShowJson::from)))
}
