//! The negative control of the races: the steps of a use case without its locks. All contenders read and decide before
//! any of them writes, and only the constraints of the tables are left to stop them.

use diesel::sql_types::Bool;
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use futures::future::join_all;
use linli_tests::TestApp;
use tokio::sync::Barrier;

/// How many contend.
pub const CONTENDERS: usize = 8;

/// What came of it.
pub struct Outcome {
    /// How many decided that they may.
    pub allowed: usize,
    /// How many of those wrote what they had decided.
    pub written: usize,
    /// What PostgreSQL told the others.
    pub refusals: Vec<String>,
}

#[derive(diesel::QueryableByName)]
struct Decision {
    #[diesel(sql_type = Bool)]
    allowed: bool,
}

/// Every contender asks `SELECT … AS allowed`, waits until all have asked, and then does what `write` says for it.
pub async fn contend(app: &TestApp, read: &str, write: impl Fn(usize) -> String) -> Outcome {
    let everybody = Barrier::new(CONTENDERS);
    let contenders = (0..CONTENDERS).map(|contender| {
        let (statement, everybody) = (write(contender), &everybody);
        async move {
            let mut connection = app.database.connect().await;
            connection.batch_execute("BEGIN").await.unwrap();
            let decision: Decision = diesel::sql_query(read).get_result(&mut connection).await.unwrap();
            everybody.wait().await;
            if !decision.allowed {
                return None;
            }
            let written = connection.batch_execute(&statement).await.map_err(|error| error.to_string());
            connection.batch_execute("COMMIT").await.unwrap();
            Some(written)
        }
    });
    let tried: Vec<_> = join_all(contenders).await.into_iter().flatten().collect();
    let refusals: Vec<_> = tried.iter().filter_map(|written| written.clone().err()).collect();
    Outcome { allowed: tried.len(), written: tried.len() - refusals.len(), refusals }
}

impl Outcome {
    /// Asserts that everybody decided wrongly that they may, and that this constraint let one of them through.
    #[track_caller]
    pub fn caught_by(&self, constraint: &str) {
        assert_eq!((self.allowed, self.written), (CONTENDERS, 1), "{:?}", self.refusals);
        assert!(self.refusals.iter().all(|refusal| refusal.contains(constraint)), "{:?}", self.refusals);
    }
}
