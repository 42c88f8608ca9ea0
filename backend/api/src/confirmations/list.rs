//! `GET /confirmations`: the day's list, with what it adds up to.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::confirmations::{DayFilter, list, totals};
use linli_domain::calendar::span_of;
use linli_domain::ids::StoreId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::{ConfirmationJson, ConfirmationsOfDay};
use super::stores_of;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params};
use crate::paging::{Limit, list_of, slice};
use crate::problem::Problem;

/// Which confirmations.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ConfirmationParams {
    /// In this store; in all that the caller sees unless given.
    store_id: Option<StoreId>,
    /// On this day of the community; today unless given.
    day: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The confirmations of a day
///
/// The newest first, with those that were undone; the totals are without them. Merchants see their own stores.
#[utoipa::path(
    tag = "confirmations",
    params(ConfirmationParams),
    responses((status = 200, body = ConfirmationsOfDay)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/confirmations")]
pub async fn list_confirmations(
    by: By<MerchantsOrDesk>,
    Params(params): Params<ConfirmationParams>,
    app: Data<App>,
) -> Result<Json<ConfirmationsOfDay>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let stores = stores_of(&by.principal, params.store_id)?;
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let day = params.day.map_or_else(|| community.day_of(by.now), Day::get);
    let (from, to) = span_of(day, community.timezone);
    let filter = DayFilter { stores, from, to };
    let totals = totals(&mut connection, community.id, &filter).await?.into();
    let page = list(&mut connection, community.id, &filter, &slice).await?;
    let window = community.undo_window();
    let list = list_of(page, |(one, whole)| ConfirmationJson::new(&one, &whole, window));
    Ok(Json(ConfirmationsOfDay { day, totals, list }))
}
