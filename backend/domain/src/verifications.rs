//! Verifications 核对: what came of recomputing everything that is kept as a running figure.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::calendar::day_of;
use crate::ids::VerificationId;

/// How many differences a verification names; the figure of all of them says how many more there are.
pub const NAMED: usize = 100;

/// How long after midnight a night's verification is due: once the day before is sealed, when nobody is at work.
const AFTER_MIDNIGHT: TimeDelta = TimeDelta::hours(2);

/// A figure that is not what its rows say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// Which figure, e.g. `wallet.posted`.
    pub figure: String,
    /// Of which row.
    pub id: Uuid,
    /// What is stored.
    pub stored: i64,
    /// What the rows add up to.
    pub computed: i64,
}

/// On what occasion everything was recomputed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The program did it by itself, once a night.
    Night,
    /// Somebody ran `linli ledger verify`.
    Command,
}

/// What came of recomputing everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// Its identifier.
    pub id: VerificationId,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// How long it took, in milliseconds.
    pub took_ms: i64,
    /// How many rows were looked at.
    pub rows: i64,
    /// How many figures differ.
    pub drift: i64,
    /// The first [`NAMED`] of them.
    pub differences: Vec<Drift>,
    /// The community's day, if the program did it by itself.
    pub night: Option<NaiveDate>,
}

impl Verification {
    /// On what occasion.
    pub const fn occasion(&self) -> Occasion {
        if self.night.is_some() { Occasion::Night } else { Occasion::Command }
    }
}

/// The night whose verification is due; none if the `last` one is of this night.
pub fn due(last: Option<NaiveDate>, now: DateTime<Utc>, timezone: Tz) -> Option<NaiveDate> {
    let night = day_of(now - AFTER_MIDNIGHT, timezone);
    last.is_none_or(|last| last < night).then_some(night)
}

#[cfg(test)]
mod tests {
    use super::due;
    use chrono_tz::Asia::Shanghai;

    #[test]
    fn a_night_is_due_once_from_two_o_clock_on_and_until_it_was_done() {
        let at = |text: &str| text.parse().unwrap();
        let day = |text: &str| Some(text.parse().unwrap());
        let (early, two) = (at("2026-11-24T17:59:59Z"), at("2026-11-24T18:00:00Z"));
        assert_eq!(due(day("2026-11-24"), early, Shanghai), None);
        assert_eq!(due(day("2026-11-24"), two, Shanghai), day("2026-11-25"));
        assert_eq!(due(day("2026-11-25"), at("2026-11-25T10:00:00Z"), Shanghai), None);
        assert_eq!(
            due(day("2026-11-20"), at("2026-11-25T10:00:00Z"), Shanghai),
            day("2026-11-25"),
            "a server was off"
        );
        assert_eq!(due(None, early, Shanghai), day("2026-11-24"));
    }
}
