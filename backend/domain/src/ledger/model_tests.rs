//! Whatever happens in whatever order, the rules move the points that the reference moves, one by one.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, prop_oneof, proptest};
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use uuid::Uuid;

use super::reference::Reference;
use super::{
    Cause, CauseKind, Correction, Expiry, Explanation, Giver, Hold, Lapse, Original, Parts, Posting, Purse,
    Receiver, Side, TransferCode, Wallet, gift, lapsed, refund, with_repayments,
};
use crate::Refusal;
use crate::ids::{Id, ResidentId};
use crate::points::Points;
use crate::residents::Own;

const WALLETS: usize = 4;

/// Something that happens; places in the history are taken modulo its length.
#[derive(Debug, Clone)]
enum Step {
    Earn(usize, i64, Expiry),
    Hold(Vec<usize>, i64),
    Capture(usize),
    Release(usize),
    Reverse(usize),
    Refund(usize),
    Deduct(usize, i64),
    Give(usize, usize, i64),
    Later(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let expiry = prop_oneof![
        Just(Expiry::EndOfNextYear {}),
        (1..5_u32).prop_map(|months| Expiry::Months { months }),
        Just(Expiry::Never {}),
    ];
    let step = prop_oneof![
        5 => (0..WALLETS, 1..20_i64, expiry).prop_map(|(wallet, points, expiry)| Step::Earn(wallet, points, expiry)),
        3 => (vec(0..WALLETS, 1..3), 1..30_i64).prop_map(|(wallets, points)| Step::Hold(wallets, points)),
        2 => (0..40_usize).prop_map(Step::Capture),
        1 => (0..40_usize).prop_map(Step::Release),
        2 => (0..40_usize).prop_map(Step::Reverse),
        1 => (0..40_usize).prop_map(Step::Refund),
        2 => (0..WALLETS, 1..15_i64).prop_map(|(wallet, points)| Step::Deduct(wallet, points)),
        2 => (0..WALLETS, 0..WALLETS, 1..15_i64).prop_map(|(from, to, points)| Step::Give(from, to, points)),
        2 => (1..120_u64).prop_map(Step::Later),
    ];
    vec(step, 1..60)
}

fn who(wallet: usize) -> ResidentId {
    ResidentId::new(Uuid::from_u128(1 + u128::try_from(wallet).unwrap()))
}

fn place(resident: ResidentId) -> usize {
    usize::try_from(resident.uuid().as_u128() - 1).unwrap()
}

fn correction(lapse: Lapse) -> Correction {
    Correction { own: Own::default(), lapse, reason: String::new() }
}

fn cause(of: usize) -> Cause {
    Cause::new(CauseKind::Order, who(of))
}

fn original(posting: &Posting) -> Original {
    let (code, debit, credit) = (posting.code, posting.debit, posting.credit);
    let (parts, advanced) = (posting.parts.clone(), Parts::default());
    Original { id: id(), code, debit, credit, parts, advanced, reversed: false }
}

fn id<T>() -> Id<T> {
    Id::new(Uuid::nil())
}

/// Wallets that do what the postings of the rules say.
struct Books {
    wallets: Vec<Wallet>,
    holds: Vec<Option<Vec<Hold>>>,
    moved: Vec<Original>,
    spendings: Vec<Option<Vec<Original>>>,
    today: NaiveDate,
    reference: Reference,
}

impl Books {
    fn new() -> Self {
        Self {
            wallets: vec![Wallet::default(); WALLETS],
            holds: Vec::new(),
            moved: Vec::new(),
            spendings: Vec::new(),
            today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            reference: Reference::new(WALLETS),
        }
    }

    fn change(&mut self, of: ResidentId, parts: &Parts, posted: i64, held: i64) {
        for (lapse, points) in parts.iter() {
            self.wallets[place(of)].lots.change(lapse, points.times(posted), points.times(held));
        }
    }

    fn post(&mut self, posting: &Posting) {
        if let Side::Wallet(resident) = posting.debit {
            self.change(resident, &posting.parts, -1, -i64::from(posting.hold.is_some()));
        }
        if let Side::Wallet(resident) = posting.credit {
            self.change(resident, &posting.parts, 1, 0);
        }
        let total = posting.parts.total();
        match (posting.code, posting.debit, posting.credit) {
            (TransferCode::Owe, _, Side::Wallet(resident)) => {
                let wallet = &mut self.wallets[place(resident)];
                wallet.debt = wallet.debt.plus(total);
            }
            (TransferCode::Repay, Side::Wallet(resident), _) => {
                let wallet = &mut self.wallets[place(resident)];
                wallet.debt = wallet.debt.minus(total);
            }
            _ => {}
        }
    }

    fn step(&mut self, step: &Step) -> Result<(), TestCaseError> {
        match step {
            Step::Earn(wallet, points, expiry) => self.earn(*wallet, *points, expiry.lapse(self.today)),
            Step::Hold(wallets, points) => self.hold(wallets, *points)?,
            Step::Capture(of) => self.close(*of, true)?,
            Step::Release(of) => self.close(*of, false)?,
            Step::Reverse(of) => self.reverse(*of)?,
            Step::Refund(of) => self.refund(*of)?,
            Step::Deduct(wallet, points) => self.deduct(*wallet, *points),
            Step::Give(from, to, points) => self.give(*from, *to, *points)?,
            Step::Later(days) => self.expire(*days),
        }
        for wallet in 0..WALLETS {
            prop_assert_eq!(&self.wallets[wallet], &self.reference.wallet(wallet), "wallet {}", wallet);
            prop_assert!(self.wallets[wallet].lots.iter().all(|(_, lot)| lot.posted >= lot.held));
        }
        Ok(())
    }

    fn earn(&mut self, wallet: usize, points: i64, lapse: Lapse) {
        let award = correction(lapse).open(who(wallet), Points::new(points), id()).unwrap();
        let wallets = BTreeMap::from([(who(wallet), self.wallets[wallet].clone())]);
        let postings = with_repayments(vec![award.clone()], &wallets, id);
        postings.iter().for_each(|posting| self.post(posting));
        self.moved.push(original(&Posting { code: TransferCode::Earn, ..award }));
        self.reference.earn(wallet, usize::try_from(points).unwrap(), lapse);
    }

    fn hold(&mut self, wallets: &[usize], points: i64) -> Result<(), TestCaseError> {
        let mut wallets = wallets.to_vec();
        wallets.dedup();
        let own = wallets[0];
        let shared = wallets[1..].iter().map(|of| (who(*of), self.wallets[*of].clone())).collect();
        let purse = Purse { resident: who(own), own: self.wallets[own].clone(), shared };
        let held = purse.hold(Points::new(points), cause(own), id);
        prop_assert_eq!(held.is_ok(), self.reference.hold(&wallets, usize::try_from(points).unwrap()));
        if let Ok(holds) = held {
            for hold in &holds {
                self.change(hold.resident, &hold.parts, 0, 1);
            }
            self.holds.push(Some(holds));
        }
        Ok(())
    }

    fn close(&mut self, of: usize, spent: bool) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.holds.len()) else { return Ok(()) };
        let holds = self.holds[of].take();
        let closed = if spent { self.reference.capture(of) } else { self.reference.release(of) };
        prop_assert_eq!(holds.is_some(), closed);
        let Some(holds) = holds else { return Ok(()) };
        if !spent {
            holds.iter().for_each(|hold| self.change(hold.resident, &hold.parts, 0, -1));
            return Ok(());
        }
        let note = Explanation::Reversal { reason: String::new() };
        let spendings: Vec<Posting> = holds.iter().map(|hold| hold.spending(id(), note.clone())).collect();
        spendings.iter().for_each(|spending| self.post(spending));
        self.spendings.push(Some(spendings.iter().map(original).collect()));
        Ok(())
    }

    fn reverse(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.moved.len()) else { return Ok(()) };
        let wallets = (0..WALLETS).map(|wallet| (who(wallet), self.wallets[wallet].clone())).collect();
        let reversed = correction(Lapse::NEVER).reverse(&self.moved[of], &wallets, id);
        prop_assert_eq!(reversed.is_ok(), self.reference.reverse(of));
        match reversed {
            Ok(postings) => postings.iter().for_each(|posting| self.post(posting)),
            Err(refusal) => prop_assert_eq!(refusal, Refusal::AlreadyReversed),
        }
        self.moved[of].reversed = true;
        Ok(())
    }

    fn refund(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.spendings.len()) else { return Ok(()) };
        let spendings = self.spendings[of].take();
        prop_assert_eq!(spendings.is_some(), self.reference.refund(of));
        for spending in spendings.unwrap_or_default() {
            self.post(&refund(&spending, id(), cause(0), ""));
        }
        Ok(())
    }

    fn deduct(&mut self, wallet: usize, points: i64) {
        let cause = Cause::new(CauseKind::Resident, who(wallet));
        let of = (who(wallet), &self.wallets[wallet].clone());
        let taken = correction(Lapse::NEVER).deduct(of, Points::new(points), cause, (id(), id())).unwrap();
        taken.iter().for_each(|posting| self.post(posting));
        let advances = taken.iter().filter(|posting| posting.code == TransferCode::Owe);
        let advanced = advances.fold(Parts::default(), |sum, advance| sum.plus(&advance.parts));
        self.moved.extend(taken.last().map(|deduct| Original { advanced, ..original(deduct) }));
        self.reference.deduct(wallet, usize::try_from(points).unwrap(), Lapse::NEVER);
    }

    fn give(&mut self, from: usize, to: usize, points: i64) -> Result<(), TestCaseError> {
        let wallet = &self.wallets[from].clone();
        let giver = Giver { resident: who(from), name: "", wallet, given: Points::ZERO, instead: None };
        let (receiver, points_of) = (Receiver::Resident(who(to), String::new()), (Points::new(points), None));
        let given = gift(giver, &receiver, points_of, id(), String::new());
        if from == to {
            prop_assert_eq!(given, Err(Refusal::GiftToOneself));
            return Ok(());
        }
        prop_assert_eq!(given.is_ok(), self.reference.gift(from, to, usize::try_from(points).unwrap()));
        if let Ok(gift) = given {
            self.post(&gift);
            self.moved.push(original(&gift));
        }
        Ok(())
    }

    fn expire(&mut self, days: u64) {
        self.today = self.today + Days::new(days);
        for wallet in 0..WALLETS {
            for posting in lapsed((who(wallet), &self.wallets[wallet].clone()), self.today, id) {
                self.post(&posting);
            }
        }
        self.reference.expire(self.today);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_move_the_points_that_the_reference_moves(steps in steps()) {
        let mut books = Books::new();
        for step in &steps {
            books.step(step)?;
        }
    }
}
