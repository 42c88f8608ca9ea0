//! Communities as they are sent.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use linli_domain::communities::{Community, CommunityChange, DayOfWeek, OpeningDays, is_slug};
use linli_domain::ids::CommunityId;
use linli_domain::residents::Phone;
use linli_domain::signals::Watch;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::watch::{NewWatch, WatchJson};
use crate::input::{Many, Name, NewPassword, Whole};

/// For how many minutes a cashier can undo a confirmation: a day at most.
pub type UndoWindow = Whole<0, 1440>;

/// For how many days an order of the points supermarket is kept.
pub type PickupDays = Whole<1, 365>;

/// For how many days of the next month the statements of stores stay open.
pub type StatementDays = Whole<1, 28>;
/// How many points one person of the desk adjusts alone; with 10,000, all that can be adjusted.
pub type AdjustmentLimit = Whole<0, 10_000>;

/// A day of the month.
pub type DayOfMonth = Whole<1, 31>;
/// Days of the month.
pub type DaysOfMonth = Many<DayOfMonth, 0, 31>;
/// Days of the week.
pub type DaysOfWeek = Many<DayOfWeek, 0, 7>;

/// On which days the points supermarket is open: any of those named; every day if none is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"month_days": [15], "weekdays": ["sat"]}))]
pub struct NewOpeningDays {
    /// Days of the month; in a month that ends before, its last day.
    pub month_days: DaysOfMonth,
    /// Days of the week.
    pub weekdays: DaysOfWeek,
}

impl From<&NewOpeningDays> for OpeningDays {
    fn from(days: &NewOpeningDays) -> Self {
        let of_month = days.month_days.iter().filter_map(|day| u32::try_from(day.get()).ok());
        Self { month_days: of_month.collect(), weekdays: days.weekdays.iter().copied().collect() }
    }
}

/// On which days the points supermarket is open; every day if none is named.
#[derive(Serialize, ToSchema)]
#[schema(as = OpeningDays)]
pub struct OpeningDaysJson {
    /// Days of the month; in a month that ends before, its last day.
    pub month_days: Vec<u32>,
    /// Days of the week.
    pub weekdays: Vec<DayOfWeek>,
}

impl From<&OpeningDays> for OpeningDaysJson {
    fn from(days: &OpeningDays) -> Self {
        let (month_days, weekdays) = (days.month_days.iter(), days.weekdays.iter());
        Self { month_days: month_days.copied().collect(), weekdays: weekdays.copied().collect() }
    }
}

/// The short name of a community in addresses and at sign-in.
#[derive(Debug, Clone, ToSchema)]
#[schema(value_type = String, pattern = "^[a-z][a-z0-9-]{1,39}$", example = "puan")]
pub struct Slug(String);

impl Slug {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if is_slug(typed) {
            return Ok(Self(typed.to_owned()));
        }
        Err("应为 2 到 40 个小写字母、数字或连字符，以字母开头")
    }
}

impl<'de> Deserialize<'de> for Slug {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Cow<'_, str>>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A time zone by its IANA name.
#[derive(Debug, Clone, Copy, ToSchema)]
#[schema(value_type = String, example = "Asia/Shanghai")]
pub struct Timezone(Tz);

impl Timezone {
    /// The time zone.
    pub const fn get(self) -> Tz {
        self.0
    }
}

impl Default for Timezone {
    fn default() -> Self {
        Self(Tz::Asia__Shanghai)
    }
}

impl FromStr for Timezone {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        typed.parse().map(Self).map_err(|_| "应为时区名称，如 Asia/Shanghai")
    }
}

impl<'de> Deserialize<'de> for Timezone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <Cow<'_, str>>::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A community to be created.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCommunity {
    /// Its short name in addresses and at sign-in, which stays.
    pub slug: Slug,
    /// Its name.
    pub name: Name,
    /// The time zone its days are counted in, which stays; `Asia/Shanghai` unless given.
    #[serde(default)]
    pub timezone: Timezone,
    /// For how many minutes a cashier can undo a confirmation; 60 unless given.
    pub undo_window_minutes: Option<UndoWindow>,
    /// Who administers it first.
    pub administrator: FirstAdministrator,
}

/// The first administrator of a community.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstAdministrator {
    /// The person's name.
    pub name: Name,
    /// The phone number that signs in.
    pub phone: Phone,
    /// The first password.
    pub password: NewPassword,
}

/// What changes of a community; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CommunityChange)]
pub struct CommunityChangeJson {
    /// Its name.
    pub name: Option<Name>,
    /// For how many minutes a cashier can undo a confirmation.
    pub undo_window_minutes: Option<UndoWindow>,
    /// For how many days of the next month the statements of stores stay open; then the program closes them.
    pub statement_days: Option<StatementDays>,
    /// From which figures on staff are told of a pattern as a sign of abuse; all of them at once.
    pub watch: Option<NewWatch>,
    /// For how many days an order of the points supermarket waits to be made ready, and then to be picked up. Orders
    /// that are open keep the time they have.
    pub pickup_days: Option<PickupDays>,
    /// On which days residents order goods and pick them up; the desk may serve them on others, and says why.
    pub opening_days: Option<NewOpeningDays>,
    /// How many points one person of the desk adjusts alone; above that, two agree. Only administrators settle it.
    pub adjustment_limit: Option<AdjustmentLimit>,
}

impl From<&CommunityChangeJson> for CommunityChange {
    fn from(change: &CommunityChangeJson) -> Self {
        Self {
            name: change.name.clone().map(Name::into_string),
            undo_window_minutes: change.undo_window_minutes.map(UndoWindow::small),
            statement_days: change.statement_days.map(StatementDays::small),
            watch: change.watch.as_ref().map(Watch::from),
            pickup_days: change.pickup_days.map(PickupDays::small),
            opening_days: change.opening_days.as_ref().map(OpeningDays::from),
            adjustment_limit: change.adjustment_limit.map(AdjustmentLimit::small),
        }
    }
}

/// A community.
#[derive(Serialize, ToSchema)]
#[schema(as = Community)]
pub struct CommunityJson {
    /// The identifier.
    pub id: CommunityId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The time zone its days are counted in.
    pub timezone: &'static str,
    /// For how many minutes a cashier can undo a confirmation.
    pub undo_window_minutes: i32,
    /// For how many days of the next month the statements of stores stay open.
    pub statement_days: i32,
    /// From which figures on staff are told of a pattern as a sign of abuse.
    pub watch: WatchJson,
    /// For how many days an order of the points supermarket waits to be made ready, and then to be picked up.
    pub pickup_days: i32,
    /// On which days residents order goods and pick them up.
    pub opening_days: OpeningDaysJson,
    /// How many points one person of the desk adjusts alone; above that, two agree.
    pub adjustment_limit: i32,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

impl From<&Community> for CommunityJson {
    fn from(community: &Community) -> Self {
        Self {
            id: community.id,
            slug: community.slug.clone(),
            name: community.name.clone(),
            timezone: community.timezone.name(),
            undo_window_minutes: community.undo_window_minutes,
            statement_days: community.statement_days,
            watch: community.watch.into(),
            pickup_days: community.pickup_days,
            opening_days: OpeningDaysJson::from(&community.opening_days),
            adjustment_limit: community.adjustment_limit,
            created_at: community.created_at,
        }
    }
}
