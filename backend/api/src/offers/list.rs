//! `GET /offers`: the list.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::offers;
use linli_domain::ids::PartnerId;
use linli_domain::offers::OfferState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::OfferJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which offers.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OfferParams {
    /// Of this partner.
    partner_id: Option<PartnerId>,
    /// In this state.
    state: Option<OfferState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Offers
///
/// The newest first. What is not on offer is seen by its partner's managers and the desk only.
#[utoipa::path(
    tag = "offers",
    params(OfferParams),
    responses((status = 200, body = ListOf<OfferJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/offers")]
pub async fn list_offers(
    by: By<Anyone>,
    Params(params): Params<OfferParams>,
    app: Data<App>,
) -> Result<Json<ListOf<OfferJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = offers::Filter {
        partner: params.partner_id,
        state: params.state,
        besides_on_offer: by.principal.managed_partners(),
    };
    let page = offers::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |offer| OfferJson::from(&offer))))
}
