//! Races: who won, and the negative control, which is the same steps without the lock.

use std::sync::Arc;

use diesel::sql_types::Bool;
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use linli_tests::{Answer, TestApp};
use tokio::sync::Barrier;

/// How many of the answers have this status; all others must be a refusal of this kind.
#[track_caller]
pub fn winners(answers: Vec<Answer>, status: u16, refusal: &str) -> usize {
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == status);
    for answer in lost {
        answer.refused(409, refusal);
    }
    won.len()
}

/// Whether what a contender read lets it go on, or what it wrote came to something.
#[derive(diesel::QueryableByName)]
struct Verdict {
    #[diesel(sql_type = Bool)]
    yes: bool,
}

/// Each contender, in a transaction of its own, decides by reading; when all have read, those who may write.
/// Answers how many decided to go on, and how many of them came through.
pub async fn unlocked(app: &TestApp, contenders: &[(String, String)]) -> (usize, usize) {
    let barrier = Arc::new(Barrier::new(contenders.len()));
    let each = contenders.iter().map(|(decide, write)| {
        let barrier = barrier.clone();
        async move {
            let mut connection = app.database.connect().await;
            connection.batch_execute("BEGIN").await.unwrap();
            let decided: Verdict = diesel::sql_query(decide).get_result(&mut connection).await.unwrap();
            barrier.wait().await;
            let written = diesel::sql_query(write).get_result::<Verdict>(&mut connection).await;
            let came_through = decided.yes && written.is_ok_and(|verdict| verdict.yes);
            connection.batch_execute(if came_through { "COMMIT" } else { "ROLLBACK" }).await.unwrap();
            (decided.yes, came_through)
        }
    });
    let verdicts = futures::future::join_all(each).await;
    let count = |which: fn(&(bool, bool)) -> bool| verdicts.iter().filter(|verdict| which(verdict)).count();
    (count(|verdict| verdict.0), count(|verdict| verdict.1))
}
