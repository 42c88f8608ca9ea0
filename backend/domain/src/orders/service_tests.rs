//! Tests of the rules of services in orders.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::Refusal;
use crate::communities::Community;
use crate::communities::OpeningDays;
use crate::communities::tests::community;
use crate::ids::{RewardId, SlotId};
use crate::orders::tests::{order, orderer, purse, resident, wants};
use crate::orders::{Order, OrderLine, OrderState, Wanted, kept_until, place};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rewards::tests::{reward, service};
use crate::rewards::{Reward, RewardKind};
use crate::slots::{Host, Plan, Seat, Slot};

fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00+08:00").parse().unwrap()
}

fn now() -> DateTime<Utc> {
    at("2026-11-25T12:00")
}

fn haircut() -> Reward {
    service(7, "义剪", 5)
}

/// Saturday morning, for two.
fn slot() -> Slot {
    let plan = Plan { starts_at: at("2026-11-28T09:00"), ends_at: at("2026-11-28T11:00"), seats: 2 };
    Slot::new(SlotId::new(Uuid::from_u128(1)), &Host::from(haircut()), plan, now()).unwrap()
}

fn placed(wanted: &[Wanted<'_>], seats: &[Seat]) -> Result<Vec<OrderLine>, Refusal> {
    let here = resident(ResidentState::Active);
    let orderer = crate::orders::Orderer { seats: seats.to_vec(), ..orderer(&here, &purse(40, 0)) };
    place(&orderer, wanted, now()).map(|(lines, _)| lines)
}

fn booked(state: OrderState) -> Order {
    let (haircut, slot) = (haircut(), slot());
    let lines = placed(&[Wanted { slot: Some(&slot), ..wants(&haircut, 1) }], &[]).unwrap();
    let expires_at = kept_until(&lines, &community(), now());
    Order { lines, total: Points::new(5), expires_at, ..order(state, false) }
}

#[test]
fn a_service_takes_a_seat_in_one_of_its_slots_and_goods_take_none() {
    let (haircut, slot, pens) = (haircut(), slot(), reward(1, "彩笔", 10, 9, 0));
    let in_slot = |slot| Wanted { slot: Some(slot), ..wants(&haircut, 1) };
    let lines = placed(&[in_slot(&slot)], &[]).unwrap();
    assert_eq!(lines[0].seat, Some(slot.seat("义剪".to_owned())));
    let place = |refused: Result<Vec<OrderLine>, Refusal>| match refused {
        Err(Refusal::SlotInvalid { place, .. }) => place,
        other => panic!("{other:?}"),
    };
    assert_eq!(place(placed(&[wants(&haircut, 1)], &[])), "lines[0].slot_id");
    let other = Slot { of: Host::from(service(8, "义诊", 5)).of(), ..slot.clone() };
    assert_eq!(place(placed(&[in_slot(&other)], &[])), "lines[0].slot_id");
    let goods = Refusal::RewardIsGoods { name: "彩笔".to_owned() };
    assert_eq!(placed(&[Wanted { slot: Some(&slot), ..wants(&pens, 1) }], &[]), Err(goods));
    assert_eq!(placed(&[in_slot(&Slot { taken: 2, ..slot.clone() })], &[]), Err(Refusal::SlotFull));
}

#[test]
fn a_service_is_ordered_alone_and_once() {
    let (haircut, slot, pens) = (haircut(), slot(), reward(1, "彩笔", 10, 9, 0));
    let alone = Err(Refusal::ServiceAlone { name: "义剪".to_owned() });
    let in_slot = |quantity| Wanted { slot: Some(&slot), ..wants(&haircut, quantity) };
    assert_eq!(placed(&[wants(&pens, 1), in_slot(1)], &[]), alone);
    assert_eq!(placed(&[in_slot(2)], &[]), alone);
}

#[test]
fn nobody_orders_a_service_for_a_time_at_which_something_else_takes_place() {
    let (haircut, slot) = (haircut(), slot());
    let wanted = [Wanted { slot: Some(&slot), ..wants(&haircut, 1) }];
    let (starts_at, ends_at) = (at("2026-11-28T10:59"), at("2026-11-28T12:00"));
    let (id, title) = (SlotId::new(Uuid::from_u128(2)), "书法课".to_owned());
    let class = Seat { slot: id, title: title.clone(), starts_at, ends_at };
    assert_eq!(
        placed(&wanted, std::slice::from_ref(&class)),
        Err(Refusal::SlotClash { title, starts_at, ends_at })
    );
    assert!(placed(&wanted, &[Seat { starts_at: slot.ends_at, ..class }]).is_ok());
}

#[test]
fn nobody_orders_a_service_twice_for_the_same_slot() {
    let (haircut, slot) = (haircut(), slot());
    let wanted = [Wanted { slot: Some(&slot), ..wants(&haircut, 1) }];
    let clash = slot.check_only(&[slot.seat("义剪".to_owned())]).unwrap_err();
    assert_eq!(placed(&wanted, &[slot.seat("义剪".to_owned())]), Err(clash));
}

#[test]
fn a_service_is_done_from_its_slot_to_the_end_of_the_day_and_goods_when_the_supermarket_is_open() {
    let (service, goods) = (booked(OrderState::Held), order(OrderState::Held, false));
    assert_eq!((service.kind(), goods.kind()), (RewardKind::Service, RewardKind::Goods));
    assert_eq!(service.expires_at, at("2026-11-29T00:00"));
    assert_eq!(kept_until(&goods.lines, &community(), now()), community().pickup_until(now()));
    let opening_days = OpeningDays { month_days: [15].into(), ..OpeningDays::default() };
    let monthly = Community { opening_days, ..community() };
    let (opens_at, closes_at) = (at("2026-11-28T08:30"), at("2026-11-29T00:00"));
    let outside = Err(Refusal::OutsideSlot { opens_at, closes_at });
    let tells = [("2026-11-28T08:29", outside.clone()), ("2026-11-28T08:30", Ok(()))];
    for (when, told) in tells.into_iter().chain([("2026-11-28T23:59", Ok(())), ("2026-11-29T00:00", outside)])
    {
        assert_eq!(service.check_day(&monthly, true, at(when)), told, "{when}");
    }
    assert!(goods.check_day(&monthly, false, at("2026-11-28T10:00")).is_err());
    assert_eq!(goods.check_day(&monthly, true, at("2026-11-28T10:00")), Ok(()));
}

#[test]
fn a_service_is_given_back_until_its_slot_begins_and_called_off_whenever_it_is() {
    let (held, starts_at) = (booked(OrderState::Held), slot().starts_at);
    assert_eq!(held.cancelled(at("2026-11-28T08:59")).unwrap().state, OrderState::Cancelled);
    assert_eq!(held.cancelled(starts_at), Err(Refusal::SlotBegun { starts_at }));
    assert_eq!(held.called_off(starts_at).unwrap().state, OrderState::Cancelled);
    assert_eq!(held.left(at("2026-11-28T08:59")).unwrap().state, OrderState::Cancelled);
    assert_eq!(held.left(starts_at), None);
    let done = booked(OrderState::PickedUp);
    let closed = Refusal::WrongState { state: "picked_up".to_owned() };
    assert_eq!((done.cancelled(now()), done.called_off(now())), (Err(closed.clone()), Err(closed)));
}

#[test]
fn a_service_is_neither_laid_ready_nor_exchanged() {
    let (held, chalk) = (booked(OrderState::Held), reward(3, "粉笔", 5, 9, 0));
    let refusal = Err(Refusal::RewardIsService { name: "义剪".to_owned() });
    assert_eq!(held.made_ready(now(), now()), refusal);
    assert_eq!(held.substituted(haircut().id, &chalk, 0), refusal);
    let goods = order(OrderState::Held, false);
    assert_eq!(goods.substituted(RewardId::new(Uuid::from_u128(1)), &haircut(), 0), refusal);
}
