//! Transactions.

use diesel_async::pooled_connection::PoolableConnection;
use diesel_async::{AnsiTransactionManager, SimpleAsyncConnection, TransactionManager};

use crate::{Connection, Error};

/// Carries `work` out in one transaction: all of it stands, or nothing. Within another one it is a part of that, without a
/// savepoint: whoever goes on after an error there keeps what was written before it. (Thousands of savepoints that lock the same
/// rows make PostgreSQL keep a list of lockers for each row, and read it at every look.)
///
/// Only SQL belongs inside: nothing that waits for the world, no time-out around it. (A transaction that is dropped ends
/// with its connection; a statement that is under way, and its locks, only when PostgreSQL is done with it.)
///
/// # Errors
/// Whatever `work` answers; then everything is rolled back. [`Error::Unavailable`] if the connection is lost, also at the
/// commit, when nobody knows whether it stands.
pub async fn transaction<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl AsyncFnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, E> {
    if is_open(connection) {
        return work(connection).await;
    }
    AnsiTransactionManager::begin_transaction(connection).await.map_err(Error::from)?;
    match work(connection).await {
        Ok(done) => {
            AnsiTransactionManager::commit_transaction(connection).await.map_err(Error::from)?;
            Ok(done)
        }
        Err(refused) => {
            let undone = AnsiTransactionManager::rollback_transaction(connection).await;
            // Whatever was refused: on a connection that is lost, PostgreSQL rolls back by itself.
            match undone {
                Err(error) => Err(Error::Unavailable(format!("the connection was lost: {error}")).into()),
                Ok(()) if connection.is_broken() => {
                    Err(Error::Unavailable("the connection was lost".to_owned()).into())
                }
                Ok(()) => Err(refused),
            }
        }
    }
}

/// Carries `work` out within the transaction that is open: what it refuses is rolled back, and the transaction goes on.
///
/// # Errors
/// Whatever `work` answers; [`Error::Unavailable`] if the connection is lost, and the transaction with it.
pub async fn savepoint<T, E: From<Error>>(
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
            let undone = AnsiTransactionManager::rollback_transaction(connection).await;
            undone.map_err(|error| Error::Unavailable(format!("the connection was lost: {error}")))?;
            Err(refused)
        }
    }
}

/// Whether a transaction is open.
fn is_open(connection: &mut Connection) -> bool {
    let status = AnsiTransactionManager::transaction_manager_status_mut(connection);
    status.transaction_depth().is_ok_and(|depth| depth.is_some())
}

/// Lets this transaction take as long as it needs: for work that goes over whole tables.
///
/// # Errors
/// If the data base does not answer.
pub async fn without_time_limits(connection: &mut Connection) -> Result<(), Error> {
    let unlimited = "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";
    Ok(connection.batch_execute(unlimited).await?)
}

/// Prepares the transaction for statements about thousands of rows: tables that have just been filled are larger than the
/// planner believes, and what it takes for a handful it would go through again for each row.
///
/// # Errors
/// If the data base does not answer.
pub async fn expect_many(connection: &mut Connection) -> Result<(), Error> {
    Ok(connection.batch_execute("SET LOCAL enable_nestloop = off").await?)
}

/// Takes [`expect_many`] back, for a transaction that goes on with statements about a few rows.
///
/// # Errors
/// If the data base does not answer.
pub async fn expect_few(connection: &mut Connection) -> Result<(), Error> {
    Ok(connection.batch_execute("SET LOCAL enable_nestloop = on").await?)
}
