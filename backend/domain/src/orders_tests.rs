//! Tests of the rules of orders.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::{Order, OrderLine, OrderState, Orderer, Wanted, place};
use crate::Refusal;
use crate::codes::Code;
use crate::ids::{HoldId, HouseholdId, OrderId, ResidentId, RewardId, TransferId, UserId};
use crate::ledger::tests::wallet;
use crate::ledger::{Purse, Side, SystemAccount, TransferCode};
use crate::points::Points;
use crate::residents::{Resident, ResidentState};
use crate::rewards::tests::reward;
use crate::rewards::{Reward, RewardState};

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

pub(crate) fn resident(state: ResidentState) -> Resident {
    Resident {
        id: ResidentId::new(Uuid::nil()),
        name: "李奶奶".to_owned(),
        birth_year: None,
        phone: None,
        household: HouseholdId::new(Uuid::nil()),
        card: Code::from_random(1),
        state,
    }
}

pub(crate) fn purse(posted: i64, held: i64) -> Purse {
    Purse::of(ResidentId::new(Uuid::nil()), wallet(&[(2027, posted, held)]))
}

pub(crate) fn wants(reward: &Reward, quantity: i64) -> Wanted<'_> {
    Wanted { reward, quantity, ordered: 0, slot: None }
}

pub(crate) fn orderer(resident: &Resident, purse: &Purse) -> Orderer {
    Orderer { resident: resident.clone(), purse: purse.clone(), seats: Vec::new() }
}

type Placed = Result<(Vec<OrderLine>, Points), Refusal>;

fn placed(resident: &Resident, wanted: &[Wanted<'_>], purse: &Purse) -> Placed {
    place(&orderer(resident, purse), wanted, NOW)
}

#[test]
fn what_was_ordered_before_in_the_quarter_counts() {
    let dear = Reward { limit_per_quarter: Some(2), ..reward(1, "篮球", 10, 9, 0) };
    let again = |ordered| Wanted { ordered, ..wants(&dear, 1) };
    let placed = |wanted| placed(&resident(ResidentState::Active), &[wanted], &purse(40, 0));
    assert!(placed(again(1)).is_ok());
    let refusal = Refusal::QuarterLimitReached { name: "篮球".to_owned(), limit: 2, left: 0 };
    assert_eq!(placed(again(2)), Err(refusal));
}

pub(crate) fn order(state: OrderState, on_behalf: bool) -> Order {
    let line = |number: u128, name: &str, quantity, unit| OrderLine {
        reward: RewardId::new(Uuid::from_u128(number)),
        name: name.to_owned(),
        quantity,
        unit: Points::new(unit),
        replaces: None,
        seat: None,
    };
    Order {
        id: OrderId::new(Uuid::nil()),
        resident: ResidentId::new(Uuid::nil()),
        code: Code::from_random(1),
        state,
        lines: vec![line(1, "彩笔", 2, 10), line(2, "雨伞", 1, 20)],
        total: Points::new(40),
        placed_by: UserId::new(Uuid::nil()),
        on_behalf,
        placed_at: NOW,
        ready_at: None,
        closed_at: None,
        expires_at: NOW + Duration::days(14),
    }
}

#[test]
fn an_order_costs_what_its_lines_cost_at_this_moment() {
    let (pens, umbrella) = (reward(1, "彩笔", 10, 9, 0), reward(2, "雨伞", 20, 9, 0));
    let wanted = [wants(&pens, 2), wants(&umbrella, 1)];
    let (lines, total) = placed(&resident(ResidentState::Active), &wanted, &purse(40, 0)).unwrap();
    assert_eq!(lines, order(OrderState::Held, false).lines);
    assert_eq!(total, Points::new(40));
}

#[test]
fn held_points_cannot_be_spent_again() {
    let pens = reward(1, "彩笔", 10, 9, 0);
    let refusal = Refusal::NotEnoughPoints { price: Points::new(20), available: Points::new(19) };
    let placed = placed(&resident(ResidentState::Active), &[wants(&pens, 2)], &purse(40, 21));
    assert_eq!(placed, Err(refusal));
}

#[test]
fn what_forbids_an_order_is_told_in_a_fixed_order() {
    let (gone, poor) = (resident(ResidentState::MovedOut), purse(0, 0));
    let here = resident(ResidentState::Active);
    let none_left = reward(1, "彩笔", 10, 3, 3);
    let hidden = Reward { state: RewardState::OffShelf, ..none_left.clone() };
    let on_shelf = Refusal::RewardNotOnShelf { name: "彩笔".to_owned() };
    let left = Refusal::OutOfStock { name: "彩笔".to_owned(), left: 0 };
    let twice = Refusal::OrderedTwice { name: "彩笔".to_owned() };
    assert_eq!(placed(&gone, &[wants(&hidden, 1), wants(&hidden, 1)], &poor), Err(twice));
    assert_eq!(placed(&gone, &[wants(&hidden, 1)], &poor), Err(Refusal::ResidentNotActive));
    assert_eq!(placed(&here, &[wants(&hidden, 1)], &poor), Err(on_shelf));
    assert_eq!(placed(&here, &[wants(&none_left, 1)], &poor), Err(left));
}

#[test]
fn an_order_goes_from_held_by_way_of_ready_or_at_once_to_its_end() {
    let held = order(OrderState::Held, false);
    let ready = held.made_ready(NOW, NOW).unwrap();
    assert_eq!((ready.state, ready.ready_at, ready.closed_at), (OrderState::Ready, Some(NOW), None));
    for open in [held, ready] {
        let picked_up = open.picked_up(NOW).unwrap();
        assert_eq!((picked_up.state, picked_up.closed_at), (OrderState::PickedUp, Some(NOW)));
        let cancelled = open.cancelled(NOW).unwrap();
        assert_eq!((cancelled.state, cancelled.closed_at), (OrderState::Cancelled, Some(NOW)));
    }
}

#[test]
fn a_finished_order_stays_as_it_is() {
    for state in [OrderState::PickedUp, OrderState::Cancelled, OrderState::Expired] {
        let (finished, refusal) = (order(state, false), Refusal::WrongState { state: state.to_string() });
        assert_eq!(finished.made_ready(NOW, NOW), Err(refusal.clone()));
        assert_eq!(finished.picked_up(NOW), Err(refusal.clone()));
        assert_eq!(finished.cancelled(NOW), Err(refusal));
        assert_eq!(finished.expired(finished.expires_at), None);
    }
    assert!(order(OrderState::Ready, false).made_ready(NOW, NOW).is_err());
}

#[test]
fn an_open_order_expires_when_its_time_is_over_and_being_made_ready_gives_it_more() {
    let (held, later) = (order(OrderState::Held, false), NOW + Duration::days(20));
    assert_eq!(held.expired(held.expires_at - Duration::microseconds(1)), None);
    let over = held.expired(held.expires_at).unwrap();
    assert_eq!((over.state, over.closed_at), (OrderState::Expired, Some(held.expires_at)));
    let ready = held.made_ready(NOW, later).unwrap();
    assert_eq!((ready.expired(held.expires_at), ready.expires_at), (None, later));
    assert!(ready.expired(later).is_some());
}

#[test]
fn the_payments_capture_the_holds_and_say_what_they_were_for() {
    let transfer = TransferId::new(Uuid::from_u128(8));
    let own = order(OrderState::Held, false);
    let holds = purse(40, 0).hold(own.total, own.cause(), || HoldId::new(Uuid::from_u128(7))).unwrap();
    let payments = |order: &Order| order.payments(&holds, || transfer);
    let paid = payments(&own);
    let [payment] = paid.as_slice() else { panic!("{paid:?}") };
    assert_eq!((payment.code, payment.parts.total()), (TransferCode::Spend, own.total));
    assert_eq!((payment.hold, payment.debit), (Some(holds[0].id), Side::Wallet(own.resident)));
    assert_eq!(payment.credit, Side::System(SystemAccount::Spent));
    let sentence = format!("积分超市兑换 彩笔×2、雨伞×1，共 40 分（兑换单 {}）", own.code);
    assert_eq!(payment.explanation.to_string(), sentence);
    assert_eq!(own.in_place_of(), None);
    assert_eq!(order(OrderState::Held, true).in_place_of(), Some(own.resident));
}

#[test]
fn who_pays_with_the_household_is_told_the_own_share() {
    let shared = vec![(ResidentId::new(Uuid::from_u128(5)), wallet(&[(2027, 40, 0)]))];
    let together = Purse { shared, ..purse(30, 0) };
    let own = order(OrderState::Held, false);
    let holds = together.hold(own.total, own.cause(), || HoldId::new(Uuid::from_u128(7))).unwrap();
    let paid = own.payments(&holds, || TransferId::new(Uuid::nil()));
    let sentences: Vec<String> = paid.iter().map(|one| one.explanation.to_string()).collect();
    assert!(sentences[0].ends_with("，与家人合付，本人 30 分"), "{sentences:?}");
    assert!(sentences[1].ends_with("，与家人合付，本人 10 分"), "{sentences:?}");
}
