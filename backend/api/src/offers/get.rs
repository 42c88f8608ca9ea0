//! `GET /offers/{id}`: one offer.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::offers;
use linli_domain::ids::OfferId;

use super::json::OfferJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// An offer
///
/// One that is not on offer is seen by its partner's managers and the desk only.
#[utoipa::path(
    tag = "offers",
    params(("id" = OfferId, Path)),
    responses((status = 200, body = OfferJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/offers/{id}")]
pub async fn get_offer(
    by: By<Anyone>,
    id: Path<OfferId>,
    app: Data<App>,
) -> Result<Json<OfferJson>, Problem> {
    let offer = offers::find(&mut *app.connection().await?, by.community(), *id).await?;
    let offer = offer.filter(|offer| by.principal.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    Ok(Json(OfferJson::from(&offer)))
}
