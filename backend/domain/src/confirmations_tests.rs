//! Confirming at the counter, and taking it back.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::Duration;
use proptest::prelude::*;
use uuid::Uuid;

use super::{AfterCorrection, AfterUndo, Confirmation, Correction, Corrector, Standing, Till, free_use};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::{ConfirmationId, CorrectionId, PartnerId, ResidentId, SlotId, StoreId, UserId, VoucherId};
use crate::money::Fen;
use crate::offers::{Conditions, Limit, Offer, OfferState, Past, Reckoning, SlotTerms};
use crate::points::Points;
use crate::residents::{Own, ResidentState};
use crate::rulebooks::{Eligibility, Per};
use crate::slots::{Plan, Slot, SlotState};
use crate::vouchers::samples::{NOW, after, voucher};
use crate::vouchers::{Voucher, VoucherState, WholeVoucher, samples};

const HOUR: Duration = Duration::hours(1);

/// A voucher of a closed offer for people of 60 and more.
fn whole() -> WholeVoucher {
    let eligibility = Eligibility { min_age: Some(60), ..Eligibility::default() };
    let conditions = Conditions { eligibility, ..Conditions::default() };
    let offer = Offer { state: OfferState::Closed, conditions: conditions.clone(), ..samples::offer() };
    WholeVoucher { voucher: Voucher { conditions, ..voucher() }, offer, ..samples::whole() }
}

fn till() -> Till {
    Till {
        store: StoreId::new(Uuid::nil()),
        name: "花山店".to_owned(),
        partner: PartnerId::new(Uuid::nil()),
        open: true,
    }
}

fn user(number: u128) -> UserId {
    UserId::new(Uuid::from_u128(number))
}

fn confirmation() -> Confirmation {
    Confirmation {
        id: ConfirmationId::new(Uuid::nil()),
        voucher: VoucherId::new(Uuid::nil()),
        store: StoreId::new(Uuid::nil()),
        cashier: user(1),
        reckoning: Reckoning { bill: Fen::new(6000), discount: Fen::new(2000) },
        use_number: 1,
        spent: Points::new(15),
        confirmed_at: NOW,
        undone: None,
        correction: None,
    }
}

fn standing(numbers: &[i32]) -> Vec<Standing> {
    let one = |number: &i32| {
        let id = ConfirmationId::new(Uuid::from_u128(100 + u128::try_from(*number).unwrap()));
        Standing { id, use_number: *number }
    };
    numbers.iter().map(one).collect()
}

fn check(whole: &WholeVoucher, till: &Till) -> Result<(), Refusal> {
    whole.check_at(till, &[], after(Duration::zero()))
}

#[test]
fn a_voucher_of_an_offer_that_was_closed_or_used_up_since_stays_good() {
    let reckoning = whole().confirm_at(&till(), Some(Fen::new(6500)), &[], after(HOUR)).unwrap();
    assert_eq!(reckoning.to_collect(), Fen::new(4500));
}

#[test]
fn another_partners_store_is_told_nothing_else_and_a_closed_one_that_it_is_closed() {
    let used = WholeVoucher { voucher: whole().voucher.closed(VoucherState::Confirmed, NOW), ..whole() };
    let other = Till { partner: PartnerId::new(Uuid::max()), ..till() };
    assert_eq!(check(&used, &other), Err(Refusal::WrongStore));
    assert_eq!(check(&used, &Till { open: false, ..other }), Err(Refusal::WrongStore));
    assert_eq!(check(&used, &Till { open: false, ..till() }), Err(Refusal::StoreClosed));
    assert_eq!(check(&used, &till()), Err(Refusal::VoucherUsed));
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
    let check = |whole: WholeVoucher| whole.check_at(&till(), &[], after(HOUR)).unwrap_err();
    let ended = NOW + Duration::minutes(30);
    let mut over = whole();
    over.offer.valid_to = ended;
    assert_eq!(check(over), Refusal::OfferClosed { closed_at: ended });
    let mut young = whole();
    young.holder.earner.birth_year = Some(1911);
    assert_eq!(check(young), Refusal::AgeNotEligible);
    let mut gone = whole();
    gone.holder.state = ResidentState::Deceased;
    assert_eq!(check(gone), Refusal::ResidentNotActive);
    let mut suspended = whole();
    suspended.offer.partner.active = false;
    assert_eq!(check(suspended), Refusal::PartnerNotActive);
}

#[test]
fn a_change_of_the_conditions_takes_nothing_from_a_voucher_and_gives_it_what_it_adds() {
    let named =
        |number| Conditions { stores: vec![StoreId::new(Uuid::from_u128(number))], ..Conditions::default() };
    let at = |number| Till { store: StoreId::new(Uuid::from_u128(number)), ..till() };
    let mut moved = samples::whole();
    (moved.voucher.conditions, moved.offer.conditions) = (named(1), named(2));
    assert_eq!([1, 2].map(|store| check(&moved, &at(store))), [Ok(()), Ok(())]);
    assert_eq!(check(&moved, &at(3)), Err(Refusal::WrongStore));
}

#[test]
fn uses_count_against_the_limits() {
    let mut daily = samples::whole();
    daily.offer.conditions.limits = vec![Limit { period: Period::Day, per: Per::Resident, times: 1 }];
    daily.voucher.conditions = daily.offer.conditions.clone();
    let used = [Past { resident: daily.voucher.resident, at: NOW }];
    let reached = Err(Refusal::LimitReached { period: Period::Day, per: Per::Resident, limit: 1 });
    assert_eq!(daily.check_at(&till(), &used, after(HOUR)), reached);
    assert_eq!(daily.check_at(&till(), &used, after(Duration::days(1))), Ok(()));
    assert_eq!(daily.counted_since(after(HOUR)), Some(NOW));
    assert_eq!(samples::whole().counted_since(after(HOUR)), None);
}

/// A voucher of a slot that begins in an hour.
fn of_a_class() -> WholeVoucher {
    let mut class = samples::whole();
    class.offer.slots = Some(SlotTerms { early_minutes: 30 });
    let plan = Plan { starts_at: NOW + HOUR, ends_at: NOW + HOUR * 2, seats: 1 };
    class.slot = Some(Slot::new(SlotId::new(Uuid::nil()), &class.offer.clone().into(), plan, NOW).unwrap());
    class
}

#[test]
fn a_voucher_of_a_slot_is_used_around_its_time() {
    let class = of_a_class();
    let at = |minutes| class.check_at(&till(), &[], after(Duration::minutes(minutes)));
    assert!(matches!(at(29), Err(Refusal::OutsideSlot { .. })));
    assert_eq!(at(30), Ok(()));
}

#[test]
fn a_bill_below_the_threshold_is_refused_last() {
    let confirm = |local| whole().confirm_at(&till(), Some(Fen::new(5999)), &[], local);
    assert_eq!(confirm(after(HOUR)), Err(Refusal::BillTooSmall { min_spend: Fen::new(6000) }));
    let late = Refusal::VoucherExpired { expired_at: whole().voucher.expires_at };
    assert_eq!(confirm(after(Duration::days(7))), Err(late));
}

#[test]
fn the_price_is_spent_by_the_first_use() {
    let mut card = samples::whole();
    card.voucher.uses = 2;
    assert_eq!(card.to_spend(), Points::new(15));
    card.voucher = card.voucher.used_once(NOW);
    assert_eq!(card.to_spend(), Points::ZERO);
}

#[test]
fn a_confirmation_is_undone_once_and_in_time() {
    let undo = |one: &Confirmation, at| one.undo(&samples::whole(), &[], HOUR, at);
    assert_eq!(undo(&confirmation(), NOW + HOUR), Ok(AfterUndo::HeldAgain));
    let late = NOW + HOUR + Duration::microseconds(1);
    let closed = Refusal::UndoWindowClosed { closed_at: NOW + HOUR };
    assert_eq!(undo(&confirmation(), late), Err(closed));
    let undone = Confirmation { undone: Some((NOW, user(1))), ..confirmation() };
    assert_eq!(undo(&undone, NOW), Err(Refusal::AlreadyUndone));
}

#[test]
fn a_voucher_whose_time_went_by_is_given_back() {
    let voucher = Voucher { expires_at: NOW + Duration::minutes(1), ..voucher() };
    let short = WholeVoucher { voucher, ..samples::whole() };
    let after = confirmation().undo(&short, &[], HOUR, NOW + Duration::minutes(1));
    assert_eq!(after, Ok(AfterUndo::Released));
}

#[test]
fn so_is_one_whose_slot_was_cancelled_meanwhile() {
    let of = |state| {
        let slot = Some(Slot { state, ..of_a_class().slot.unwrap() });
        confirmation().undo(&WholeVoucher { slot, ..samples::whole() }, &[], HOUR, NOW)
    };
    assert_eq!(of(SlotState::Open), Ok(AfterUndo::HeldAgain));
    assert_eq!(of(SlotState::Cancelled), Ok(AfterUndo::Released));
}

#[test]
fn of_several_uses_one_comes_back_and_the_price_stays_with_the_first_that_stands() {
    let others = standing(&[3, 2]);
    let undo = |one: Confirmation| one.undo(&samples::whole(), &others, HOUR, NOW).unwrap();
    assert_eq!(undo(confirmation()), AfterUndo::UseBack { spent_by: Some(others[1].id) });
    let later = Confirmation { spent: Points::ZERO, ..confirmation() };
    assert_eq!(undo(later), AfterUndo::UseBack { spent_by: None });
}

#[test]
fn after_the_window_the_desk_corrects_and_nobody_their_own() {
    let late = NOW + HOUR + Duration::seconds(1);
    let correct = |one: &Confirmation, by, at| one.correct(&[], &corrector(by, &Own::default()), HOUR, at);
    assert_eq!(correct(&confirmation(), 2, late), Ok(AfterCorrection::GivenBack));
    assert_eq!(correct(&confirmation(), 1, late), Err(Refusal::CorrectorIsCashier));
    let open = Err(Refusal::UndoWindowOpen { closes_at: NOW + HOUR });
    assert_eq!(correct(&confirmation(), 2, NOW + HOUR), open);
    let correction = Correction {
        id: CorrectionId::new(Uuid::nil()),
        at: late,
        by: user(2),
        reason: "扫错券".to_owned(),
        points: Points::new(15),
    };
    let corrected = Confirmation { correction: Some(correction), ..confirmation() };
    assert_eq!(correct(&corrected, 2, late), Err(Refusal::AlreadyCorrected));
    assert_eq!(corrected.undo(&samples::whole(), &[], HOUR, NOW), Err(Refusal::AlreadyCorrected));
}

/// User number `number`, who is one of these residents.
fn corrector(number: u128, own: &Own) -> Corrector<'_> {
    static PARTIES: LazyLock<BTreeSet<ResidentId>> =
        LazyLock::new(|| BTreeSet::from([1, 2].map(|number| ResidentId::new(Uuid::from_u128(number)))));
    Corrector { user: user(number), own, parties: &PARTIES }
}

#[test]
fn nobody_corrects_what_gives_points_back_to_themselves_or_their_household() {
    let by = |own: &[u128]| {
        let own = Own::of(own.iter().map(|number| ResidentId::new(Uuid::from_u128(*number))));
        confirmation().correct(&[], &corrector(2, &own), HOUR, NOW + HOUR * 2)
    };
    assert_eq!((by(&[1]), by(&[2])), (Err(Refusal::OwnWallet), Err(Refusal::OwnWallet)));
    assert_eq!((by(&[3, 2]), by(&[3, 4])), (Err(Refusal::OwnWallet), Ok(AfterCorrection::GivenBack)));
}

#[test]
fn the_use_that_spent_the_price_is_corrected_last() {
    let late = NOW + HOUR * 2;
    let correct = |one: Confirmation, others: &[Standing]| {
        one.correct(others, &corrector(2, &Own::default()), HOUR, late)
    };
    assert_eq!(correct(confirmation(), &standing(&[2])), Err(Refusal::LaterUsesStand));
    let later = Confirmation { spent: Points::ZERO, use_number: 2, ..confirmation() };
    assert_eq!(correct(later, &standing(&[1])), Ok(AfterCorrection::UseBack));
    assert_eq!(correct(confirmation(), &[]), Ok(AfterCorrection::GivenBack));
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Use,
    Undo(usize),
    Correct(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![Just(Step::Use), (0_usize..6).prop_map(Step::Undo), (0_usize..6).prop_map(Step::Correct)]
}

proptest! {
    /// However uses are made, undone and corrected: as many stand as the voucher says, each with a number of its own, the
    /// price is spent once while any stands, and what was corrected keeps its figures.
    #[test]
    fn a_card_of_uses_always_adds_up(uses in 1_i32..5, steps in prop::collection::vec(step(), 0..40)) {
        let mut card = samples::whole();
        (card.voucher.uses, card.offer.uses) = (uses, uses);
        let mut made: Vec<Confirmation> = Vec::new();
        for (number, step) in steps.into_iter().enumerate() {
            let stands = |one: &&Confirmation| one.undone.is_none() && one.correction.is_none();
            let others = |made: &[Confirmation], of: Option<usize>| -> Vec<Standing> {
                let rest = made.iter().enumerate().filter(|(place, one)| Some(*place) != of && stands(one));
                rest.map(|(_, one)| Standing { id: one.id, use_number: one.use_number }).collect()
            };
            match step {
                Step::Use if card.voucher.check_usable(NOW).is_ok() => {
                    let (spent, use_number) = (card.to_spend(), free_use(&others(&made, None)));
                    let id = ConfirmationId::new(Uuid::from_u128(u128::try_from(number).unwrap() + 1));
                    made.push(Confirmation { id, spent, use_number, ..confirmation() });
                    card.voucher = card.voucher.clone().used_once(NOW);
                }
                Step::Undo(place) if place < made.len() => {
                    match made[place].undo(&card, &others(&made, Some(place)), HOUR, NOW) {
                        Ok(AfterUndo::UseBack { spent_by }) => {
                            if let Some(heir) = spent_by {
                                let heir = made.iter().position(|one| one.id == heir).unwrap();
                                made[heir].spent = made[place].spent;
                                made[place].spent = Points::ZERO;
                            }
                            card.voucher = card.voucher.clone().with_a_use_back(NOW);
                        }
                        Ok(_) => card.voucher = card.voucher.clone().held_again(),
                        Err(_) => continue,
                    }
                    made[place].undone = Some((NOW, user(1)));
                }
                Step::Correct(place) if place < made.len() => {
                    let after = made[place].correct(&others(&made, Some(place)), &corrector(2, &Own::default()), HOUR, NOW + HOUR * 2);
                    let Ok(after) = after else { continue };
                    let points = match after {
                        AfterCorrection::GivenBack => {
                            card.voucher = card.voucher.clone().given_back(NOW);
                            made[place].spent
                        }
                        AfterCorrection::UseBack => {
                            card.voucher = card.voucher.clone().with_a_use_back(NOW);
                            Points::ZERO
                        }
                    };
                    let at = NOW + HOUR * 2;
                    made[place].correction = Some(Correction { id: CorrectionId::new(Uuid::nil()), at, by: user(2), reason: "扫错券".to_owned(), points });
                }
                _ => {}
            }
            let mut numbers: Vec<i32> = made.iter().filter(stands).map(|one| one.use_number).collect();
            prop_assert_eq!(i32::try_from(numbers.len()).unwrap(), card.voucher.used);
            numbers.sort_unstable();
            numbers.dedup();
            prop_assert_eq!(i32::try_from(numbers.len()).unwrap(), card.voucher.used);
            prop_assert!(numbers.iter().all(|number| (1..=uses).contains(number)));
            let spent: i64 = made.iter().filter(|one| one.undone.is_none()).map(|one| one.spent.get()).sum();
            let back: i64 = made.iter().filter_map(|one| one.correction.as_ref()).map(|one| one.points.get()).sum();
            let due = if card.voucher.used > 0 { card.voucher.price.get() } else { 0 };
            prop_assert_eq!(spent - back, due);
        }
    }
}
