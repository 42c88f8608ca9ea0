//! `GET /slots/{id}`: one slot.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_domain::ids::SlotId;

use super::find_seen;
use super::json::SlotJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A slot
///
/// Whoever sees what takes place in it sees the slot; and so does whoever receives those who have a seat, also once the offer
/// is closed.
#[utoipa::path(
    tag = "slots",
    params(("id" = SlotId, Path)),
    responses((status = 200, body = SlotJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/slots/{id}")]
pub async fn get_slot(by: By<Anyone>, id: Path<SlotId>, app: Data<App>) -> Result<Json<SlotJson>, Problem> {
    let mut connection = app.connection().await?;
    let (slot, _) = find_seen(&mut connection, by.community(), &by.principal, *id).await?;
    Ok(Json(SlotJson::from(&slot)))
}
