//! What staff may correct, and what becomes of points that were spent in the meantime.

use std::collections::BTreeMap;

use super::{Correction, Original};
use crate::Refusal;
use crate::ids::{ResidentId, TransferId};
use crate::ledger::tests::{parts, wallet, year};
use crate::ledger::{Cause, CauseKind, Parts, Posting, Side, SystemAccount, TransferCode, Wallet};
use crate::points::Points;
use crate::residents::Own;
use uuid::Uuid;

const ISSUED: Side = Side::System(SystemAccount::Issued);
const ADJUSTED: Side = Side::System(SystemAccount::Adjusted);
const WHO: ResidentId = ResidentId::new(Uuid::from_u128(1));
const RESIDENT: Side = Side::Wallet(WHO);

fn id(number: u128) -> TransferId {
    TransferId::new(Uuid::from_u128(number))
}

fn correction(own: Option<ResidentId>) -> Correction {
    Correction { own: Own::of(own), lapse: year(2030), reason: "核对".into() }
}

fn adjust(change: i64) -> Result<Posting, Refusal> {
    correction(None).adjust((WHO, &wallet(&[(2027, 10, 4)])), Points::new(change), id(2))
}

fn original(code: TransferCode) -> Original {
    let parts = parts(&[(2028, 10)]);
    Original {
        id: id(2),
        code,
        debit: ISSUED,
        credit: RESIDENT,
        parts,
        advanced: Parts::default(),
        reversed: false,
    }
}

fn reverse(original: &Original, wallet: &Wallet) -> Result<Vec<Posting>, Refusal> {
    correction(None).reverse(original, &BTreeMap::from([(WHO, wallet.clone())]), || id(4))
}

fn deduct(wallet: &Wallet) -> Vec<Posting> {
    let cause = Cause::new(CauseKind::Resident, WHO);
    correction(None).deduct((WHO, wallet), Points::new(3), cause, (id(3), id(4))).unwrap()
}

#[test]
fn points_are_given_out_of_and_taken_into_the_same_account() {
    let given = adjust(3).unwrap();
    assert_eq!((given.debit, given.credit), (ADJUSTED, RESIDENT));
    let taken = adjust(-3).unwrap();
    assert_eq!((taken.debit, taken.credit), (RESIDENT, ADJUSTED));
    assert_eq!((given.parts, taken.parts), (parts(&[(2030, 3)]), parts(&[(2027, 3)])));
}

#[test]
fn no_more_is_taken_than_is_available() {
    assert!(adjust(-6).is_ok());
    let refused = Refusal::NotEnoughPoints { price: Points::new(7), available: Points::new(6) };
    assert_eq!(adjust(-7), Err(refused));
}

#[test]
fn nobody_corrects_a_wallet_of_their_own() {
    let (full, cause) = (wallet(&[(2028, 10, 0)]), Cause::new(CauseKind::Resident, WHO));
    let all = |own| {
        let correct = || correction(own);
        [
            correct().adjust((WHO, &full), Points::new(3), id(3)).map(drop),
            correct().open(WHO, Points::new(3), id(3)).map(drop),
            correct().deduct((WHO, &full), Points::new(3), cause, (id(3), id(4))).map(drop),
            correct().reverse(&original(TransferCode::Earn), &BTreeMap::new(), || id(4)).map(drop),
        ]
    };
    assert_eq!(all(Some(WHO)), [const { Err(Refusal::OwnWallet) }; 4]);
    assert_eq!(all(Some(ResidentId::new(Uuid::nil()))), [const { Ok(()) }; 4]);
}

#[test]
fn a_reversal_moves_the_same_points_back_and_names_what_it_reverses() {
    let earn = original(TransferCode::Earn);
    let postings = reverse(&earn, &wallet(&[(2027, 5, 0), (2028, 10, 0)])).unwrap();
    let [back] = postings.as_slice() else { panic!("{postings:?}") };
    assert_eq!((back.debit, back.credit, &back.parts), (RESIDENT, ISSUED, &earn.parts));
    assert_eq!((back.code, back.reverses), (TransferCode::Reverse, Some(earn.id)));
}

#[test]
fn what_people_decided_can_be_reversed_and_nothing_else() {
    use TransferCode::{Adjust, Deduct, Earn, Expire, Give, Opening, Owe, Repay, Reverse, Spend};
    for code in [Earn, Adjust, Deduct, Opening, Give] {
        assert!(reverse(&original(code), &wallet(&[(2028, 10, 0)])).is_ok(), "{code}");
    }
    for code in [Spend, Expire, Reverse, Owe, Repay] {
        let refused = reverse(&original(code), &wallet(&[(2028, 10, 0)]));
        assert_eq!(refused, Err(Refusal::NotReversible), "{code}");
    }
}

#[test]
fn a_transfer_is_reversed_once() {
    let reversed = Original { reversed: true, ..original(TransferCode::Earn) };
    assert_eq!(reverse(&reversed, &wallet(&[(2028, 10, 0)])), Err(Refusal::AlreadyReversed));
}

#[test]
fn points_that_were_spent_or_are_held_become_a_debt() {
    let postings = reverse(&original(TransferCode::Earn), &wallet(&[(2028, 9, 5)])).unwrap();
    let [advance, back] = postings.as_slice() else { panic!("{postings:?}") };
    assert_eq!((advance.code, advance.parts.total()), (TransferCode::Owe, Points::new(6)));
    assert_eq!(back.parts, parts(&[(2028, 4), (2030, 6)]));
}

#[test]
fn what_was_taken_is_given_back_as_it_was() {
    let deducted = Original { debit: RESIDENT, credit: ISSUED, ..original(TransferCode::Deduct) };
    let postings = reverse(&deducted, &wallet(&[])).unwrap();
    let [back] = postings.as_slice() else { panic!("{postings:?}") };
    assert_eq!((back.debit, back.credit, &back.parts), (ISSUED, RESIDENT, &deducted.parts));
}

#[test]
fn what_was_advanced_for_a_deduction_is_owed_no_more_when_it_is_taken_back() {
    let deducted = Original {
        debit: RESIDENT,
        credit: ISSUED,
        parts: parts(&[(2027, 4), (2030, 6)]),
        advanced: parts(&[(2030, 6)]),
        ..original(TransferCode::Deduct)
    };
    let owing = |points| Wallet { debt: Points::new(points), ..wallet(&[]) };
    let postings = reverse(&deducted, &owing(9)).unwrap();
    let [back, paid] = postings.as_slice() else { panic!("{postings:?}") };
    assert_eq!((back.code, &back.parts), (TransferCode::Reverse, &deducted.parts));
    assert_eq!((paid.code, paid.debit, &paid.parts), (TransferCode::Repay, RESIDENT, &parts(&[(2030, 6)])));
    // What awards have paid in the meantime is paid.
    let paid_since = reverse(&deducted, &owing(2)).unwrap();
    assert_eq!(paid_since[1].parts, parts(&[(2030, 2)]));
    assert_eq!(reverse(&deducted, &owing(0)).unwrap().len(), 1);
}

#[test]
fn who_gave_points_away_gets_the_very_same_back() {
    let other = ResidentId::new(Uuid::from_u128(2));
    let given = Original { debit: Side::Wallet(other), ..original(TransferCode::Give) };
    let postings = reverse(&given, &wallet(&[(2027, 3, 0), (2028, 4, 0)])).unwrap();
    let [advance, back, paid] = postings.as_slice() else { panic!("{postings:?}") };
    assert_eq!((advance.code, &advance.parts), (TransferCode::Owe, &parts(&[(2028, 6)])));
    assert_eq!((back.debit, back.credit, &back.parts), (RESIDENT, Side::Wallet(other), &given.parts));
    assert_eq!((paid.code, &paid.parts), (TransferCode::Repay, &parts(&[(2027, 3)])));
}

#[test]
fn a_deduction_takes_what_lapses_first_and_owes_the_rest() {
    let codes = |postings: &[Posting]| postings.iter().map(|one| one.code).collect::<Vec<_>>();
    let enough = deduct(&wallet(&[(2027, 1, 0), (2028, 5, 0)]));
    assert_eq!(codes(&enough), [TransferCode::Deduct]);
    assert_eq!(enough[0].parts, parts(&[(2027, 1), (2028, 2)]));
    let too_few = deduct(&wallet(&[(2027, 1, 0)]));
    assert_eq!(codes(&too_few), [TransferCode::Owe, TransferCode::Deduct]);
    assert_eq!(too_few[1].parts, parts(&[(2027, 1), (2030, 2)]));
}
