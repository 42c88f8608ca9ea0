//! Communities: the tenants.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::calendar;
use crate::ids::CommunityId;

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
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

impl Community {
    /// The community's day on which `at` falls.
    pub fn day_of(&self, at: DateTime<Utc>) -> NaiveDate {
        calendar::day_of(at, self.timezone)
    }

    /// For how long a cashier can undo a confirmation.
    pub fn undo_window(&self) -> Duration {
        Duration::minutes(i64::from(self.undo_window_minutes))
    }
}

/// Whether a text can be a community's slug: 2 to 40 small letters, digits and hyphens, a letter first.
pub fn is_slug(text: &str) -> bool {
    (2..=40).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}
