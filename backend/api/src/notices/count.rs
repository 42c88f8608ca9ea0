//! `GET /notices/unread`: how many notices a resident has not read.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::notices;
use linli_domain::ids::ResidentId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::UnreadNotices;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::input::Params;
use crate::problem::Problem;

/// Whose notices.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct UnreadParams {
    /// The resident whom the desk names; the caller unless given.
    resident_id: Option<ResidentId>,
}

/// Unread notices of a resident
///
/// How many they are. For the resident and the desk.
#[utoipa::path(
    tag = "notices",
    params(UnreadParams),
    responses((status = 200, body = UnreadNotices)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/notices/unread")]
pub async fn count_unread_notices(
    by: By<ResidentOrDesk>,
    Params(params): Params<UnreadParams>,
    app: Data<App>,
) -> Result<Json<UnreadNotices>, Problem> {
    let of = by.resident(params.resident_id)?;
    let unread = notices::unread(&mut *app.connection().await?, by.community(), of).await?;
    Ok(Json(UnreadNotices { unread }))
}
