//! `GET /waiting`: how many things wait, kind by kind.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::waiting;
use linli_domain::pacts::month_to_record;

use super::json::WaitingJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::communities::own_community;
use crate::problem::Problem;

/// What waits
///
/// How many there are of each kind that the caller may list and deal with; what only the desk sees is null for social workers.
#[utoipa::path(
    tag = "waiting",
    responses((status = 200, body = WaitingJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/waiting")]
pub async fn count_waiting(by: By<Guides>, app: Data<App>) -> Result<Json<WaitingJson>, Problem> {
    let mut connection = app.connection().await?;
    let today = own_community(&mut connection, by.community()).await?.day_of(by.now);
    let asked = (month_to_record(today), by.principal.is_desk());
    let waiting = waiting::count(&mut connection, by.community(), asked).await?;
    Ok(Json(WaitingJson::from(waiting)))
}
