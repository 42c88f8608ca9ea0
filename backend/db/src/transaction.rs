//! Transactions.

use diesel_async::{AnsiTransactionManager, TransactionManager};

use crate::{Connection, Error};

/// Carries `work` out in one transaction: all of it stands, or nothing.
///
/// Only SQL belongs inside: nothing that waits for the world, no time-out around it (a dropped transaction keeps its
/// locks until the connection is looked at again).
///
/// # Errors
/// Whatever `work` answers; then everything is rolled back. And what goes wrong at the commit.
pub async fn transaction<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl AsyncFnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, E> {
    AnsiTransactionManager::begin_transaction(connection).await.map_err(Error::from)?;
    match work(connection).await {
        Ok(done) => {
            AnsiTransactionManager::commit_transaction(connection).await.map_err(Error::from)?;
            Ok(done)
        }
        Err(refused) => {
            if let Err(error) = AnsiTransactionManager::rollback_transaction(connection).await {
                // The connection is broken and leaves the pool; PostgreSQL rolls back by itself.
                tracing::warn!(%error, "rollback failed");
            }
            Err(refused)
        }
    }
}
