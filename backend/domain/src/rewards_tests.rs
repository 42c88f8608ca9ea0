//! Rewards: what can be ordered, counted and changed of them.

use chrono::{DateTime, Duration};

use super::{
    AgeGroup, Reward, RewardChange, RewardKind, RewardPrice, RewardState, StockEntry, StockEntryKind,
};
use crate::Refusal;
use crate::ids::{PhotoId, RewardId};
use crate::points::Points;
use uuid::Uuid;

pub(crate) fn reward(number: u128, name: &str, price: i64, stock: i64, reserved: i64) -> Reward {
    Reward {
        id: RewardId::new(Uuid::from_u128(number)),
        kind: RewardKind::Goods,
        name: name.to_owned(),
        description: String::new(),
        age_group: AgeGroup::All,
        price: Points::new(price),
        stock,
        reserved,
        state: RewardState::OnShelf,
        limit_per_quarter: None,
        low_stock_at: None,
        photo: None,
    }
}

pub(crate) fn service(number: u128, name: &str, price: i64) -> Reward {
    Reward { kind: RewardKind::Service, ..reward(number, name, price, 0, 0) }
}

#[test]
fn a_service_is_ordered_without_a_stock_and_has_none_that_moves_or_runs_low() {
    let haircut = service(1, "义剪", 5);
    let refusal = Err(Refusal::RewardIsService { name: "义剪".to_owned() });
    assert_eq!((haircut.check_order(1), haircut.check_service()), (Ok(()), Ok(())));
    let bought = StockEntry::new(StockEntryKind::Bought, 1, None, None).unwrap();
    assert_eq!(
        (bought.change(&haircut).map(drop), haircut.check_count(0)),
        (refusal.clone(), refusal.clone())
    );
    assert_eq!((haircut.check(), Reward { low_stock_at: Some(0), ..haircut }.check()), (Ok(()), refusal));
    let goods = Refusal::RewardIsGoods { name: "雨伞".to_owned() };
    assert_eq!(reward(1, "雨伞", 20, 5, 3).check_service(), Err(goods));
}

#[test]
fn what_is_promised_to_others_cannot_be_ordered() {
    let umbrella = reward(1, "雨伞", 20, 5, 3);
    assert_eq!(umbrella.check_order(2), Ok(()));
    let refusal = Refusal::OutOfStock { name: "雨伞".to_owned(), left: 2 };
    assert_eq!(umbrella.check_order(3), Err(refusal));
}

#[test]
fn nobody_has_more_than_the_limit_of_a_quarter() {
    let dear = Reward { limit_per_quarter: Some(3), ..reward(1, "篮球", 120, 20, 0) };
    let refusal = |left| Err(Refusal::QuarterLimitReached { name: "篮球".to_owned(), limit: 3, left });
    assert_eq!((dear.check_limit(0, 3), dear.check_limit(2, 1)), (Ok(()), Ok(())));
    assert_eq!((dear.check_limit(0, 4), dear.check_limit(2, 2)), (refusal(3), refusal(1)));
    assert_eq!(dear.check_limit(9, 1), refusal(0), "the limit was lowered since");
    assert_eq!(reward(1, "彩笔", 1, 9, 0).check_limit(9, 99), Ok(()));
}

#[test]
fn stock_is_low_when_no_more_are_left_than_the_desk_wants_to_be_told_of() {
    let told = |left| Reward { low_stock_at: Some(5), ..reward(1, "彩笔", 1, left, 2) }.is_low();
    assert_eq!((told(7), told(8)), (true, false));
    assert!(!reward(1, "彩笔", 1, 0, 0).is_low());
}

#[test]
fn what_is_off_the_shelf_cannot_be_ordered() {
    let hidden = Reward { state: RewardState::OffShelf, ..reward(1, "雨伞", 20, 5, 0) };
    let refusal = Refusal::RewardNotOnShelf { name: "雨伞".to_owned() };
    assert_eq!(hidden.check_order(1), Err(refusal));
}

#[test]
fn a_count_below_what_is_promised_is_refused() {
    let umbrella = reward(1, "雨伞", 20, 5, 3);
    let refusal = Refusal::CountBelowReserved { name: "雨伞".to_owned(), reserved: 3 };
    assert_eq!((umbrella.check_count(2), umbrella.check_count(3)), (Err(refusal), Ok(())));
}

#[test]
fn a_picture_stays_until_another_one_or_none_is_named() {
    let [one, two] = [1, 2].map(|number| Some(PhotoId::new(Uuid::from_u128(number))));
    let shown = Reward { photo: one, ..reward(1, "彩笔", 10, 5, 0) };
    let after = |photo| shown.clone().changed(RewardChange { photo, ..RewardChange::default() });
    assert_eq!(after(None).unwrap().photo, one);
    assert_eq!((after(Some(two)).unwrap().photo, after(Some(None)).unwrap().photo), (two, None));
}

#[test]
fn what_is_not_named_stays_and_what_is_named_none_is_taken_away() {
    let pens = Reward { limit_per_quarter: Some(3), low_stock_at: Some(5), ..reward(1, "彩笔", 10, 9, 2) };
    let change = RewardChange {
        price: Some(Points::new(12)),
        limit_per_quarter: Some(None),
        ..RewardChange::default()
    };
    let changed = Reward { price: Points::new(12), limit_per_quarter: None, ..pens.clone() };
    assert_eq!(pens.changed(change), Ok(changed));
}

#[test]
fn the_price_that_is_set_last_holds_whatever_the_clock_says() {
    let (last, second) = (DateTime::UNIX_EPOCH, Duration::seconds(1));
    assert_eq!(RewardPrice::next_from(None, last), last);
    assert_eq!(RewardPrice::next_from(Some(last), last + second), last + second);
    assert!(RewardPrice::next_from(Some(last), last) > last);
    assert!(RewardPrice::next_from(Some(last), last - second) > last);
}
