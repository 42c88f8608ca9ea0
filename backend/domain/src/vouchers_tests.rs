//! Taking a voucher.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::{Holder, Taker, Voucher, VoucherState, take};
use crate::Refusal;
use crate::codes::Code;
use crate::ids::{OfferId, PartnerId, ResidentId, VoucherId};
use crate::ledger::Purse;
use crate::ledger::tests::wallet;
use crate::money::Fen;
use crate::offers::{Ages, Offer, OfferState, Provider, Terms};
use crate::points::Points;
use crate::residents::ResidentState;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();

fn offer() -> Offer {
    Offer {
        id: OfferId::new(Uuid::nil()),
        partner: Provider { id: PartnerId::new(Uuid::nil()), name: "惠民鲜生".to_owned(), active: true },
        title: "满60减20".to_owned(),
        description: String::new(),
        terms: Terms::SpendAndSave { min_spend_fen: Fen::new(6000), save_fen: Fen::new(2000) },
        price: Points::new(15),
        quota: Some(10),
        taken: 9,
        per_person_limit: Some(2),
        ages: Ages { min: None, max: Some(75) },
        valid_from: NOW,
        valid_to: NOW + Duration::days(30),
        voucher_days: 7,
        state: OfferState::Open,
        created_at: NOW,
    }
}

fn purse(held: i64) -> Purse {
    Purse::of(ResidentId::new(Uuid::nil()), wallet(&[(2027, 20, held)]))
}

fn taker() -> Taker {
    let holder =
        Holder { name: "王小明".to_owned(), birth_year: Some(1900), state: ResidentState::Active };
    Taker { holder, purse: purse(5), taken: 1 }
}

fn refused(offer: &Offer, taker: &Taker) -> Refusal {
    take(offer, taker, NOW, TODAY).unwrap_err()
}

#[test]
fn a_voucher_is_good_for_its_days_but_not_beyond_the_offer() {
    assert_eq!(take(&offer(), &taker(), NOW, TODAY), Ok(NOW + Duration::days(7)));
    let late = NOW + Duration::days(29);
    assert_eq!(take(&offer(), &taker(), late, TODAY), Ok(offer().valid_to));
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
    let old = Offer { ages: Ages { min: Some(75), max: None }, ..offer() };
    assert_eq!(refused(&old, &taker()), Refusal::AgeNotEligible);
    assert_eq!(refused(&Offer { taken: 10, ..offer() }, &taker()), Refusal::QuotaUsedUp);
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

fn voucher() -> Voucher {
    Voucher {
        id: VoucherId::new(Uuid::nil()),
        offer: OfferId::new(Uuid::nil()),
        resident: ResidentId::new(Uuid::nil()),
        code: Code::from_random(1),
        state: VoucherState::Held,
        price: Points::ZERO,
        taken_at: NOW,
        expires_at: NOW + Duration::days(1),
        closed_at: None,
    }
}

#[test]
fn only_a_held_or_undone_voucher_is_open_and_its_time_ends_it() {
    let voucher = voucher();
    let expired = Refusal::VoucherExpired { expired_at: voucher.expires_at };
    assert_eq!(voucher.check_usable(voucher.expires_at), Err(expired.clone()));
    assert_eq!(voucher.check_open(), Ok(()));
    assert_eq!(voucher.clone().held_again().check_usable(NOW), Ok(()));
    let closed = |state| voucher.clone().closed(state, NOW).check_open();
    assert_eq!(closed(VoucherState::Confirmed), Err(Refusal::VoucherUsed));
    assert_eq!(closed(VoucherState::Released), Err(Refusal::VoucherReleased));
    assert_eq!(closed(VoucherState::Expired), Err(expired));
}

#[test]
fn an_open_voucher_expires_when_its_time_is_over_and_a_closed_one_never() {
    let (voucher, over) = (voucher(), NOW + Duration::days(1));
    assert_eq!(voucher.expired(over - Duration::microseconds(1)), None);
    for open in [voucher.clone(), voucher.clone().held_again()] {
        let expired = open.expired(over).unwrap();
        assert_eq!((expired.state, expired.closed_at), (VoucherState::Expired, Some(over)));
        assert_eq!(expired.expired(over), None);
    }
    for state in [VoucherState::Confirmed, VoucherState::Released] {
        assert_eq!(voucher.clone().closed(state, NOW).expired(over), None);
    }
}
