//! `GET /audit-entries`: what was changed.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::audit;
use linli_domain::ids::{ResidentId, UserId};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::filter::AuditFilter;
use super::json::AuditEntryJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params, Word};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditParams {
    /// What this person did.
    actor_id: Option<UserId>,
    /// What was done in this resident's place.
    on_behalf_of: Option<ResidentId>,
    /// What was done to things of this kind, e.g. `resident`.
    subject_kind: Option<Word>,
    /// About this thing: the identifier of a resident, a transfer, a rule book …
    subject_id: Option<Uuid>,
    /// This act, e.g. `resident.reveal`.
    action: Option<Word>,
    /// Done on this day of the community or later.
    from: Option<Day>,
    /// Done on this day of the community or before.
    until: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

impl From<AuditParams> for AuditFilter {
    fn from(params: AuditParams) -> Self {
        let AuditParams { actor_id, on_behalf_of, subject_kind, subject_id, action, from, until, .. } =
            params;
        Self { actor_id, on_behalf_of, subject_kind, subject_id, action, from, until }
    }
}

/// The audit log
///
/// The newest lines first, with the names of who and what they name.
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
    let connection = &mut *app.connection().await?;
    let community = own_community(connection, by.community()).await?;
    let filter = AuditFilter::from(params).read(community.timezone);
    let page = audit::list(connection, community.id, &filter, &slice).await?;
    Ok(Json(list_of(page, AuditEntryJson::from)))
}
