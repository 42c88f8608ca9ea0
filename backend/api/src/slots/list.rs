//! `GET /offers/{id}/slots`: when an offer takes place.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::slots;
use linli_domain::ids::OfferId;
use linli_domain::slots::SlotOf;
use serde::Deserialize;
use utoipa::IntoParams;

use super::find_host;
use super::json::SlotJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::{Moment, Params};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which slots.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SlotParams {
    /// Those that end after this moment; now unless given.
    ends_after: Option<Moment>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The slots of an offer
///
/// In the order in which they begin, with those that were cancelled. Whoever sees the offer sees its slots.
#[utoipa::path(
    tag = "slots",
    params(("id" = OfferId, Path), SlotParams),
    responses((status = 200, body = ListOf<SlotJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/offers/{id}/slots")]
pub async fn list_slots(
    by: By<Anyone>,
    id: Path<OfferId>,
    Params(params): Params<SlotParams>,
    app: Data<App>,
) -> Result<Json<ListOf<SlotJson>>, Problem> {
    listed(&app, &by, SlotOf::Offer(*id), &params).await.map(Json)
}

/// The slots of something that the caller sees.
pub(super) async fn listed(
    app: &App,
    by: &By<Anyone>,
    of: SlotOf,
    params: &SlotParams,
) -> Result<ListOf<SlotJson>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    find_host(&mut connection, by.community(), &by.principal, of).await?;
    let ends_after = params.ends_after.map_or(by.now, Moment::get);
    let page = slots::list(&mut connection, by.community(), (of, ends_after), &slice).await?;
    Ok(list_of(page, |slot| SlotJson::from(&slot)))
}
