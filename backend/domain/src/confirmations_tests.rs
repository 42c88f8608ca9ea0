//! Confirming at the counter, and undoing it.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::{AfterUndo, Confirmation, Till};
use crate::Refusal;
use crate::codes::Code;
use crate::ids::{ConfirmationId, OfferId, PartnerId, ResidentId, StoreId, UserId, VoucherId};
use crate::money::Fen;
use crate::offers::{Ages, Offer, OfferState, Provider, Reckoning, Terms};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::vouchers::{Holder, Voucher, VoucherState, WholeVoucher};

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
const HOUR: Duration = Duration::hours(1);

fn whole() -> WholeVoucher {
    let offer = Offer {
        id: OfferId::new(Uuid::nil()),
        partner: Provider { id: PartnerId::new(Uuid::nil()), name: "惠民鲜生".to_owned(), active: true },
        title: "满60减20".to_owned(),
        description: String::new(),
        terms: Terms::SpendAndSave { min_spend_fen: Fen::new(6000), save_fen: Fen::new(2000) },
        price: Points::new(15),
        quota: Some(1),
        taken: 1,
        per_person_limit: Some(1),
        ages: Ages { min: Some(60), max: None },
        valid_from: NOW,
        valid_to: NOW + Duration::days(30),
        voucher_days: 7,
        state: OfferState::Closed,
        created_at: NOW,
    };
    let voucher = Voucher {
        id: VoucherId::new(Uuid::nil()),
        offer: offer.id,
        resident: ResidentId::new(Uuid::nil()),
        code: Code::from_random(1),
        state: VoucherState::Held,
        price: Points::new(15),
        taken_at: NOW,
        expires_at: NOW + Duration::days(7),
        closed_at: None,
    };
    let holder =
        Holder { name: "李奶奶".to_owned(), birth_year: Some(1910), state: ResidentState::Active };
    WholeVoucher { voucher, offer, holder }
}

fn till() -> Till {
    Till {
        store: StoreId::new(Uuid::nil()),
        name: "花山店".to_owned(),
        partner: PartnerId::new(Uuid::nil()),
        open: true,
    }
}

fn confirmation() -> Confirmation {
    Confirmation {
        id: ConfirmationId::new(Uuid::nil()),
        voucher: VoucherId::new(Uuid::nil()),
        store: StoreId::new(Uuid::nil()),
        cashier: UserId::new(Uuid::nil()),
        reckoning: Reckoning { bill: Fen::new(6000), discount: Fen::new(2000) },
        confirmed_at: NOW,
        undone: None,
    }
}

#[test]
fn a_voucher_of_an_offer_that_was_closed_or_used_up_since_stays_good() {
    let reckoning = whole().confirm_at(&till(), Some(Fen::new(6500)), NOW, TODAY).unwrap();
    assert_eq!(reckoning.to_collect(), Fen::new(4500));
}

#[test]
fn another_partners_store_is_told_nothing_else_and_a_closed_one_that_it_is_closed() {
    let used = WholeVoucher { voucher: whole().voucher.closed(VoucherState::Confirmed, NOW), ..whole() };
    let other = Till { partner: PartnerId::new(Uuid::max()), ..till() };
    assert_eq!(used.check_at(&other, NOW, TODAY), Err(Refusal::WrongStore));
    assert_eq!(used.check_at(&Till { open: false, ..other }, NOW, TODAY), Err(Refusal::WrongStore));
    assert_eq!(used.check_at(&Till { open: false, ..till() }, NOW, TODAY), Err(Refusal::StoreClosed));
    assert_eq!(used.check_at(&till(), NOW, TODAY), Err(Refusal::VoucherUsed));
}

#[test]
fn only_a_till_of_the_offers_partner_is_told_of_the_voucher() {
    let other = Till { partner: PartnerId::new(Uuid::max()), ..till() };
    assert_eq!(whole().check_told_at(&[]), Err(Refusal::WrongStore));
    assert_eq!(whole().check_told_at(std::slice::from_ref(&other)), Err(Refusal::WrongStore));
    assert_eq!(whole().check_told_at(&[other, Till { open: false, ..till() }]), Ok(()));
}

#[test]
fn the_terms_are_checked_again() {
    let check = |whole: WholeVoucher| whole.check_at(&till(), NOW + HOUR, TODAY).unwrap_err();
    let ended = NOW + Duration::minutes(30);
    let mut over = whole();
    over.offer.valid_to = ended;
    assert_eq!(check(over), Refusal::OfferClosed { closed_at: ended });
    let mut young = whole();
    young.holder.birth_year = Some(1911);
    assert_eq!(check(young), Refusal::AgeNotEligible);
    let mut gone = whole();
    gone.holder.state = ResidentState::Deceased;
    assert_eq!(check(gone), Refusal::ResidentNotActive);
    let mut suspended = whole();
    suspended.offer.partner.active = false;
    assert_eq!(check(suspended), Refusal::PartnerNotActive);
}

#[test]
fn a_bill_below_the_threshold_is_refused_last() {
    let refused = whole().confirm_at(&till(), Some(Fen::new(5999)), NOW, TODAY);
    assert_eq!(refused, Err(Refusal::BillTooSmall { min_spend: Fen::new(6000) }));
    let late = whole().voucher.expires_at;
    let refused = whole().confirm_at(&till(), Some(Fen::new(5999)), late, TODAY);
    assert_eq!(refused, Err(Refusal::VoucherExpired { expired_at: late }));
}

#[test]
fn a_confirmation_is_undone_once_and_in_time() {
    let (confirmation, voucher) = (confirmation(), whole().voucher);
    assert_eq!(confirmation.undo(&voucher, HOUR, NOW + HOUR), Ok(AfterUndo::HeldAgain));
    let late = NOW + HOUR + Duration::microseconds(1);
    let closed = Refusal::UndoWindowClosed { closed_at: NOW + HOUR };
    assert_eq!(confirmation.undo(&voucher, HOUR, late), Err(closed));
    let undone = Confirmation { undone: Some((NOW, confirmation.cashier)), ..confirmation };
    assert_eq!(undone.undo(&voucher, HOUR, NOW), Err(Refusal::AlreadyUndone));
}

#[test]
fn a_voucher_whose_time_went_by_is_given_back() {
    let voucher = Voucher { expires_at: NOW + Duration::minutes(1), ..whole().voucher };
    let after = confirmation().undo(&voucher, HOUR, NOW + Duration::minutes(1));
    assert_eq!(after, Ok(AfterUndo::Released));
}
