//! Weekdays, midnight and time zones.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use chrono_tz::Tz;
use proptest::prelude::*;

use super::{Hours, OpenSpan};
use crate::calendar::{Local, TimeOfDay};
use crate::communities::DayOfWeek;

const WEEK: [DayOfWeek; 7] = [
    DayOfWeek::Mon,
    DayOfWeek::Tue,
    DayOfWeek::Wed,
    DayOfWeek::Thu,
    DayOfWeek::Fri,
    DayOfWeek::Sat,
    DayOfWeek::Sun,
];

fn span(days: &[DayOfWeek], from: &str, to: &str) -> OpenSpan {
    let time = |text: &str| text.parse::<TimeOfDay>().unwrap();
    OpenSpan { weekdays: days.iter().copied().collect(), from: time(from), to: time(to) }
}

/// A moment in Wuhan: `2026-11-23 09:00`, a Monday.
fn local(text: &str) -> Local {
    let now = format!("{}:00+08:00", text.replace(' ', "T")).parse::<DateTime<Utc>>().unwrap();
    Local { now, timezone: Shanghai }
}

fn weekday_mornings() -> Hours {
    Hours(vec![span(&WEEK[..5], "08:00", "11:30")])
}

#[test]
fn an_offer_without_hours_is_open_at_any_time() {
    assert!(Hours::default().include(local("2026-11-22 03:00")));
}

#[test]
fn badminton_is_played_on_weekday_mornings_of_the_community_s_clocks() {
    let hours = weekday_mornings();
    for (text, open) in [
        ("2026-11-23 07:59", false),
        // In Greenwich it is midnight.
        ("2026-11-23 08:00", true),
        ("2026-11-23 11:29", true),
        ("2026-11-23 11:30", false),
        ("2026-11-27 09:00", true),
        ("2026-11-28 09:00", false),
    ] {
        assert_eq!(hours.include(local(text)), open, "{text}");
    }
}

#[test]
fn a_span_may_pass_midnight_and_belongs_to_the_day_on_which_it_begins() {
    let hours = Hours(vec![span(&[DayOfWeek::Fri], "22:00", "02:00")]);
    for (text, open) in [
        ("2026-11-27 21:59", false),
        ("2026-11-27 22:00", true),
        ("2026-11-28 01:59", true),
        ("2026-11-28 02:00", false),
        ("2026-11-27 01:00", false),
        ("2026-11-28 22:30", false),
    ] {
        assert_eq!(hours.include(local(text)), open, "{text}");
    }
    let all_day = Hours(vec![span(&[DayOfWeek::Sun], "00:00", "00:00")]);
    assert!(all_day.include(local("2026-11-22 00:00")) && all_day.include(local("2026-11-22 23:59")));
    assert!(!all_day.include(local("2026-11-23 00:00")) && !all_day.include(local("2026-11-21 23:59")));
}

#[test]
fn whoever_comes_at_another_time_is_told_the_next() {
    let next = |text| weekday_mornings().next_before(local("2027-01-01 00:00").now, local(text));
    assert_eq!(next("2026-11-27 12:00"), Some(local("2026-11-30 08:00").now));
    assert_eq!(next("2026-11-23 09:00"), Some(local("2026-11-23 09:00").now));
    let soon = local("2026-11-30 08:00").now;
    assert_eq!(weekday_mornings().next_before(soon, local("2026-11-27 12:00")), None);
}

fn any_span() -> impl Strategy<Value = OpenSpan> {
    let time = (0_u32..24, 0_u32..60)
        .prop_map(|(hour, minute)| format!("{hour:02}:{minute:02}").parse::<TimeOfDay>().unwrap());
    let days = prop::collection::btree_set(prop::sample::select(WEEK.to_vec()), 1..4);
    (days, time.clone(), time).prop_map(|(days, from, to)| OpenSpan { weekdays: days, from, to })
}

/// The same by walking through the minutes of the span from each midnight on which it may have begun.
fn model(span: &OpenSpan, local: Local) -> bool {
    let wall = local.now.with_timezone(&local.timezone).naive_local();
    [0, 1].into_iter().any(|back| {
        let day = wall.date() - Duration::days(back);
        let begin = day.and_time(span.from.time());
        let end = day.and_time(span.to.time());
        let end = if end <= begin { end + Duration::days(1) } else { end };
        let weekday = chrono::Datelike::weekday(&day);
        span.weekdays.contains(&weekday.into()) && begin <= wall && wall < end
    })
}

#[test]
fn the_first_minute_is_within_and_the_last_is_not() {
    let fri_sat = &[DayOfWeek::Fri, DayOfWeek::Sat];
    let day = Hours(vec![span(fri_sat, "09:00", "12:00"), span(fri_sat, "14:00", "21:00")]);
    for (at, expected) in [
        ("2026-03-06 08:59", false),
        ("2026-03-06 09:00", true),
        ("2026-03-06 12:00", false),
        ("2026-03-06 20:59", true),
        ("2026-03-05 10:00", false),
        ("2026-03-08 10:00", false),
    ] {
        assert_eq!(day.include(local(at)), expected, "{at}");
    }
}

#[test]
fn a_span_may_run_past_midnight() {
    let fri_sat = &[DayOfWeek::Fri, DayOfWeek::Sat];
    let night = Hours(vec![span(fri_sat, "18:00", "02:00")]);
    for (at, expected) in [
        ("2026-03-06 01:00", false),
        ("2026-03-06 18:00", true),
        ("2026-03-07 01:59", true),
        ("2026-03-07 02:00", false),
        ("2026-03-08 01:00", true),
        ("2026-03-09 01:00", false),
    ] {
        assert_eq!(night.include(local(at)), expected, "{at}");
    }
    assert!(Hours(vec![span(fri_sat, "08:00", "00:00")]).include(local("2026-03-07 23:59")));
}

#[test]
fn a_span_that_ends_when_it_begins_is_a_whole_day() {
    let saturday = Hours(vec![span(&[DayOfWeek::Sat], "00:00", "00:00")]);
    for (at, expected) in [
        ("2026-03-06 23:59", false),
        ("2026-03-07 00:00", true),
        ("2026-03-07 23:59", true),
        ("2026-03-08 00:00", false),
    ] {
        assert_eq!(saturday.include(local(at)), expected, "{at}");
    }
}

proptest! {
    #[test]
    fn without_hours_every_moment_is_within(seconds in 0_i64..4_000_000_000) {
        let now = DateTime::from_timestamp(seconds, 0).unwrap();
        let at = Local { now, timezone: Shanghai };
        prop_assert!(Hours::default().include(at));
    }

    #[test]
    fn hours_are_those_of_a_calendar_on_the_wall(
        spans in prop::collection::vec(any_span(), 1..4),
        minutes in 0_i64..2 * 366 * 24 * 60,
        timezone in prop::sample::select(vec![Shanghai, chrono_tz::Europe::Berlin, chrono_tz::America::New_York]),
    ) {
        let now = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minutes);
        let local = Local { now, timezone };
        let open = spans.iter().any(|span| model(span, local));
        prop_assert_eq!(Hours(spans).include(local), open);
    }

    #[test]
    fn the_next_opening_is_the_first_one(spans in prop::collection::vec(any_span(), 1..3), minutes in 0_i64..14 * 24 * 60) {
        let timezone: Tz = Shanghai;
        let now = "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::minutes(minutes);
        let (hours, local) = (Hours(spans), Local { now, timezone });
        let next = hours.next_before(now + Duration::days(30), local).expect("each day comes within a week");
        prop_assert!(hours.include(local.at(next)));
        let waits = (next - now).num_minutes();
        prop_assert!((0..waits).all(|minute| !hours.include(local.at(now + Duration::minutes(minute)))));
    }
}
