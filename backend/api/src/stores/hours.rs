//! Opening hours of stores as they are sent.

use linli_domain::calendar::TimeOfDay;
use linli_domain::communities::DayOfWeek;
use linli_domain::hours::{Hours as Stated, OpenSpan};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Many;

/// The days on which a span begins.
pub type Weekdays = Many<DayOfWeek, 1, 7>;
/// The spans of a week.
pub type Hours = Many<NewOpening, 0, 28>;

/// A span of some days of the week.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"weekdays": ["mon", "tue"], "from": "09:00", "to": "21:00"}))]
pub struct NewOpening {
    /// The days on which it begins.
    weekdays: Weekdays,
    /// When it begins.
    from: TimeOfDay,
    /// When it is over; no later than `from` is on the next day.
    to: TimeOfDay,
}

/// A span of some days of the week.
#[derive(Serialize, ToSchema)]
#[schema(as = Opening)]
pub struct OpeningJson {
    /// The days on which it begins.
    pub weekdays: Vec<DayOfWeek>,
    /// When it begins.
    pub from: TimeOfDay,
    /// When it is over; no later than `from` is on the next day.
    pub to: TimeOfDay,
}

impl From<&OpenSpan> for OpeningJson {
    fn from(span: &OpenSpan) -> Self {
        Self { weekdays: span.weekdays.iter().copied().collect(), from: span.from, to: span.to }
    }
}

/// The hours that were sent.
pub(super) fn hours_of(hours: &Hours) -> Stated {
    let span = |new: &NewOpening| OpenSpan {
        weekdays: new.weekdays.iter().copied().collect(),
        from: new.from,
        to: new.to,
    };
    Stated(hours.iter().map(span).collect())
}
