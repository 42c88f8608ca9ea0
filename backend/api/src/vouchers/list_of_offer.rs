//! `GET /offers/{id}/vouchers`: the vouchers of an offer.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{offers, vouchers};
use linli_domain::ids::{OfferId, ResidentId};
use linli_domain::vouchers::VoucherState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::OfferVoucherJson;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::{Kind, Problem};

/// Which vouchers of an offer.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct OfferVoucherParams {
    /// In this state.
    state: Option<VoucherState>,
    /// Whose. Only the desk names a resident.
    resident_id: Option<ResidentId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The vouchers of an offer
///
/// The newest first. For the desk, and for the managers of its partner, who see no more of the residents than their family
/// names; codes are masked for everybody.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = OfferId, Path), OfferVoucherParams),
    responses((status = 200, body = ListOf<OfferVoucherJson>)),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[get("/offers/{id}/vouchers")]
pub async fn list_offer_vouchers(
    by: By<Managers>,
    id: Path<OfferId>,
    Params(params): Params<OfferVoucherParams>,
    app: Data<App>,
) -> Result<Json<ListOf<OfferVoucherJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let offer = offers::find(&mut connection, by.community(), *id).await?;
    let offer = offer.filter(|offer| by.principal.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    let names_somebody = params.resident_id.is_some() && !by.principal.is_desk();
    if !by.principal.may_manage(offer.partner.id) || names_somebody {
        return Err(Problem::of(Kind::Forbidden));
    }
    let filter =
        vouchers::Filter { offer: Some(offer.id), resident: params.resident_id, state: params.state };
    let page = vouchers::list(&mut connection, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |whole| OfferVoucherJson::shown_to(&by.principal, &whole))))
}
