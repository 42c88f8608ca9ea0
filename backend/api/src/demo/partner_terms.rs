//! In which ways the partners' offers are used: at any time, on weekday mornings, so many a month, in classes, as a card.

use chrono::{Datelike, Duration, Weekday};
use chrono_tz::Tz;
use linli_db::{Connection, offers};
use linli_domain::activities::Every;
use linli_domain::calendar::{Period, day_of, start_of};
use linli_domain::communities::DayOfWeek;
use linli_domain::hours::{Hours, OpenSpan};
use linli_domain::ids::OfferId;
use linli_domain::offers::{Conditions, Limit};
use linli_domain::rulebooks::{Eligibility, Per};
use linli_domain::slots::Plan;
use serde_json::{Map, Value, json};

use crate::acting::Acting;
use crate::problem::Problem;
use crate::slots::plan_slots;

/// For how many days classes are planned: the history and some weeks to come.
const PLANNED_DAYS: u32 = 410;
/// At which hour of the day classes begin.
const HOUR: i64 = 10;

/// In which way an offer is used.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// At any time.
    Any,
    /// Once a day by each resident.
    Daily,
    /// On weekday mornings, once a day by each resident.
    Mornings,
    /// So many vouchers there are in a month.
    Monthly(i64),
    /// So often with one voucher.
    Card(i32),
    /// In a class on Saturdays, for so many.
    Class(Every, i32),
}

fn conditions(way: Way, min_age: Option<i32>) -> Conditions {
    let eligibility = Eligibility { min_age, ..Eligibility::default() };
    let daily = || vec![Limit { period: Period::Day, per: Per::Resident, times: 1 }];
    let (hours, limits) = match way {
        Way::Any | Way::Monthly(_) | Way::Class(..) => (Hours::default(), Vec::new()),
        // A card is taken once a day, and used once a day.
        Way::Daily | Way::Card(_) => (Hours::default(), daily()),
        Way::Mornings => (weekday_mornings(), daily()),
    };
    Conditions { hours, stores: Vec::new(), eligibility, limits }
}

fn weekday_mornings() -> Hours {
    let days = [DayOfWeek::Mon, DayOfWeek::Tue, DayOfWeek::Wed, DayOfWeek::Thu, DayOfWeek::Fri];
    let span = |from: &str, to: &str| {
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        Some(OpenSpan { weekdays: days.into(), from, to })
    };
    Hours(span("08:00", "11:30").into_iter().collect())
}

/// What the terms are as an offer is drafted.
pub(super) fn terms_of(way: Way, min_age: Option<i32>) -> Map<String, Value> {
    let Conditions { hours, limits, eligibility, .. } = conditions(way, min_age);
    let (mut quota, mut uses, mut early) = (Value::Null, json!(1), Value::Null);
    match way {
        Way::Monthly(vouchers) => quota = json!({"period": Period::Month, "vouchers": vouchers}),
        Way::Card(times) => uses = json!(times),
        Way::Class(..) => early = json!(30),
        Way::Any | Way::Daily | Way::Mornings => {}
    }
    let terms = json!({
        "hours": hours, "limits": limits, "eligibility": eligibility, "period_quota": quota, "uses": uses,
        "slot_early_minutes": early,
    });
    terms.as_object().cloned().unwrap_or_default()
}

/// Plans the classes of an offer, from the first Saturday on.
pub(super) async fn plan_classes(
    connection: &mut Connection,
    acting: &Acting,
    (offer, timezone): (OfferId, Tz),
    way: Way,
) -> Result<(), Problem> {
    let Way::Class(every, seats) = way else { return Ok(()) };
    let first = day_of(acting.now, timezone).iter_days().skip(1).find(|day| day.weekday() == Weekday::Sat);
    let first = first.ok_or_else(|| Problem::unexpected("no Saturday"))?;
    let starts_at = start_of(first, timezone) + Duration::hours(HOUR);
    let plan = Plan { starts_at, ends_at: starts_at + Duration::hours(2), seats };
    let times = PLANNED_DAYS
        / match every {
            Every::Week => 7,
            Every::Fortnight => 14,
            Every::Month => 30,
        };
    let offer = offers::lock(connection, acting.community, offer).await?.ok_or_else(Problem::not_found)?;
    plan_slots(connection, acting, &offer.into(), plan.repeated(every, times, timezone)).await.map(drop)
}
