//! `GET /imports`: all that was imported.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::imports;
use linli_domain::imports::ImportKind;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ImportJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which imports.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ImportParams {
    /// Of this kind.
    kind: Option<ImportKind>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Imports
///
/// The newest first.
#[utoipa::path(
    tag = "imports",
    params(ImportParams),
    responses((status = 200, body = ListOf<ImportJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/imports")]
pub async fn list_imports(
    by: By<Desk>,
    Params(params): Params<ImportParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ImportJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = imports::list(&mut *app.connection().await?, by.community(), params.kind, &slice).await?;
    Ok(Json(list_of(page, ImportJson::from)))
}
