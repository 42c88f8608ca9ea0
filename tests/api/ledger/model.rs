//! Whatever happens in whatever order, rules and tables together move the points that the reference moves, one by one.

use std::cell::RefCell;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use linli_db::{Connection, ledger, residents};
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId, TransferId};
use linli_domain::ledger::reference::Reference;
use linli_domain::ledger::{
    Cause, CauseKind, Correction, Giver, Lapse, Posting, PostingStatus, Purse, Receiver, Wallet, gift,
    lapsed, refund, with_repayments,
};
use linli_domain::points::Points;
use linli_domain::residents::Own;
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::{Database, stage};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_oneof};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use proptest::{prop_assert, prop_assert_eq};
use uuid::Uuid;

use super::new_id;

const WALLETS: usize = 4;

/// Something that happens; places in the history are taken modulo its length.
#[derive(Debug, Clone)]
enum Step {
    Earn(usize, i64, u64),
    Hold(usize, usize, i64),
    Capture(usize),
    Release(usize),
    Reverse(usize),
    Refund(usize),
    Deduct(usize, i64),
    Give(usize, usize, i64),
    Expire(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        5 => (0..WALLETS, 1..20_i64, 1..4_u64).prop_map(|(wallet, points, lapse)| Step::Earn(wallet, points, lapse)),
        3 => (0..WALLETS, 0..WALLETS, 1..30_i64).prop_map(|(one, other, points)| Step::Hold(one, other, points)),
        2 => (0..40_usize).prop_map(Step::Capture),
        1 => (0..40_usize).prop_map(Step::Release),
        2 => (0..40_usize).prop_map(Step::Reverse),
        1 => (0..40_usize).prop_map(Step::Refund),
        2 => (0..WALLETS, 1..15_i64).prop_map(|(wallet, points)| Step::Deduct(wallet, points)),
        2 => (0..WALLETS, 0..WALLETS, 1..15_i64).prop_map(|(from, to, points)| Step::Give(from, to, points)),
        1 => (1..90_u64).prop_map(Step::Expire),
    ];
    vec(step, 1..=40)
}

/// The ledger beside its reference, with wallets of its own.
struct Both<'a> {
    connection: &'a mut Connection,
    community: CommunityId,
    residents: Vec<ResidentId>,
    holds: Vec<Cause>,
    moved: Vec<TransferId>,
    spendings: Vec<Cause>,
    today: NaiveDate,
    now: DateTime<Utc>,
    reference: Reference,
}

fn count(points: i64) -> usize {
    usize::try_from(points).unwrap()
}

fn correction(lapse: Lapse) -> Correction {
    Correction { own: Own::default(), lapse, reason: "模型".into() }
}

impl<'a> Both<'a> {
    async fn new(connection: &'a mut Connection) -> Self {
        let (community, now) = (CommunityId::new(stage::id(stage::A, 1)), DateTime::UNIX_EPOCH);
        let one = |_| Resident {
            id: new_id(),
            name: "居民".into(),
            birth_year: None,
            phone: None,
            household: HouseholdId::new(stage::id(stage::A, 12)),
            card: Code::from_random(new_id::<()>().uuid().as_u64_pair().1),
            state: ResidentState::Active,
        };
        let new: Vec<_> = (0..WALLETS).map(one).map(|resident| (resident, new_id())).collect();
        residents::insert(connection, community, &new, now).await.unwrap();
        Self {
            connection,
            community,
            residents: new.iter().map(|(resident, _)| resident.id).collect(),
            holds: Vec::new(),
            moved: Vec::new(),
            spendings: Vec::new(),
            today: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            now,
            reference: Reference::new(WALLETS),
        }
    }

    async fn wallet(&mut self, wallet: usize) -> Wallet {
        let of = self.residents[wallet];
        ledger::lock_wallet(self.connection, self.community, of).await.unwrap().unwrap()
    }

    async fn post(&mut self, postings: &[Posting]) -> Result<(), TestCaseError> {
        let statuses = ledger::post(self.connection, self.community, postings, self.now).await.unwrap();
        prop_assert!(statuses.iter().all(|status| *status == PostingStatus::Posted), "{statuses:?}");
        Ok(())
    }

    async fn step(&mut self, step: &Step) -> Result<(), TestCaseError> {
        self.now += TimeDelta::seconds(1);
        match *step {
            Step::Earn(wallet, points, months) => self.earn(wallet, points, months).await?,
            Step::Hold(one, other, points) => self.hold(one, other, points).await?,
            Step::Capture(of) => self.capture(of).await?,
            Step::Release(of) => self.release(of).await?,
            Step::Reverse(of) => self.reverse(of).await?,
            Step::Refund(of) => self.refund(of).await?,
            Step::Deduct(wallet, points) => self.deduct(wallet, points).await?,
            Step::Give(from, to, points) => self.give(from, to, points).await?,
            Step::Expire(days) => self.expire(days).await?,
        }
        for wallet in 0..WALLETS {
            prop_assert_eq!(self.wallet(wallet).await, self.reference.wallet(wallet), "wallet {}", wallet);
        }
        Ok(())
    }

    async fn earn(&mut self, wallet: usize, points: i64, months: u64) -> Result<(), TestCaseError> {
        let (of, lapse) = (self.residents[wallet], Lapse::on(self.today + Days::new(30 * months)));
        let wallets = [(of, self.wallet(wallet).await)].into();
        // In the place of an award, of which the ledger wants to know the rule.
        let award =
            correction(lapse).adjust((of, &Wallet::default()), Points::new(points), new_id()).unwrap();
        self.moved.push(award.id);
        self.post(&with_repayments(vec![award], &wallets, new_id)).await?;
        self.reference.earn(wallet, count(points), lapse);
        Ok(())
    }

    async fn hold(&mut self, one: usize, other: usize, points: i64) -> Result<(), TestCaseError> {
        let mut purse = Purse::of(self.residents[one], self.wallet(one).await);
        let mut wallets = vec![one];
        if other != one {
            purse.shared.push((self.residents[other], self.wallet(other).await));
            wallets.push(other);
        }
        let cause = Cause { kind: CauseKind::Order, id: Uuid::now_v7() };
        let drawn = purse.hold(Points::new(points), cause, new_id);
        prop_assert_eq!(drawn.is_ok(), self.reference.hold(&wallets, count(points)));
        if let Ok(holds) = drawn {
            let statuses = ledger::hold(self.connection, self.community, &holds, self.now).await.unwrap();
            prop_assert!(statuses.iter().all(|status| *status == PostingStatus::Held), "{statuses:?}");
            self.holds.push(cause);
        }
        Ok(())
    }

    async fn capture(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.holds.len()) else { return Ok(()) };
        let cause = self.holds[of];
        let held = ledger::held_for(self.connection, self.community, &[cause]).await.unwrap();
        prop_assert_eq!(!held.is_empty(), self.reference.capture(of));
        if !held.is_empty() {
            self.spendings.push(cause);
        }
        let postings: Vec<Posting> = held.iter().map(super::capturing).collect();
        self.post(&postings).await
    }

    async fn release(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.holds.len()) else { return Ok(()) };
        let held = ledger::held_for(self.connection, self.community, &[self.holds[of]]).await.unwrap();
        let ids: Vec<_> = held.iter().map(|hold| hold.id).collect();
        prop_assert_eq!(!ids.is_empty(), self.reference.release(of));
        let statuses = ledger::release(self.connection, self.community, &ids, self.now).await.unwrap();
        prop_assert!(statuses.iter().all(|status| *status == PostingStatus::Released), "{statuses:?}");
        Ok(())
    }

    async fn reverse(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.moved.len()) else { return Ok(()) };
        let found = ledger::lock_transfer(self.connection, self.community, self.moved[of]).await.unwrap();
        let (original, wallets) = found.unwrap();
        let reversed = correction(Lapse::NEVER).reverse(&original, &wallets, new_id);
        prop_assert_eq!(reversed.is_ok(), self.reference.reverse(of));
        self.post(&reversed.unwrap_or_default()).await
    }

    async fn refund(&mut self, of: usize) -> Result<(), TestCaseError> {
        let Some(of) = of.checked_rem(self.spendings.len()) else { return Ok(()) };
        let cause = self.spendings[of];
        let spent = ledger::spent_for(self.connection, self.community, cause).await.unwrap();
        prop_assert_eq!(!spent.is_empty(), self.reference.refund(of));
        let back: Vec<Posting> = spent.iter().map(|one| refund(one, new_id(), cause, "撤销")).collect();
        self.post(&back).await
    }

    async fn deduct(&mut self, wallet: usize, points: i64) -> Result<(), TestCaseError> {
        let (of, stands) = (self.residents[wallet], self.wallet(wallet).await);
        let (cause, ids) = (Cause::new(CauseKind::Resident, of), (new_id(), new_id()));
        let taken = correction(Lapse::NEVER).deduct((of, &stands), Points::new(points), cause, ids).unwrap();
        self.moved.extend(taken.last().map(|deduction| deduction.id));
        self.reference.deduct(wallet, count(points), Lapse::NEVER);
        self.post(&taken).await
    }

    async fn give(&mut self, from: usize, to: usize, points: i64) -> Result<(), TestCaseError> {
        let wallet = &self.wallet(from).await;
        let giver =
            Giver { resident: self.residents[from], name: "", wallet, given: Points::ZERO, instead: None };
        let (receiver, points_of) =
            (Receiver::Resident(self.residents[to], String::new()), (Points::new(points), None));
        let given = gift(giver, &receiver, points_of, new_id(), String::new());
        let possible = from != to && self.reference.gift(from, to, count(points));
        prop_assert_eq!(given.is_ok(), possible);
        self.moved.extend(given.as_ref().ok().map(|gift| gift.id));
        self.post(&given.into_iter().collect::<Vec<_>>()).await
    }

    async fn expire(&mut self, days: u64) -> Result<(), TestCaseError> {
        self.today = self.today + Days::new(days);
        self.reference.expire(self.today);
        for wallet in 0..WALLETS {
            let stands = self.wallet(wallet).await;
            let over = lapsed((self.residents[wallet], &stands), self.today, new_id);
            self.post(&over).await?;
        }
        Ok(())
    }
}

async fn same(connection: &mut Connection, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut both = Both::new(connection).await;
    for step in steps {
        both.step(step).await?;
    }
    Ok(())
}

#[test]
fn the_ledger_moves_the_points_that_the_reference_moves() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = runtime.block_on(Database::staged());
    let connection = RefCell::new(runtime.block_on(database.connect()));
    let config = Config { cases: 24, failure_persistence: None, ..Config::default() };
    let run = |steps: Vec<Step>| runtime.block_on(same(&mut connection.borrow_mut(), &steps));
    if let Err(failed) = TestRunner::new(config).run(&steps(), run) {
        panic!("{failed}");
    }
    let community = CommunityId::new(stage::id(stage::A, 1));
    let drift = runtime.block_on(ledger::verify(&mut connection.borrow_mut(), community)).unwrap();
    let of_ledger = |figure: &str| !figure.starts_with("order.");
    assert!(drift.iter().all(|drift| !of_ledger(&drift.figure)), "{drift:?}");
}
