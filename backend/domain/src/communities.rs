//! Communities: the tenants.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::calendar;
use crate::ids::CommunityId;

/// For how many minutes a cashier can undo a confirmation, unless the community has settled otherwise.
pub const UNDO_WINDOW_MINUTES: i32 = 60;

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

/// What changes of a community; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CommunityChange {
    /// Its name.
    pub name: Option<String>,
    /// For how many minutes a cashier can undo a confirmation.
    pub undo_window_minutes: Option<i32>,
}

impl Community {
    /// The community after a change.
    #[must_use]
    pub fn changed(&self, change: CommunityChange) -> Self {
        Self {
            name: change.name.unwrap_or_else(|| self.name.clone()),
            undo_window_minutes: change.undo_window_minutes.unwrap_or(self.undo_window_minutes),
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
mod tests {
    use super::is_slug;

    #[test]
    fn a_slug_is_what_fits_an_address() {
        assert!(is_slug("puan") && is_slug("pu-an-2"));
        for text in ["", "p", "2puan", "-puan", "Puan", "普安", "pu an", &"p".repeat(41)] {
            assert!(!is_slug(text), "{text}");
        }
    }
}
