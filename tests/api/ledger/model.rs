//! Whatever is done to it in whatever order, the ledger does what a list in memory does.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger, residents};
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId, RulebookId};
use linli_domain::ledger::{
    Cause, CauseKind, Explanation, HoldRequest, Posting, PostingStatus, Side, SystemAccount, TransferCode,
};
use linli_domain::points::Points;
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::{Database, stage};
use proptest::collection::vec;
use proptest::prelude::{Strategy, prop_oneof};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use proptest::{prop_assert, prop_assert_eq};

use super::new_id;
use super::reference::{Entry, Reference};

const WALLETS: usize = 5;

/// Something to be done; places in the history are taken modulo its length.
#[derive(Debug, Clone)]
enum Step {
    Post(Vec<Act>),
    Hold(usize, i64),
    Release(usize),
}

/// One posting among those of a call.
#[derive(Debug, Clone)]
enum Act {
    Earn(usize, i64),
    Adjust(usize, i64),
    Reverse(usize),
    Capture(usize, i64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let act = prop_oneof![
        3 => (0..WALLETS, 1..50_i64).prop_map(|(wallet, points)| Act::Earn(wallet, points)),
        3 => (0..WALLETS, -60..0_i64).prop_map(|(wallet, change)| Act::Adjust(wallet, change)),
        1 => (0..WALLETS, 1..20_i64).prop_map(|(wallet, change)| Act::Adjust(wallet, change)),
        2 => (0..40_usize).prop_map(Act::Reverse),
        2 => (0..40_usize, 0..8_i64).prop_map(|(hold, short)| Act::Capture(hold, short / 7)),
    ];
    let step = prop_oneof![
        4 => vec(act, 1..6).prop_map(Step::Post),
        2 => (0..WALLETS, 1..60_i64).prop_map(|(wallet, points)| Step::Hold(wallet, points)),
        1 => (0..40_usize).prop_map(Step::Release),
    ];
    vec(step, 1..=40)
}

/// The ledger beside its reference, with wallets of its own.
struct Both<'a> {
    connection: &'a mut Connection,
    community: CommunityId,
    residents: Vec<ResidentId>,
    reference: Reference,
    now: DateTime<Utc>,
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
        let residents = new.iter().map(|(resident, _)| resident.id).collect();
        Self { connection, community, residents, reference: Reference::new(WALLETS), now }
    }

    async fn step(&mut self, step: &Step) -> Result<(), TestCaseError> {
        let (done, expected) = match step {
            Step::Post(acts) => {
                let entries: Vec<Entry> = acts.iter().filter_map(|act| self.entry(act)).collect();
                let postings: Vec<Posting> = entries.iter().map(|entry| self.posting(entry)).collect();
                let done = ledger::post(self.connection, self.community, &postings, self.now).await;
                (done.unwrap(), self.reference.post(&entries))
            }
            Step::Hold(wallet, points) => {
                let cause = Cause { kind: CauseKind::Order, id: new_id::<()>().uuid() };
                let (resident, amount) = (self.residents[*wallet], Points::new(*points));
                let request = HoldRequest { id: new_id(), resident, amount, cause };
                let expected = self.reference.hold(request.id, *wallet, *points);
                let done = ledger::hold(self.connection, self.community, &[request], self.now).await;
                (done.unwrap(), vec![expected])
            }
            Step::Release(place) => self.release(*place).await,
        };
        prop_assert_eq!(done, expected);
        self.compare().await
    }

    async fn release(&mut self, place: usize) -> (Vec<PostingStatus>, Vec<PostingStatus>) {
        let Some(of) = place.checked_rem(self.reference.holds.len()) else {
            return (Vec::new(), Vec::new());
        };
        let id = self.reference.holds[of].id;
        let done = ledger::release(self.connection, self.community, &[id], self.now).await.unwrap();
        (done, vec![self.reference.release(of)])
    }

    /// What an act comes to now; none if there is nothing yet to take back or to capture.
    fn entry(&self, act: &Act) -> Option<Entry> {
        Some(match *act {
            Act::Earn(wallet, change) => {
                Entry::Move { id: new_id(), code: TransferCode::Earn, wallet, change }
            }
            Act::Adjust(wallet, change) => {
                Entry::Move { id: new_id(), code: TransferCode::Adjust, wallet, change }
            }
            Act::Reverse(place) => Entry::Reverse { of: place.checked_rem(self.reference.history.len())? },
            Act::Capture(place, short) => {
                let of = place.checked_rem(self.reference.holds.len())?;
                Entry::Capture { of, amount: (self.reference.holds[of].amount - short).max(1) }
            }
        })
    }

    fn posting(&self, entry: &Entry) -> Posting {
        let plain = |id, code, wallet: usize, change: i64, other| {
            let (wallet, other) = (Side::Wallet(self.residents[wallet]), Side::System(other));
            let sides = if change > 0 { (other, wallet) } else { (wallet, other) };
            let cause = Cause { kind: CauseKind::Resident, id: new_id::<()>().uuid() };
            let explanation = Explanation::Adjustment { reason: "模型".into() };
            Posting::plain(id, code, sides, Points::new(change.abs()), cause, explanation)
        };
        match *entry {
            Entry::Move { id, code, wallet, change } => {
                let posting = plain(id, code, wallet, change, other_side(code));
                let rule = (RulebookId::new(stage::id(stage::A, 60)), "CLEAN".into(), self.now.date_naive());
                Posting { rule: (code == TransferCode::Earn).then_some(rule), ..posting }
            }
            Entry::Reverse { of } => {
                let moved = self.reference.history[of];
                let (code, other) = (TransferCode::Reverse, other_side(moved.code));
                let posting = plain(new_id(), code, moved.wallet, -moved.change, other);
                Posting { reverses: Some(moved.id), ..posting }
            }
            Entry::Capture { of, amount } => {
                let kept = self.reference.holds[of];
                let (code, other) = (TransferCode::Spend, SystemAccount::Spent);
                Posting { hold: Some(kept.id), ..plain(new_id(), code, kept.wallet, -amount, other) }
            }
        }
    }

    async fn compare(&mut self) -> Result<(), TestCaseError> {
        let mut stored = Vec::new();
        for resident in &self.residents {
            let wallet = ledger::find_wallet(self.connection, self.community, *resident).await.unwrap();
            stored.push(wallet.map(|wallet| (wallet.posted.get(), wallet.held.get())).unwrap());
        }
        prop_assert_eq!(&stored, &self.reference.wallets);
        prop_assert!(stored.iter().all(|(posted, held)| *held >= 0 && posted - held >= 0));
        Ok(())
    }
}

/// Where the points of a transfer of this kind come from.
fn other_side(code: TransferCode) -> SystemAccount {
    if code == TransferCode::Earn { SystemAccount::Issued } else { SystemAccount::Adjusted }
}

async fn same(connection: &mut Connection, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut both = Both::new(connection).await;
    for step in steps {
        both.step(step).await?;
    }
    let drift = ledger::verify(both.connection, both.community).await.unwrap();
    prop_assert_eq!(drift, []);
    Ok(())
}

#[test]
fn the_ledger_does_what_a_list_in_memory_does() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = runtime.block_on(Database::staged());
    let connection = RefCell::new(runtime.block_on(database.connect()));
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let run = |steps: Vec<Step>| runtime.block_on(same(&mut connection.borrow_mut(), &steps));
    if let Err(failed) = TestRunner::new(config).run(&steps(), run) {
        panic!("{failed}");
    }
}
