//! Connections to PostgreSQL, and what becomes of those that are given up.

use diesel_async::SimpleAsyncConnection;
use futures::channel::oneshot;
use futures::future::{pending, select};
use linli_db::{Error, transaction};
use linli_tests::{TestApp, race};

#[tokio::test]
async fn a_transaction_that_is_given_up_half_way_lets_go_of_its_locks_at_once() {
    let app = TestApp::start().await;
    let lock = race::wallet(app.a.id(47));
    let (locked, is_locked) = oneshot::channel();
    let (pool, statement) = (app.app.pool.clone(), lock.clone());
    let half = Box::pin(async move {
        let mut connection = pool.get().await.unwrap();
        let work = async |connection: &mut linli_db::Connection| {
            connection.batch_execute(&statement).await.unwrap();
            locked.send(()).unwrap();
            pending::<Result<(), Error>>().await
        };
        transaction(&mut connection, work).await
    });
    drop(select(half, is_locked).await);
    // PostgreSQL itself would end a forgotten transaction only later than this.
    let mut next = app.database.connect().await;
    next.batch_execute(&format!("SET lock_timeout = '5s'; {lock}")).await.unwrap();
}
