//! `GET /no-show-appeals`: what residents say against marks, for those who decide.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::no_shows;
use linli_domain::no_shows::AppealState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::NoShowJson;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which appeals.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AppealParams {
    /// Those that wait, or those that were decided; all unless given.
    #[param(inline)]
    state: Option<AppealState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Appeals against no-shows
///
/// Of all residents, the oldest first.
#[utoipa::path(
    tag = "no_shows",
    params(AppealParams),
    responses((status = 200, body = ListOf<NoShowJson>)),
    extensions(("x-roles" = json!(Guides::ALLOWED))),
)]
#[get("/no-show-appeals")]
pub async fn list_no_show_appeals(
    by: By<Guides>,
    Params(params): Params<AppealParams>,
    app: Data<App>,
) -> Result<Json<ListOf<NoShowJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let decided = params.state.map(|state| state == AppealState::Decided);
    let mut connection = app.connection().await?;
    let page = no_shows::list_appeals(&mut connection, by.community(), decided, &slice).await?;
    Ok(Json(list_of(page, NoShowJson::from)))
}
