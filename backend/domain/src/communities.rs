//! Communities: the tenants.

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

mod opening_days;

pub use opening_days::{DayOfWeek, OpeningDays};

use crate::calendar::{self, Local};
use crate::ids::CommunityId;
use crate::signals::Watch;

/// For how many minutes a cashier can undo a confirmation, unless the community has settled otherwise.
pub const UNDO_WINDOW_MINUTES: i32 = 60;

/// For how many days an order of the points supermarket is kept, unless the community has settled otherwise.
pub const PICKUP_DAYS: i32 = 14;

/// How long what is over waits at least, for what is still on its way.
const GRACE: Duration = Duration::hours(1);

/// How many points one person of the desk adjusts alone, unless the community has settled otherwise.
pub const ADJUSTMENT_LIMIT: i32 = 200;

/// A tenant: one neighbourhood with its own residents, partners, teams and points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Community {
    /// Its identifier.
    pub id: CommunityId,
    /// Its short name in addresses and sign-in, e.g. `puan`.
    pub slug: String,
    /// Its name, e.g. 普安社区.
    pub name: String,
    /// The time zone its days are counted in.
    pub timezone: Tz,
    /// For how many minutes a cashier can undo a confirmation.
    pub undo_window_minutes: i32,
    /// For how many days of the next month the statements of stores stay open.
    pub statement_days: i32,
    /// What staff are told of as a sign of abuse.
    pub watch: Watch,
    /// For how many days an order waits to be made ready, and then to be picked up.
    pub pickup_days: i32,
    /// On which days the points supermarket is open.
    pub opening_days: OpeningDays,
    /// How many points one person of the desk adjusts alone; above that, two agree.
    pub adjustment_limit: i32,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

impl Community {
    /// The community's day on which `at` falls.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        calendar::day_of(at, self.timezone)
    }

    /// A moment, and the clocks of the community that show it.
    pub const fn local(&self, now: DateTime<Utc>) -> Local {
        Local { now, timezone: self.timezone }
    }

    /// For how long a cashier can undo a confirmation.
    pub fn undo_window(&self) -> Duration {
        Duration::minutes(i64::from(self.undo_window_minutes))
    }

    /// When nothing that was confirmed before `end` can be undone any more, and nothing of it is still on its way.
    pub fn settled_at(&self, end: DateTime<Utc>) -> DateTime<Utc> {
        end + self.undo_window().max(GRACE)
    }

    /// Until when an order is kept that was placed or made ready at `from`: the last of its days counts whole, and the first
    /// day after `from` on which the supermarket is open is one of them.
    pub fn pickup_until(&self, from: DateTime<Utc>) -> DateTime<Utc> {
        let days = u64::try_from(self.pickup_days).unwrap_or_default();
        let day = self.day_of(from);
        let last = day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
        calendar::span_of(last.max(self.opening_days.next_after(day)), self.timezone).1
    }
}

/// What changes of a community; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommunityChange {
    /// Its name.
    pub name: Option<String>,
    /// For how many minutes a cashier can undo a confirmation.
    pub undo_window_minutes: Option<i32>,
    /// For how many days of the next month statements stay open.
    pub statement_days: Option<i32>,
    /// What staff are told of as a sign of abuse.
    pub watch: Option<Watch>,
    /// For how many days an order is kept.
    pub pickup_days: Option<i32>,
    /// On which days the points supermarket is open.
    pub opening_days: Option<OpeningDays>,
    /// How many points one person of the desk adjusts alone.
    pub adjustment_limit: Option<i32>,
}

impl Community {
    /// The community after a change.
    #[must_use]
    pub fn changed(&self, change: CommunityChange) -> Self {
        Self {
            name: change.name.unwrap_or_else(|| self.name.clone()),
            undo_window_minutes: change.undo_window_minutes.unwrap_or(self.undo_window_minutes),
            statement_days: change.statement_days.unwrap_or(self.statement_days),
            watch: change.watch.unwrap_or(self.watch),
            pickup_days: change.pickup_days.unwrap_or(self.pickup_days),
            opening_days: change.opening_days.unwrap_or_else(|| self.opening_days.clone()),
            adjustment_limit: change.adjustment_limit.unwrap_or(self.adjustment_limit),
            ..self.clone()
        }
    }
}

/// Whether a text can be a community's slug: 2 to 40 small letters, digits and hyphens, a letter first.
pub fn is_slug(text: &str) -> bool {
    (2..=40).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{ADJUSTMENT_LIMIT, Community, OpeningDays, PICKUP_DAYS, UNDO_WINDOW_MINUTES, is_slug};
    use crate::ids::CommunityId;
    use crate::signals::Watch;
    use crate::statements::STATEMENT_DAYS;
    use chrono::{DateTime, Utc};
    use chrono_tz::Asia::Shanghai;

    pub(crate) fn community() -> Community {
        Community {
            id: CommunityId::PLATFORM,
            slug: "puan".to_owned(),
            name: "普安社区".to_owned(),
            timezone: Shanghai,
            undo_window_minutes: UNDO_WINDOW_MINUTES,
            statement_days: STATEMENT_DAYS,
            watch: Watch::default(),
            pickup_days: PICKUP_DAYS,
            opening_days: OpeningDays::default(),
            adjustment_limit: ADJUSTMENT_LIMIT,
            created_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn an_order_is_kept_to_the_end_of_the_last_of_its_days() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        // In Wuhan it is the second of March already.
        let until = community().pickup_until(at("2026-03-01T16:00:00Z"));
        assert_eq!(until, at("2026-03-16T16:00:00Z"));
        assert_eq!(community().pickup_until(at("2026-03-01T15:59:59Z")), at("2026-03-15T16:00:00Z"));
    }

    #[test]
    fn an_order_is_kept_to_the_next_opening_day_at_least() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let opening_days = OpeningDays { month_days: [15].into(), ..OpeningDays::default() };
        let monthly = Community { opening_days, ..community() };
        // On the fifteenth itself it is another month; two weeks would end before.
        assert_eq!(monthly.pickup_until(at("2026-03-15T02:00:00Z")), at("2026-04-15T16:00:00Z"));
        assert_eq!(monthly.pickup_until(at("2026-03-02T02:00:00Z")), at("2026-03-16T16:00:00Z"));
    }

    #[test]
    fn a_slug_is_what_fits_an_address() {
        assert!(is_slug("puan") && is_slug("pu-an-2"));
        for text in ["", "p", "2puan", "-puan", "Puan", "普安", "pu an", &"p".repeat(41)] {
            assert!(!is_slug(text), "{text}");
        }
    }
}
