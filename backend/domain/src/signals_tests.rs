//! What is a signal and what is not.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Look, Miss, Outcome, Pattern, Scene, Signal, SignalKind, SignalState, Use, Watch};
use crate::Refusal;
use crate::communities::DayOfWeek;
use crate::communities::tests::community;
use crate::hours::{Hours, OpenSpan};
use crate::ids::{ConfirmationId, FailedConfirmationId, ResidentId, SignalId, StoreId, UserId};

const STORE: StoreId = StoreId::new(Uuid::from_u128(7));

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Noon in Wuhan on Friday, 6 March 2026.
fn noon() -> DateTime<Utc> {
    at("2026-03-06T04:00:00Z")
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

/// Confirmation number `number` of resident `resident` at the store's cashier.
fn used(number: u128, resident: u128, at: DateTime<Utc>) -> Use {
    let resident = ResidentId::new(Uuid::from_u128(resident));
    let id = ConfirmationId::new(Uuid::from_u128(number));
    Use { id, store: STORE, cashier: user(1), resident, insider: false, in_slot: false, at }
}

fn scene(uses: Vec<Use>) -> Scene {
    Scene { uses, ..Scene::default() }
}

fn found(scene: &Scene) -> Vec<(SignalKind, usize)> {
    let patterns = Watch::default().patterns(scene, day("2026-03-06"), Shanghai);
    patterns.into_iter().map(|pattern| (pattern.kind, pattern.count)).collect()
}

/// So many confirmations of different residents, so many seconds apart.
fn row_of(count: u128, seconds: i64) -> Vec<Use> {
    (0..count).map(|n| used(n, n, noon() + Duration::seconds(seconds * i64::try_from(n).unwrap()))).collect()
}

#[test]
fn ten_in_five_minutes_are_a_burst_and_nine_are_none() {
    assert_eq!(found(&scene(row_of(10, 33))), [(SignalKind::Burst, 10)]);
    assert_eq!(found(&scene(row_of(9, 1))), []);
    // The tenth comes when the five minutes of the first are just over.
    let mut slow = row_of(10, 33);
    slow[9].at = noon() + Duration::minutes(5);
    assert_eq!(found(&scene(slow)), []);
}

#[test]
fn who_comes_to_a_class_makes_no_burst() {
    let class = |one| Use { in_slot: true, ..one };
    assert_eq!(found(&scene(row_of(30, 1).into_iter().map(class).collect())), []);
    let mut mixed = row_of(11, 1);
    mixed[0].in_slot = true;
    assert_eq!(found(&scene(mixed)), [(SignalKind::Burst, 10)]);
}

#[test]
fn the_same_pair_is_told_on_the_day_it_meets_for_the_fifth_time_in_a_week() {
    let meets = |days: &[i64]| -> Vec<Use> {
        let one = |(number, days): (usize, &i64)| {
            used(u128::try_from(number).unwrap(), 1, noon() - Duration::days(*days))
        };
        days.iter().enumerate().map(one).collect()
    };
    assert_eq!(found(&scene(meets(&[6, 4, 3, 2, 0]))), [(SignalKind::SamePair, 5)]);
    assert_eq!(found(&scene(meets(&[6, 5, 4, 3, 2]))), [], "not today");
    let since = Watch::default().since(day("2026-03-06"));
    assert_eq!(since, day("2026-02-28"), "what lies before is not even loaded");
}

#[test]
fn who_works_in_the_store_is_told_from_the_first_time_on() {
    let insider = Use { insider: true, ..used(1, 1, noon()) };
    let patterns = Watch::default().patterns(&scene(vec![insider]), day("2026-03-06"), Shanghai);
    assert_eq!(patterns.len(), 1);
    assert_eq!((patterns[0].kind, patterns[0].resident), (SignalKind::OwnStore, Some(insider.resident)));
    assert_eq!(patterns[0].rows, [insider.id.uuid()]);
}

#[test]
fn three_after_hours_are_told_where_hours_are_stated() {
    let late = at("2026-03-06T15:00:00Z");
    let uses: Vec<Use> =
        (0..3).map(|n| used(n, n, late + Duration::minutes(i64::try_from(n).unwrap()))).collect();
    let weekdays = [DayOfWeek::Fri].into();
    let opening = OpenSpan { weekdays, from: "09:00".parse().unwrap(), to: "21:00".parse().unwrap() };
    let hours = BTreeMap::from([(STORE, Hours(vec![opening]))]);
    assert_eq!(found(&scene(uses.clone())), []);
    assert_eq!(found(&Scene { uses, hours, ..Scene::default() }), [(SignalKind::OutsideHours, 3)]);
}

#[test]
fn five_codes_that_do_not_exist_are_told_at_their_store() {
    let miss = |n| Miss { id: FailedConfirmationId::new(Uuid::from_u128(n)), store: STORE };
    let misses = |count| Scene { misses: (0..count).map(miss).collect(), ..Scene::default() };
    assert_eq!((found(&misses(4)), found(&misses(5))), (vec![], vec![(SignalKind::UnknownCodes, 5)]));
}

#[test]
fn zero_turns_a_kind_off() {
    let off = Watch { burst_count: 0, pair_count: 0, own_store_count: 0, ..Watch::default() };
    let uses = row_of(50, 1).into_iter().map(|one| Use {
        insider: true,
        resident: ResidentId::new(Uuid::nil()),
        ..one
    });
    assert_eq!(off.patterns(&scene(uses.collect()), day("2026-03-06"), Shanghai), []);
}

#[test]
fn a_day_is_looked_at_once_nothing_in_it_can_be_undone() {
    let last = Some(day("2026-03-05"));
    assert_eq!(community().next_watched(last, at("2026-03-06T16:59:59Z")), None);
    assert_eq!(community().next_watched(last, at("2026-03-06T17:00:00Z")), Some(day("2026-03-06")));
    assert_eq!(community().next_watched(None, noon()), Some(day("2026-02-04")));
}

#[test]
fn a_signal_is_looked_into_once() {
    let pattern = Pattern {
        kind: SignalKind::Burst,
        store: STORE,
        cashier: None,
        resident: None,
        count: 10,
        threshold: 10,
        rows: Vec::new(),
    };
    let id = SignalId::new(Uuid::nil());
    let signal = Signal { id, day: day("2026-03-06"), pattern, found_at: noon(), look: None };
    let look = Look { outcome: Outcome::Dismissed, note: "促销日".to_owned(), by: user(2), at: noon() };
    let seen = signal.looked_into(look.clone()).unwrap();
    assert_eq!(seen.state(), SignalState::Dismissed);
    assert_eq!(seen.looked_into(look), Err(Refusal::WrongState { state: "dismissed".to_owned() }));
}

proptest! {
    #[test]
    fn a_burst_has_every_confirmation_that_any_such_span_has_and_no_other(
        seconds in prop::collection::vec(0_i64..3_000, 0..60), count in 1_usize..12, minutes in 1_i64..10,
    ) {
        let watch = Watch { burst_count: count, burst_minutes: minutes, pair_count: 0, ..Watch::default() };
        let number = |n: usize| u128::try_from(n).unwrap();
        let uses: Vec<Use> = seconds.iter().enumerate()
            .map(|(n, seconds)| used(number(n), number(n), noon() + Duration::seconds(*seconds)))
            .collect();
        let span = Duration::minutes(minutes);
        // Each span that begins with a confirmation, looked at by itself.
        let in_span = |first: &Use| uses.iter().filter(|one| one.at >= first.at && one.at - first.at < span).collect::<Vec<_>>();
        let spans: Vec<Vec<&Use>> = uses.iter().map(in_span).filter(|span| span.len() >= count).collect();
        let mut expected: Vec<Uuid> = spans.iter().flatten().map(|one| one.id.uuid()).collect();
        expected.sort();
        expected.dedup();
        let patterns = watch.patterns(&scene(uses.clone()), day("2026-03-06"), Shanghai);
        let rows = patterns.first().map(|pattern| pattern.rows.clone()).unwrap_or_default();
        prop_assert_eq!(rows, expected);
        prop_assert_eq!(patterns.first().map(|pattern| pattern.count), spans.iter().map(Vec::len).max());
    }
}
