//! Minutes of the night, across midnight and where clocks change, and what multiplies what.

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use chrono_tz::{Europe, Tz};
use proptest::prelude::{Strategy, proptest};
use proptest::{prop_assert, prop_assert_eq};

use super::{Factor, Multiplier, minutes_between};
use crate::activities::Category;
use crate::calendar::TimeOfDay;
use crate::rulebooks::{Basis, Deed};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn time(text: &str) -> TimeOfDay {
    text.parse().unwrap()
}

fn night_minutes(began: &str, minutes: i64, timezone: Tz) -> i64 {
    minutes_between((time("22:00"), time("06:00")), at(began), minutes, timezone)
}

#[test]
fn the_night_of_a_deed_is_counted_by_the_minute() {
    let cases = [
        ("2026-03-02T20:00:00+08:00", 60, 0),
        ("2026-03-02T21:00:00+08:00", 120, 60),
        ("2026-03-02T22:00:00+08:00", 480, 480),
        ("2026-03-02T21:30:00+08:00", 600, 480),
        // Of the night that began the day before.
        ("2026-03-02T05:00:00+08:00", 120, 60),
        ("2026-03-02T06:00:00+08:00", 60, 0),
        // The end of one night and the beginning of the next.
        ("2026-03-02T05:59:00+08:00", 1440, 1 + 479),
        ("2026-03-02T12:00:00+08:00", 0, 0),
    ];
    for (began, minutes, of_night) in cases {
        assert_eq!(night_minutes(began, minutes, Shanghai), of_night, "{began} + {minutes}");
    }
}

#[test]
fn a_window_within_the_day_does_not_reach_into_the_next() {
    let noon = (time("12:00"), time("14:00"));
    let minutes = |began, minutes| minutes_between(noon, at(began), minutes, Shanghai);
    assert_eq!(minutes("2026-03-02T11:00:00+08:00", 120), 60);
    assert_eq!(minutes("2026-03-02T14:00:00+08:00", 600), 0);
    assert_eq!(minutes("2026-03-02T13:30:00+08:00", 1440), 30 + 90);
}

#[test]
fn where_clocks_change_the_minutes_that_passed_are_counted() {
    // On 29 March 2026 the clocks of Berlin went from 02:00 to 03:00; on 25 October back from 03:00 to 02:00.
    assert_eq!(night_minutes("2026-03-28T22:00:00+01:00", 600, Europe::Berlin), 420);
    assert_eq!(night_minutes("2026-10-24T22:00:00+02:00", 600, Europe::Berlin), 540);
}

fn night() -> Multiplier {
    Multiplier::Night { from: time("22:00"), to: time("06:00"), percent: 200 }
}

fn late() -> Deed {
    Deed::at("PATROL", at("2026-03-02T21:00:00+08:00"), 120, Shanghai)
}

#[test]
fn by_the_hour_the_night_counts_its_minutes_and_otherwise_the_beginning_decides() {
    let factor = |basis, deed: &Deed| night().factor(basis, deed, Shanghai);
    assert_eq!(factor(Basis::Hour, &late()), Some(Factor::Night { percent: 200, minutes: Some(60) }));
    assert_eq!(factor(Basis::Act, &late()), None);
    let later = Deed::at("PATROL", at("2026-03-02T22:00:00+08:00"), 0, Shanghai);
    assert_eq!(factor(Basis::Act, &later), Some(Factor::Night { percent: 200, minutes: None }));
    assert_eq!(factor(Basis::Hour, &later), None);
}

#[test]
fn a_deed_of_no_known_hour_has_nothing_of_the_night() {
    let deed = Deed { minutes: 120, ..Deed::on("PATROL", "2026-03-02".parse().unwrap()) };
    assert_eq!(night().factor(Basis::Hour, &deed, Shanghai), None);
}

#[test]
fn hardship_and_categories_apply_to_what_they_are_for() {
    let rescue = vec![Category::EmergencyRescue, Category::DrugPrevention];
    let multiplier = Multiplier::Category { categories: rescue, percent: 150 };
    let of = |category| Deed { category, ..late() };
    let factor = |deed: &Deed| multiplier.factor(Basis::Hour, deed, Shanghai);
    let category = Category::DrugPrevention;
    assert_eq!(factor(&of(Some(category))), Some(Factor::Category { category, percent: 150 }));
    assert_eq!(factor(&of(Some(Category::Sport))), None);
    assert_eq!(factor(&of(None)), None);
    let hardship = Multiplier::Hardship { percent: 120 };
    assert_eq!(hardship.factor(Basis::Act, &late(), Shanghai), None);
    let hard = Deed { hardship: true, ..late() };
    assert_eq!(hardship.factor(Basis::Act, &hard, Shanghai), Some(Factor::Hardship { percent: 120 }));
}

fn times() -> impl Strategy<Value = TimeOfDay> {
    (0..24, 0..60).prop_map(|(hour, minute)| time(&format!("{hour:02}:{minute:02}")))
}

proptest! {
    #[test]
    fn a_window_and_the_rest_of_the_day_are_all_the_minutes_there_are(
        (from, to) in (times(), times()).prop_filter("a window", |(from, to)| from != to),
        start in 0..100_000_i64, minutes in 0..=2880_i64,
    ) {
        let began = at("2026-03-02T00:00:00Z") + chrono::TimeDelta::minutes(start);
        let inside = minutes_between((from, to), began, minutes, Shanghai);
        let outside = minutes_between((to, from), began, minutes, Shanghai);
        prop_assert!(inside >= 0 && outside >= 0);
        prop_assert_eq!(inside + outside, minutes);
    }
}
