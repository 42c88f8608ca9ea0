//! Lines of the audit log as they are sent.

use chrono::{DateTime, Utc};
use linli_db::audit::Listed;
use linli_domain::ids::{AuditEntryId, ResidentId, UserId};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A line of the audit log.
#[derive(Serialize, ToSchema)]
#[schema(as = AuditEntry)]
pub struct AuditEntryJson {
    /// The identifier.
    pub id: AuditEntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none if the program itself.
    pub actor_id: Option<UserId>,
    /// The name of who did it.
    pub actor_name: Option<String>,
    /// The resident in whose place, when staff acted at the counter.
    pub on_behalf_of: Option<ResidentId>,
    /// That resident's name.
    pub on_behalf_of_name: Option<String>,
    /// What was done, e.g. `resident.change`.
    pub action: String,
    /// To what kind of thing, e.g. `resident`.
    pub subject_kind: String,
    /// To which one.
    pub subject_id: Uuid,
    /// What it is called now, as far as it has a name.
    pub subject_name: Option<String>,
    /// The thing before, of a roster its list; none if it came to be.
    #[schema(value_type = Option<Value>)]
    pub before: Option<Value>,
    /// The thing after, of a roster its list. Phone numbers are masked.
    #[schema(value_type = Option<Value>)]
    pub after: Option<Value>,
    /// The request, as the server's log names it.
    pub request_id: Option<Uuid>,
    /// From which network address.
    pub address: Option<String>,
}

impl From<Listed> for AuditEntryJson {
    fn from(listed: Listed) -> Self {
        let Listed { entry, actor_name, on_behalf_of_name, subject_name } = listed;
        Self {
            id: entry.id,
            at: entry.at,
            actor_id: entry.actor,
            actor_name,
            on_behalf_of: entry.on_behalf_of,
            on_behalf_of_name,
            action: entry.action,
            subject_kind: entry.subject_kind,
            subject_id: entry.subject,
            subject_name,
            before: entry.before,
            after: entry.after,
            request_id: entry.request,
            address: entry.address,
        }
    }
}
