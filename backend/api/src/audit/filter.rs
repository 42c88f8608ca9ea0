//! Which lines of the audit log are asked for.

use chrono_tz::Tz;
use linli_db::audit::Filter;
use linli_domain::calendar::span_of_days;
use linli_domain::ids::{ResidentId, UserId};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::input::{Day, Word};

/// Which lines.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AuditFilter {
    /// What this person did.
    pub actor_id: Option<UserId>,
    /// What was done in this resident's place.
    pub on_behalf_of: Option<ResidentId>,
    /// What was done to things of this kind, e.g. `resident`.
    pub subject_kind: Option<Word>,
    /// About this thing: the identifier of a resident, a transfer, a rule book …
    pub subject_id: Option<Uuid>,
    /// This act, e.g. `resident.reveal`.
    pub action: Option<Word>,
    /// Done on this day of the community or later.
    pub from: Option<Day>,
    /// Done on this day of the community or before.
    pub until: Option<Day>,
}

impl AuditFilter {
    /// The filter, in a community with these clocks.
    pub fn read(self, timezone: Tz) -> Filter {
        Filter {
            actor: self.actor_id,
            on_behalf_of: self.on_behalf_of,
            subject_kind: self.subject_kind.map(String::from),
            subject: self.subject_id,
            action: self.action.map(String::from),
            span: span_of_days(self.from.map(Day::get), self.until.map(Day::get), timezone),
        }
    }
}
