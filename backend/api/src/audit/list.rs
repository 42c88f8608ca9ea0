//! `GET /audit-entries`: what was changed.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::audit;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::json::AuditEntryJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditParams {
    /// About this thing: the identifier of a resident, a transfer, a rule book …
    subject_id: Option<Uuid>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The audit log
///
/// The newest lines first.
#[utoipa::path(
    tag = "audit",
    params(AuditParams),
    responses((status = 200, body = ListOf<AuditEntryJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/audit-entries")]
pub async fn list_audit_entries(
    by: By<Desk>,
    Params(params): Params<AuditParams>,
    app: Data<App>,
) -> Result<Json<ListOf<AuditEntryJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = audit::list(&mut *app.connection().await?, by.community(), params.subject_id, &slice).await?;
    Ok(Json(list_of(page, AuditEntryJson::from)))
}
