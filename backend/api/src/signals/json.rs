//! Signals as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::signals::Listed;
use linli_domain::ids::{ResidentId, SignalId, StoreId, UserId};
use linli_domain::signals::{Outcome, SignalKind, SignalState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::confirmations::{ConfirmationJson, FailedConfirmationJson};
use crate::input::Reason;

/// What came of looking into a signal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLook {
    /// Whether something was done about it.
    pub outcome: Outcome,
    /// What there was in it, or what was done.
    pub note: Reason,
}

/// A signal of abuse.
#[derive(Serialize, ToSchema)]
#[schema(as = Signal)]
pub struct SignalJson {
    /// The identifier.
    pub id: SignalId,
    /// The community's day.
    pub day: NaiveDate,
    /// What it is about.
    pub kind: SignalKind,
    /// Where it stands.
    pub state: SignalState,
    /// In which store.
    pub store_id: StoreId,
    /// Its name.
    pub store_name: String,
    /// At which cashier, if it is about one.
    pub cashier_id: Option<UserId>,
    /// The cashier's name.
    pub cashier_name: Option<String>,
    /// With which resident, if it is about one.
    pub resident_id: Option<ResidentId>,
    /// The resident's name.
    pub resident_name: Option<String>,
    /// How often; in a burst, the most within the minutes.
    pub count: usize,
    /// From how often on it was a signal then.
    pub threshold: usize,
    /// When it was found.
    pub found_at: DateTime<Utc>,
    /// What came of looking into it.
    pub note: Option<String>,
    /// Who did.
    pub looked_by: Option<UserId>,
    /// The name of who did.
    pub looked_by_name: Option<String>,
    /// When.
    pub looked_at: Option<DateTime<Utc>>,
}

impl From<Listed> for SignalJson {
    fn from(listed: Listed) -> Self {
        let Listed { signal, store_name, cashier_name, resident_name, looked_by_name } = listed;
        let (state, look) = (signal.state(), signal.look.as_ref());
        Self {
            id: signal.id,
            day: signal.day,
            kind: signal.pattern.kind,
            state,
            store_id: signal.pattern.store,
            store_name,
            cashier_id: signal.pattern.cashier,
            cashier_name,
            resident_id: signal.pattern.resident,
            resident_name,
            count: signal.pattern.count,
            threshold: signal.pattern.threshold,
            found_at: signal.found_at,
            note: look.map(|look| look.note.clone()),
            looked_by: look.map(|look| look.by),
            looked_by_name,
            looked_at: look.map(|look| look.at),
        }
    }
}

/// A signal with what is behind it, two hundred at most of each.
#[derive(Serialize, ToSchema)]
pub struct SignalWithRows {
    /// The signal.
    #[serde(flatten)]
    pub signal: SignalJson,
    /// The confirmations, in the order of time, as they are now.
    pub confirmations: Vec<ConfirmationJson>,
    /// Those that failed.
    pub failed_confirmations: Vec<FailedConfirmationJson>,
}
