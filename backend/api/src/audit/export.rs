//! `GET /audit-entries.xlsx`: what was changed, as a workbook.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use linli_db::audit::{self, Filter, Listed};
use linli_db::{Connection, Slice, transaction};
use linli_domain::Refusal;
use linli_domain::statements::WORKBOOK_LINES;
use serde_json::json;

use super::filter::AuditFilter;
use super::workbook::make;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::communities::own_community;
use crate::input::Params;
use crate::problem::{Kind, Problem};
use crate::workbook::{WORKBOOK, send};

/// The audit log as a workbook
///
/// What the filter lets through, the newest lines first, with names, on the community's clocks; up to 20,000 lines. Taking it out is a line
/// of the log itself, with the filter and the number of lines.
#[utoipa::path(
    tag = "audit",
    params(AuditFilter),
    responses((status = 200, content_type = WORKBOOK, body = Vec<u8>)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::ListTooLong])),
    ),
)]
#[get("/audit-entries.xlsx")]
pub async fn export_audit_entries(
    by: By<Desk>,
    Params(params): Params<AuditFilter>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let filter = params.read(community.timezone);
    let lines =
        transaction(&mut connection, async |connection| take_out(connection, &by.acting(), &filter).await);
    let lines = lines.await?;
    drop(connection);
    let name = format!("audit-{}", by.now.with_timezone(&community.timezone).format("%Y%m%d"));
    send(&name, move || make(&lines, community.timezone)).await
}

/// The lines that a filter lets through; that they were taken out is a line too, which is not among them.
async fn take_out(
    connection: &mut Connection,
    acting: &Acting,
    filter: &Filter,
) -> Result<Vec<Listed>, Problem> {
    let all = Slice { after: None, limit: WORKBOOK_LINES };
    let found = audit::list(connection, acting.community, filter, &all).await?;
    if found.next.is_some() {
        return Err(Refusal::ListTooLong { most: WORKBOOK_LINES }.into());
    }
    let lines = found.items;
    let what = json!({
        "lines": lines.len(),
        "actor_id": filter.actor,
        "on_behalf_of": filter.on_behalf_of,
        "subject_kind": filter.subject_kind,
        "subject_id": filter.subject,
        "action": filter.action,
        "from": filter.span.0,
        "before": filter.span.1,
    });
    acting.audit(connection, acting.community, Change::made("community.export_audit_entries", &what)).await?;
    Ok(lines)
}
