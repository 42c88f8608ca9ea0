//! Bringing a data base to the schema of this program.

use diesel::migration::{MigrationSource, MigrationVersion};
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use diesel_async::{AsyncConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::{Connection, Error};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();

/// Why a data base cannot be migrated.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// It cannot be reached; in PostgreSQL's own words.
    #[error("{0}")]
    Unreachable(String),
    /// It has been migrated by a newer version of the program.
    #[error("the data base is newer than this program (it has migration {0}): use a newer linli")]
    Newer(String),
    /// A migration failed; nothing of it stands.
    #[error("a migration failed and was rolled back: {0}")]
    Failed(String),
}

/// Brings the data base at `url` to the schema of this program; answers how many migrations ran.
///
/// Blocks: call it outside the asynchronous part of the program.
///
/// # Errors
/// See [`MigrationError`].
pub fn run(url: &str) -> Result<usize, MigrationError> {
    let mut connection = open(url)?;
    let known = names()?;
    let applied = connection.applied_migrations().map_err(|e| MigrationError::Failed(e.to_string()))?;
    if let Some(foreign) =
        applied.iter().map(MigrationVersion::to_string).find(|version| !known.contains(version))
    {
        return Err(MigrationError::Newer(foreign));
    }
    connection
        .run_pending_migrations(MIGRATIONS)
        .map(|ran| ran.len())
        .map_err(|error| MigrationError::Failed(error.to_string()))
}

fn names() -> Result<Vec<String>, MigrationError> {
    let all = MigrationSource::<diesel::pg::Pg>::migrations(&MIGRATIONS)
        .map_err(|error| MigrationError::Failed(error.to_string()))?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}

fn open(url: &str) -> Result<AsyncConnectionWrapper<Connection>, MigrationError> {
    <AsyncConnectionWrapper<Connection> as diesel::Connection>::establish(url)
        .map_err(|e| MigrationError::Unreachable(e.to_string()))
}

/// Creates the data base `name` on the server at `url` unless it is there.
///
/// # Errors
/// If the server cannot be reached or refuses.
pub async fn create_database(url: &str, name: &str) -> Result<(), Error> {
    let mut connection =
        Connection::establish(url).await.map_err(|error| Error::Unavailable(error.to_string()))?;
    match connection.batch_execute(&format!("CREATE DATABASE \"{name}\"")).await {
        Err(diesel::result::Error::DatabaseError(_, info)) if info.message().contains("already exists") => {
            Ok(())
        }
        other => other.map_err(Error::from),
    }
}

/// Lets the planner see what has been stored so far: for a transaction that fills tables and goes on to work with them.
///
/// # Errors
/// If the data base does not answer.
pub async fn analyze(connection: &mut Connection) -> Result<(), Error> {
    Ok(connection.batch_execute("ANALYZE").await?)
}
