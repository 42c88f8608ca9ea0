//! Races whose contenders meet for certain: the test holds a lock that all of them need, and lets go when all of them wait.
//!
//! Where the use case takes the lock first, it then decides one after the other. With the lock taken out of it, all
//! contenders have decided by the time they wait, so that more than one wins, or loses for another reason.

use std::future::Future;
use std::time::Duration;

use diesel::sql_types::Bool;
use diesel::{QueryableByName, sql_query};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use futures::future::{join, join_all};
use uuid::Uuid;

use crate::{Answer, TestApp};

/// How many contend, where it does not matter.
pub const CONTENDERS: usize = 8;

/// How often the helper looks whether all wait, and how long it pauses in between: a minute in all, for busy machines.
const LOOKS: usize = 12_000;
const PAUSE: Duration = Duration::from_millis(5);

/// Locks a row as the product does.
pub fn row(table: &str, id: Uuid) -> String {
    format!("SELECT FROM {table} WHERE id = '{id}' FOR NO KEY UPDATE")
}

/// Locks the wallet of a resident.
pub fn wallet(resident: Uuid) -> String {
    format!("SELECT FROM accounts WHERE owner_id = '{resident}' FOR NO KEY UPDATE")
}

/// Keeps everybody from writing into a table, for races that a unique index decides.
pub fn table(name: &str) -> String {
    format!("LOCK TABLE {name} IN SHARE MODE")
}

/// Lets all contenders run until each waits for `lock`, or for one who does, then lets go. Answers what came of each.
///
/// # Panics
/// If not all of them come to wait: then there was no race, and the test proved nothing.
pub async fn race<C: Future>(
    app: &TestApp,
    lock: &str,
    contenders: impl IntoIterator<Item = C>,
) -> Vec<C::Output> {
    let contenders: Vec<C> = contenders.into_iter().collect();
    let all = i64::try_from(contenders.len()).unwrap();
    let mut holder = app.database.connect().await;
    holder.batch_execute(&format!("BEGIN; {lock}")).await.unwrap();
    let start = async {
        let met = all_wait(app, all).await;
        holder.batch_execute("COMMIT").await.unwrap();
        met
    };
    let (answers, waiting) = join(join_all(contenders), start).await;
    assert_eq!(waiting, all, "contenders that came to wait for {lock}");
    answers
}

/// Lets these run until each waits for `lock`, then `then` to its end, and only then lets go. Answers what came of them, and of
/// `then`: for jobs, which leave what somebody else holds.
///
/// # Panics
/// If not all of them come to wait.
pub async fn overtaken<C: Future, T: Future>(
    app: &TestApp,
    lock: &str,
    waiting: impl IntoIterator<Item = C>,
    then: T,
) -> (Vec<C::Output>, T::Output) {
    let waiting: Vec<C> = waiting.into_iter().collect();
    let all = i64::try_from(waiting.len()).unwrap();
    let mut holder = app.database.connect().await;
    holder.batch_execute(&format!("BEGIN; {lock}")).await.unwrap();
    let overtake = async {
        assert_eq!(all_wait(app, all).await, all, "who came to wait for {lock}");
        let done = then.await;
        holder.batch_execute("COMMIT").await.unwrap();
        done
    };
    join(join_all(waiting), overtake).await
}

/// Locks rows as the product does, in the order of their ids.
pub fn rows(table: &str, ids: &[Uuid]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| format!("'{id}'")).collect();
    format!("SELECT FROM {table} WHERE id IN ({}) ORDER BY id FOR NO KEY UPDATE", ids.join(", "))
}

/// How many wait for a lock, as soon as it is all of them; or else when the patience is over.
async fn all_wait(app: &TestApp, all: i64) -> i64 {
    const WAITING: &str = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut watcher = app.database.connect().await;
    let mut most = 0;
    for _ in 0..LOOKS {
        let waiting = crate::database::number(&mut watcher, WAITING).await;
        most = most.max(waiting);
        if waiting >= all {
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    most
}

/// The answers that went through; all others are refusals of this kind (409).
#[track_caller]
pub fn winners(answers: Vec<Answer>, refusal: &str) -> Vec<Answer> {
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status < 300);
    for answer in lost {
        answer.refused(409, refusal);
    }
    won
}

/// The one answer that went through; all others are refusals of this kind (409).
#[track_caller]
pub fn one_wins(answers: Vec<Answer>, refusal: &str) -> Answer {
    let mut won = winners(answers, refusal);
    assert_eq!(won.len(), 1, "{won:?}");
    won.remove(0)
}

/// What came of a race without a lock.
#[derive(Debug)]
pub struct Unlocked {
    /// How many decided that they may.
    pub allowed: usize,
    /// How many of those wrote what they had decided.
    pub written: usize,
    /// What PostgreSQL told the others.
    pub refusals: Vec<String>,
}

/// The negative control: eight transactions ask `SELECT … AS allowed` without a lock, and when all have asked, those
/// who may do what `write` says, and commit. Only the tables' own constraints are left to stop them.
pub async fn unlocked(app: &TestApp, read: &str, write: impl Fn(usize) -> String) -> Unlocked {
    #[derive(QueryableByName)]
    struct Decision {
        #[diesel(sql_type = Bool)]
        allowed: bool,
    }
    let mut allowed = Vec::new();
    for contender in 0..CONTENDERS {
        let mut connection = app.database.connect().await;
        connection.batch_execute("BEGIN").await.unwrap();
        let decision: Decision = sql_query(read).get_result(&mut connection).await.unwrap();
        if decision.allowed {
            allowed.push((contender, connection));
        }
    }
    let (count, mut refusals) = (allowed.len(), Vec::new());
    for (contender, mut connection) in allowed {
        let written = connection.batch_execute(&format!("{}; COMMIT", write(contender))).await;
        refusals.extend(written.err().map(|error| error.to_string()));
    }
    Unlocked { allowed: count, written: count - refusals.len(), refusals }
}

impl Unlocked {
    /// Asserts that all decided wrongly that they may, and that this constraint let only so many of them through.
    #[track_caller]
    pub fn caught_by(&self, constraint: &str, written: usize) {
        assert_eq!((self.allowed, self.written), (CONTENDERS, written), "{:?}", self.refusals);
        assert!(self.refusals.iter().all(|refusal| refusal.contains(constraint)), "{:?}", self.refusals);
    }

    /// Asserts that all decided wrongly that they may, and that nothing stopped any of them.
    #[track_caller]
    pub fn caught_by_nothing(&self) {
        assert_eq!((self.allowed, self.written), (CONTENDERS, CONTENDERS), "{:?}", self.refusals);
    }
}
