//! `GET /signals`: signals of abuse.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::signals::{self, Filter};
use linli_domain::ids::{ResidentId, StoreId};
use linli_domain::signals::{SignalKind, SignalState};
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::SignalJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::{Day, Params};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which signals.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SignalParams {
    /// Of this kind.
    kind: Option<SignalKind>,
    /// Where they stand; `open` is what nobody has looked into.
    state: Option<SignalState>,
    /// In this store.
    store_id: Option<StoreId>,
    /// About this resident.
    resident_id: Option<ResidentId>,
    /// Of this day of the community.
    day: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Signals of abuse
///
/// The newest first. For the desk only; nothing is blocked because of them.
#[utoipa::path(
    tag = "signals",
    params(SignalParams),
    responses((status = 200, body = ListOf<SignalJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/signals")]
pub async fn list_signals(
    by: By<Desk>,
    Params(params): Params<SignalParams>,
    app: Data<App>,
) -> Result<Json<ListOf<SignalJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let SignalParams { kind, state, store_id: store, resident_id: resident, day, .. } = params;
    let filter = Filter { kind, store, resident, state, day: day.map(Day::get) };
    let page = signals::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, SignalJson::from)))
}
