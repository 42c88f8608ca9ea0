//! `GET /stores`: the stores of the community's partners.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::stores;
use linli_domain::ids::PartnerId;
use linli_domain::partners::StoreState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::StoreJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which stores.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StoreParams {
    /// Of this partner.
    partner_id: Option<PartnerId>,
    /// In this state.
    state: Option<StoreState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Stores
///
/// In the order of their creation.
#[utoipa::path(
    tag = "stores",
    params(StoreParams),
    responses((status = 200, body = ListOf<StoreJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/stores")]
pub async fn list_stores(
    by: By<Anyone>,
    Params(params): Params<StoreParams>,
    app: Data<App>,
) -> Result<Json<ListOf<StoreJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = stores::Filter { partner: params.partner_id, state: params.state };
    let page = stores::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |store| StoreJson::from(&store))))
}
