//! Taking a voucher, and what becomes of it.

use chrono::{DateTime, Duration};
use uuid::Uuid;

use super::samples::{NOW, after, holder, offer, voucher, whole};
use super::{Taker, Voucher, VoucherState, take};
use crate::Refusal;
use crate::calendar::Period;
use crate::hours::{Hours, OpenSpan};
use crate::ids::{OfferId, ResidentId, SlotId};
use crate::ledger::Purse;
use crate::ledger::tests::wallet;
use crate::offers::{Conditions, Limit, Offer, OfferState, Past, PeriodQuota, Provider, SlotTerms};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::{Eligibility, Per};
use crate::slots::{Plan, Slot, SlotOf};

fn purse(held: i64) -> Purse {
    Purse::of(ResidentId::new(Uuid::nil()), wallet(&[(2027, 20, held)]))
}

fn taker() -> Taker {
    Taker {
        id: ResidentId::new(Uuid::nil()),
        holder: holder(1900),
        purse: purse(5),
        taken: 1,
        past: Vec::new(),
        taken_in_period: 0,
        seats: Vec::new(),
    }
}

fn refused(offer: &Offer, taker: &Taker) -> Refusal {
    take(offer, taker, None, after(Duration::zero())).unwrap_err()
}

#[test]
fn a_voucher_is_good_for_its_days_but_not_beyond_the_offer() {
    let take = |days| take(&offer(), &taker(), None, after(Duration::days(days)));
    assert_eq!(take(0), Ok(NOW + Duration::days(7)));
    assert_eq!(take(29), Ok(offer().valid_to));
}

#[test]
fn each_term_of_the_offer_is_asked() {
    let closed = Offer { state: OfferState::Closed, ..offer() };
    assert_eq!(refused(&closed, &taker()), Refusal::OfferNotOpen);
    let suspended = Offer { partner: Provider { active: false, ..offer().partner }, ..offer() };
    assert_eq!(refused(&suspended, &taker()), Refusal::OfferNotOpen);
    let later = NOW + Duration::seconds(1);
    let early = Offer { valid_from: later, ..offer() };
    assert_eq!(refused(&early, &taker()), Refusal::OfferNotYetValid { opens_at: later });
    let over = Offer { valid_to: NOW, ..offer() };
    assert_eq!(refused(&over, &taker()), Refusal::OfferClosed { closed_at: NOW });
    assert_eq!(refused(&Offer { taken: 10, ..offer() }, &taker()), Refusal::QuotaUsedUp);
    let eligibility = Eligibility { min_age: Some(75), ..Eligibility::default() };
    let old = Offer { conditions: Conditions { eligibility, ..Conditions::default() }, ..offer() };
    assert_eq!(refused(&old, &taker()), Refusal::AgeNotEligible);
}

#[test]
fn what_was_taken_in_the_period_is_counted() {
    let limits = vec![Limit { period: Period::Month, per: Per::Resident, times: 1 }];
    let monthly = Offer { conditions: Conditions { limits, ..Conditions::default() }, ..offer() };
    let had = Taker { past: vec![Past { resident: taker().id, at: NOW }], ..taker() };
    let limit = Refusal::LimitReached { period: Period::Month, per: Per::Resident, limit: 1 };
    assert_eq!(refused(&monthly, &had), limit);
    let sixty = Offer { period_quota: Some(PeriodQuota { period: Period::Month, vouchers: 60 }), ..offer() };
    let last = Taker { taken_in_period: 60, ..taker() };
    let used_up = Refusal::PeriodQuotaUsedUp { period: Period::Month, quota: 60 };
    assert_eq!(refused(&sixty, &last), used_up);
    assert!(take(&sixty, &Taker { taken_in_period: 59, ..taker() }, None, after(Duration::zero())).is_ok());
}

#[test]
fn nobody_takes_a_voucher_for_hours_that_will_not_come() {
    // 1 January 1970 was a Thursday.
    let days = [crate::communities::DayOfWeek::Thu].into();
    let span = OpenSpan { weekdays: days, from: "08:00".parse().unwrap(), to: "09:00".parse().unwrap() };
    let thursdays =
        Offer { conditions: Conditions { hours: Hours(vec![span]), ..Conditions::default() }, ..offer() };
    assert!(
        take(&thursdays, &taker(), None, after(Duration::hours(9))).is_ok(),
        "next Thursday is within a week"
    );
    let short = Offer { voucher_days: 6, ..thursdays };
    assert_eq!(take(&short, &taker(), None, after(Duration::hours(9))), Err(Refusal::NoHoursLeft));
}

#[test]
fn a_voucher_of_a_class_is_for_one_of_its_slots_and_good_until_it_ends() {
    let class = Offer { slots: Some(SlotTerms { early_minutes: 30 }), ..offer() };
    let plan = Plan {
        starts_at: NOW + Duration::days(9),
        ends_at: NOW + Duration::days(9) + Duration::hours(1),
        seats: 1,
    };
    let slot = Slot::new(SlotId::new(Uuid::nil()), &class.clone().into(), plan, NOW).unwrap();
    let take = |offer: &Offer, slot: Option<&Slot>| take(offer, &taker(), slot, after(Duration::zero()));
    assert_eq!(take(&class, Some(&slot)), Ok(plan.ends_at));
    assert_eq!(take(&class, Some(&Slot { taken: 1, ..slot.clone() })), Err(Refusal::SlotFull));
    let elsewhere = Slot { of: SlotOf::Offer(OfferId::new(Uuid::max())), ..slot.clone() };
    let outside = Slot { ends_at: class.valid_to + Duration::seconds(1), ..slot.clone() };
    for (offer, slot) in
        [(&class, None), (&class, Some(&elsewhere)), (&class, Some(&outside)), (&offer(), Some(&slot))]
    {
        assert!(matches!(take(offer, slot), Err(Refusal::SlotInvalid { place: "slot_id", .. })));
    }
}

#[test]
fn the_resident_is_registered_below_the_limit_and_can_pay() {
    let mut gone = taker();
    gone.holder.state = ResidentState::MovedOut;
    assert_eq!(refused(&offer(), &gone), Refusal::ResidentNotActive);
    let eager = Taker { taken: 2, ..taker() };
    assert_eq!(refused(&offer(), &eager), Refusal::PersonLimitReached { limit: 2 });
    let poor = Taker { purse: purse(6), ..taker() };
    let refusal = Refusal::NotEnoughPoints { price: Points::new(15), available: Points::new(14) };
    assert_eq!(refused(&offer(), &poor), refusal);
}

#[test]
fn only_a_held_or_undone_voucher_is_open_and_its_time_ends_it() {
    let voucher = voucher();
    let expired = Refusal::VoucherExpired { expired_at: voucher.expires_at };
    assert_eq!(voucher.check_usable(voucher.expires_at), Err(expired.clone()));
    assert_eq!(voucher.check_unused(), Ok(()));
    assert_eq!(voucher.clone().held_again().check_usable(NOW), Ok(()));
    let closed = |state| voucher.clone().closed(state, NOW).check_unused();
    assert_eq!(closed(VoucherState::Confirmed), Err(Refusal::VoucherUsed));
    assert_eq!(closed(VoucherState::Released), Err(Refusal::VoucherReleased));
    assert_eq!(closed(VoucherState::Expired), Err(expired));
    let reason = "门店停业".to_owned();
    let deactivated = voucher.clone().deactivated(reason.clone(), NOW).unwrap();
    assert_eq!(deactivated.check_usable(NOW), Err(Refusal::VoucherDeactivated { reason }));
}

#[test]
fn a_card_of_three_is_in_use_until_its_last_use() {
    let card = Voucher { uses: 3, ..voucher() };
    let once = card.used_once(NOW);
    assert_eq!((once.state, once.used, once.closed_at), (VoucherState::InUse, 1, None));
    assert_eq!(once.check_usable(NOW), Ok(()));
    assert_eq!(once.check_unused(), Err(Refusal::VoucherInUse { used: 1, uses: 3 }));
    let thrice = once.used_once(NOW).used_once(NOW);
    assert_eq!((thrice.state, thrice.closed_at), (VoucherState::Confirmed, Some(NOW)));
    let back = thrice.clone().with_a_use_back(NOW);
    assert_eq!((back.state, back.used, back.closed_at), (VoucherState::InUse, 2, None));
    let late = thrice.with_a_use_back(voucher().expires_at);
    assert_eq!((late.state, late.used, late.closed_at), (VoucherState::Expired, 2, Some(NOW)));
}

#[test]
fn an_open_voucher_expires_when_its_time_is_over_and_a_closed_one_never() {
    let (voucher, over) = (voucher(), voucher().expires_at);
    assert_eq!(voucher.expired(over - Duration::microseconds(1)), None);
    let in_use = Voucher { uses: 2, ..voucher.clone() }.used_once(NOW);
    for open in [voucher.clone(), voucher.clone().held_again(), in_use] {
        let expired = open.expired(over).unwrap();
        assert_eq!((expired.state, expired.closed_at), (VoucherState::Expired, Some(over)));
        assert_eq!(expired.expired(over), None);
    }
    for state in [VoucherState::Confirmed, VoucherState::Released, VoucherState::Deactivated] {
        assert_eq!(voucher.clone().closed(state, NOW).expired(over), None);
    }
}

#[test]
fn until_its_slot_begins_a_voucher_moves_to_another_of_the_same_offer() {
    let class = Offer { slots: Some(SlotTerms { early_minutes: 30 }), ..offer() };
    let slot = |number: u128, day: i64| {
        let starts_at = NOW + Duration::days(day);
        let plan = Plan { starts_at, ends_at: starts_at + Duration::hours(1), seats: 1 };
        Slot::new(SlotId::new(Uuid::from_u128(number)), &class.clone().into(), plan, NOW).unwrap()
    };
    let mut held = whole();
    (held.offer, held.slot) = (class.clone(), Some(slot(1, 1)));
    let moved = held.clone().moved_to(slot(2, 8), NOW).unwrap();
    assert_eq!((moved.voucher.expires_at, moved.slot), (slot(2, 8).ends_at, Some(slot(2, 8))));
    let begun = held.clone().moved_to(slot(2, 8), NOW + Duration::days(1)).unwrap_err();
    assert!(matches!(begun, Refusal::SlotBegun { .. }));
    assert_eq!(held.clone().moved_to(Slot { taken: 1, ..slot(2, 8) }, NOW), Err(Refusal::SlotFull));
    assert!(matches!(held.clone().moved_to(slot(1, 1), NOW), Err(Refusal::SlotInvalid { .. })));
    let used = held.voucher.clone().used_once(NOW);
    held.voucher = used;
    assert_eq!(held.moved_to(slot(2, 8), DateTime::UNIX_EPOCH), Err(Refusal::VoucherUsed));
}
