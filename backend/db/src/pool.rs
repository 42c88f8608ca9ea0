//! The pool of connections.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use diesel_async::pooled_connection::deadpool::{Object, Pool as Deadpool};
use diesel_async::pooled_connection::{
    AsyncDieselConnectionManager, ManagerConfig, PoolableConnection, RecyclingMethod,
};
use diesel_async::{AsyncConnection, SimpleAsyncConnection};

use crate::{Connection, Error};

/// How long PostgreSQL is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For a connection, before a request is told to come again.
    pub connection: Duration,
    /// For a lock that another transaction holds, before a request is told to come again.
    pub lock: Duration,
    /// For a statement, with the locks it waits for.
    pub statement: Duration,
}

impl Patience {
    /// That of a server: no statement holds a lock for long.
    const IN_SERVICE: Self = Self {
        connection: Duration::from_millis(900),
        lock: Duration::from_secs(5),
        statement: Duration::from_secs(15),
    };
}

/// What every connection starts with besides (decision 9): no forgotten transaction holds a lock for long.
///
/// The planner is told that a row by its index costs hardly more than the next one: what is asked for often is in memory. By
/// PostgreSQL's own figure, which is that of turning discs, the posting functions read a whole community's accounts for each
/// posting.
const SESSION: &str = "SET timezone = 'UTC'; SET idle_in_transaction_session_timeout = '10s'; \
                       SET random_page_cost = 1.1";

/// A pool of connections; cheap to clone.
#[derive(Clone)]
pub struct Pool {
    connections: Deadpool<Connection>,
    wait: Duration,
}

/// A connection out of the pool, and back into it when it is dropped; unless it is broken, as it is with a transaction that
/// was given up half-way: such a one is closed at once, so that PostgreSQL rolls back and lets go of what was locked.
pub struct PooledConnection(Option<Object<Connection>>);

impl Deref for PooledConnection {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        match &self.0 {
            Some(object) => object,
            None => unreachable!("taken out when it is dropped only"),
        }
    }
}

impl DerefMut for PooledConnection {
    fn deref_mut(&mut self) -> &mut Connection {
        match &mut self.0 {
            Some(object) => object,
            None => unreachable!("taken out when it is dropped only"),
        }
    }
}

impl Drop for PooledConnection {
    fn drop(&mut self) {
        if let Some(broken) = self.0.take_if(|object| object.is_broken()) {
            drop(Object::take(broken));
        }
    }
}

/// Makes a pool for the data base at `url` (a PostgreSQL URL or key-value string). Nothing is connected yet.
///
/// # Errors
/// If the pool cannot be built from these settings.
pub fn connect(url: &str, size: usize) -> Result<Pool, Error> {
    connect_with(url, size, Patience::IN_SERVICE)
}

/// The same, with another patience.
///
/// # Errors
/// If the pool cannot be built from these settings.
pub fn connect_with(url: &str, size: usize, patience: Patience) -> Result<Pool, Error> {
    let session = format!(
        "{SESSION}; SET lock_timeout = {}; SET statement_timeout = {}",
        patience.lock.as_millis(),
        patience.statement.as_millis()
    );
    let mut config = ManagerConfig::default();
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(move |url| {
        let session = session.clone();
        Box::pin(async move {
            let mut connection = Connection::establish(url).await?;
            connection
                .batch_execute(&session)
                .await
                .map_err(diesel::ConnectionError::CouldntSetupConfiguration)?;
            Ok(connection)
        })
    });
    let manager = AsyncDieselConnectionManager::<Connection>::new_with_config(url, config);
    Deadpool::builder(manager)
        .max_size(size)
        .runtime(deadpool::Runtime::Tokio1)
        .build()
        .map(|connections| Pool { connections, wait: patience.connection })
        .map_err(|error| Error::Unavailable(error.to_string()))
}

impl Pool {
    /// Takes a connection, waiting a moment if all are in use.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn get(&self) -> Result<PooledConnection, Error> {
        // Around all of it: to wait for a place, to look at an old connection and to make a new one.
        let taken = tokio::time::timeout(self.wait, self.connections.get()).await;
        let taken = taken.map_err(|_| Error::Unavailable("no connection in time".to_owned()))?;
        let taken = taken.map_err(|error| Error::Unavailable(error.to_string()))?;
        Ok(PooledConnection(Some(taken)))
    }

    /// Connections in use and in all.
    pub fn usage(&self) -> (usize, usize) {
        let status = self.connections.status();
        (status.size.saturating_sub(status.available), status.max_size)
    }
}
