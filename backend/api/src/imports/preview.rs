//! `POST /import-previews`: what a sheet would make, and every place that is wrong with it. It changes nothing.

use actix_web::web::{Data, Json, Payload};
use actix_web::{HttpRequest, post};
use linli_domain::imports::ImportKind;

use super::file::{Workbook, read};
use super::json::{ImportPreview, PreviewParams};
use super::plan::plan;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{self, Upload};
use crate::input::Params;
use crate::problem::Problem;

/// See what an import would make
///
/// A dry run: every place of the sheet that is wrong, by row and column, in Chinese and in English. The columns are found by
/// their Chinese or English headers, in any order, in the first row of the first sheet; see `/import-template`. At most 8 MiB
/// and 20,000 lines.
#[utoipa::path(
    tag = "imports",
    params(PreviewParams),
    request_body(
        content = Workbook,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    responses((status = 200, body = ImportPreview)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-reads" = json!(true))),
)]
#[post("/import-previews")]
pub async fn preview_import(
    by: By<Desk>,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<Json<ImportPreview>, Problem> {
    let Params(PreviewParams { kind }) = Params::of(&request)?;
    let sheet = read(Upload::<command::Workbook>::read(request, payload.into_inner()).await?, kind).await?;
    let of: (ImportKind, _, _) = (kind, &sheet, by.principal.resident);
    let planned = plan(&mut *app.connection().await?, &by.acting(), of, false).await?;
    Ok(Json(ImportPreview::of(kind, sheet.lines.len(), &planned)))
}
