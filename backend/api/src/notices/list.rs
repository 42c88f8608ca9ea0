//! `GET /notices`: what a resident was told.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::notices;
use linli_domain::ids::ResidentId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::NoticeJson;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which notices.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct NoticeParams {
    /// The resident whom the desk names; the caller unless given.
    resident_id: Option<ResidentId>,
    /// Only those that were not read.
    unread: Option<bool>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Notices of a resident
///
/// The newest first. For the resident and the desk.
#[utoipa::path(
    tag = "notices",
    params(NoticeParams),
    responses((status = 200, body = ListOf<NoticeJson>)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/notices")]
pub async fn list_notices(
    by: By<ResidentOrDesk>,
    Params(params): Params<NoticeParams>,
    app: Data<App>,
) -> Result<Json<ListOf<NoticeJson>>, Problem> {
    let which = (by.resident(params.resident_id)?, params.unread.unwrap_or_default());
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = notices::list(&mut *app.connection().await?, by.community(), which, &slice).await?;
    Ok(Json(list_of(page, NoticeJson::from)))
}
