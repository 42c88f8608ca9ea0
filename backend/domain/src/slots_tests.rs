//! Slots: planned, changed, cancelled, taken.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use uuid::Uuid;

use super::{Host, Plan, Seat, Slot, SlotChange, SlotOf};
use crate::Refusal;
use crate::activities::Every;
use crate::ids::SlotId;
use crate::offers::{Offer, SlotTerms};
use crate::rewards::tests::{reward, service};
use crate::vouchers::samples;

const TERMS: SlotTerms = SlotTerms { early_minutes: 30 };

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    at("2026-11-25T04:00:00Z")
}

fn class() -> Host {
    offer(Some(TERMS)).into()
}

fn offer(slots: Option<SlotTerms>) -> Offer {
    let (valid_from, valid_to) = (at("2026-11-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
    Offer { slots, valid_from, valid_to, ..samples::offer() }
}

fn plan() -> Plan {
    Plan { starts_at: at("2026-11-28T01:00:00Z"), ends_at: at("2026-11-28T03:00:00Z"), seats: 2 }
}

fn slot() -> Slot {
    Slot::new(SlotId::new(Uuid::from_u128(1)), &class(), plan(), now()).unwrap()
}

fn place(refused: Result<Slot, Refusal>) -> &'static str {
    match refused {
        Err(Refusal::SlotInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_slot_lies_ahead_and_within_its_offer() {
    let planned = |plan| Slot::new(SlotId::new(Uuid::nil()), &class(), plan, now());
    assert_eq!(place(planned(Plan { ends_at: plan().starts_at, ..plan() })), "ends_at");
    assert_eq!(place(planned(Plan { ends_at: at("2026-11-29T02:00:00Z"), ..plan() })), "ends_at");
    assert_eq!(
        place(planned(Plan { starts_at: now(), ends_at: now() + Duration::hours(1), ..plan() })),
        "starts_at"
    );
    let late = Plan { starts_at: at("2026-12-31T23:00:00Z"), ends_at: at("2027-01-01T00:00:01Z"), seats: 1 };
    assert_eq!(place(planned(late)), "starts_at");
    let without = Host::from(offer(None));
    assert_eq!(Slot::new(SlotId::new(Uuid::nil()), &without, plan(), now()), Err(Refusal::OfferWithoutSlots));
}

#[test]
fn a_service_of_the_supermarket_has_slots_whenever_they_are_and_goods_have_none() {
    let haircut = service(7, "义剪", 5);
    let late = Plan { starts_at: at("2029-12-31T23:00:00Z"), ends_at: at("2030-01-01T00:00:01Z"), seats: 1 };
    let planned = |host: Host, plan| Slot::new(SlotId::new(Uuid::nil()), &host, plan, now());
    assert_eq!(planned(haircut.clone().into(), late).unwrap().of, SlotOf::Reward(haircut.id));
    assert_eq!(
        place(planned(haircut.into(), Plan { starts_at: now(), ..late })),
        "ends_at",
        "of what length it is"
    );
    let goods = Refusal::RewardIsGoods { name: "雨伞".to_owned() };
    assert_eq!(planned(reward(1, "雨伞", 20, 5, 3).into(), plan()), Err(goods));
}

#[test]
fn a_weekly_class_is_at_the_same_time_of_the_community_s_day() {
    let weekly = plan().repeated(Every::Week, 2, Shanghai);
    let starts: Vec<_> = weekly.iter().map(|plan| plan.starts_at).collect();
    assert_eq!(starts, ["2026-11-28T01:00:00Z", "2026-12-05T01:00:00Z", "2026-12-12T01:00:00Z"].map(at));
    // In Berlin clocks go back in between: the class stays at two o'clock.
    let autumn =
        Plan { starts_at: at("2026-10-24T12:00:00Z"), ends_at: at("2026-10-24T13:00:00Z"), seats: 1 };
    let weekly = autumn.repeated(Every::Week, 1, chrono_tz::Europe::Berlin);
    assert_eq!(weekly[1].starts_at, at("2026-10-31T13:00:00Z"));
}

#[test]
fn seats_are_taken_until_they_are_full_or_it_begins() {
    assert_eq!(slot().check_seat(now()), Ok(()));
    assert_eq!(Slot { taken: 2, ..slot() }.check_seat(now()), Err(Refusal::SlotFull));
    let starts_at = slot().starts_at;
    assert_eq!(slot().check_seat(starts_at), Err(Refusal::SlotBegun { starts_at }));
    let cancelled = slot().cancelled("老师生病".to_owned(), now()).unwrap();
    assert_eq!(cancelled.check_seat(now()), Err(Refusal::SlotCancelled));
    assert_eq!(cancelled.cancelled(String::new(), now()), Err(Refusal::SlotCancelled));
    assert!(slot().cancelled(String::new(), slot().ends_at).is_err());
}

#[test]
fn its_time_changes_while_nobody_relies_on_it_and_its_seats_not_below_those_taken() {
    let later = SlotChange { ends_at: Some(at("2026-11-28T04:00:00Z")), ..SlotChange::default() };
    assert_eq!(slot().changed(&class(), later, now()).unwrap().ends_at, at("2026-11-28T04:00:00Z"));
    let taken = Slot { taken: 2, ..slot() };
    assert_eq!(taken.clone().changed(&class(), later, now()), Err(Refusal::SlotTaken { taken: 2 }));
    let seats = |seats| SlotChange { seats: Some(seats), ..SlotChange::default() };
    assert_eq!(taken.clone().changed(&class(), seats(1), now()), Err(Refusal::SeatsBelowTaken { taken: 2 }));
    assert_eq!(taken.changed(&class(), seats(20), now()).unwrap().seats, 20);
}

#[test]
fn nobody_sits_in_two_slots_at_once() {
    let seat = |from: &str, to: &str| Seat {
        slot: SlotId::new(Uuid::from_u128(2)),
        title: "义诊".to_owned(),
        starts_at: at(from),
        ends_at: at(to),
    };
    let right_before = seat("2026-11-28T00:00:00Z", "2026-11-28T01:00:00Z");
    let right_after = seat("2026-11-28T03:00:00Z", "2026-11-28T04:00:00Z");
    assert_eq!(slot().check_clash(&[right_before, right_after]), Ok(()));
    let meets = seat("2026-11-28T02:59:00Z", "2026-11-28T04:00:00Z");
    assert!(
        matches!(slot().check_clash(std::slice::from_ref(&meets)), Err(Refusal::SlotClash { title, .. }) if title == "义诊")
    );
    assert_eq!(slot().check_clash(&[Seat { slot: slot().id, ..meets }]), Ok(()), "the slot itself");
}

#[test]
fn vouchers_are_used_from_half_an_hour_before_until_its_end() {
    let (opens_at, closes_at) = (at("2026-11-28T00:30:00Z"), slot().ends_at);
    let outside = Err(Refusal::OutsideSlot { opens_at, closes_at });
    let second = Duration::seconds(1);
    assert_eq!(slot().check_use(TERMS, opens_at - second), outside);
    assert_eq!(slot().check_use(TERMS, opens_at), Ok(()));
    assert_eq!(slot().check_use(TERMS, closes_at - second), Ok(()));
    assert_eq!(slot().check_use(TERMS, closes_at), outside);
}
