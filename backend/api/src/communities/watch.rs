//! From which figures on staff are told of a pattern, as it is sent.

use linli_domain::signals::Watch;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::Whole;

/// How often something may be seen before it is a signal; zero is never one.
pub type Count = Whole<0, 10_000>;
/// Minutes of a burst.
pub type Minutes = Whole<1, 240>;
/// Days in which a pair meets.
pub type PairDays = Whole<1, 31>;

/// From which figures on staff are told of a pattern; a count of zero turns it off.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWatch {
    /// So many confirmations in a store …
    burst_count: Count,
    /// … within so many minutes.
    burst_minutes: Minutes,
    /// So many confirmations of the same resident by the same cashier …
    pair_count: Count,
    /// … within so many days.
    pair_days: PairDays,
    /// So many uses a day by who works in the store or manages its partner.
    own_store_count: Count,
    /// So many confirmations a day outside opening hours.
    outside_hours_count: Count,
    /// So many tries a day with codes that do not exist.
    unknown_codes_count: Count,
}

impl From<&NewWatch> for Watch {
    fn from(new: &NewWatch) -> Self {
        let count = |count: Count| usize::try_from(count.get()).unwrap_or_default();
        Self {
            burst_count: count(new.burst_count),
            burst_minutes: new.burst_minutes.get(),
            pair_count: count(new.pair_count),
            pair_days: new.pair_days.get().unsigned_abs(),
            own_store_count: count(new.own_store_count),
            outside_hours_count: count(new.outside_hours_count),
            unknown_codes_count: count(new.unknown_codes_count),
        }
    }
}

/// From which figures on staff are told of a pattern; a count of zero is never.
#[derive(Serialize, ToSchema)]
#[schema(as = Watch)]
pub struct WatchJson {
    /// So many confirmations in a store …
    pub burst_count: usize,
    /// … within so many minutes.
    pub burst_minutes: i64,
    /// So many confirmations of the same resident by the same cashier …
    pub pair_count: usize,
    /// … within so many days.
    pub pair_days: u64,
    /// So many uses a day by who works in the store or manages its partner.
    pub own_store_count: usize,
    /// So many confirmations a day outside opening hours.
    pub outside_hours_count: usize,
    /// So many tries a day with codes that do not exist.
    pub unknown_codes_count: usize,
}

impl From<Watch> for WatchJson {
    fn from(watch: Watch) -> Self {
        Self {
            burst_count: watch.burst_count,
            burst_minutes: watch.burst_minutes,
            pair_count: watch.pair_count,
            pair_days: watch.pair_days,
            own_store_count: watch.own_store_count,
            outside_hours_count: watch.outside_hours_count,
            unknown_codes_count: watch.unknown_codes_count,
        }
    }
}
