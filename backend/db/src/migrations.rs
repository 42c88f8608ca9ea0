//! Bringing a data base to the schema of this program.

#[path = "../migrations/2026-11-22-000065_initials_of_rewards.rs"]
mod initials_of_rewards;

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use diesel_async::{AsyncConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use self::initials_of_rewards::InitialsOfRewards;
use crate::error::is_english;
use crate::{Connection, Error};

const IN_SQL: EmbeddedMigrations = embed_migrations!();

/// Those in SQL, and those that need rules of the program.
struct Migrations;

impl MigrationSource<Pg> for Migrations {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<Pg>>>> {
        let mut all: Vec<Box<dyn Migration<Pg>>> = IN_SQL.migrations()?;
        all.push(Box::new(InitialsOfRewards));
        Ok(all)
    }
}

/// Why a data base cannot be migrated.
#[derive(Debug, thiserror::Error)]
pub enum MigrationError {
    /// It cannot be reached; in PostgreSQL's own words.
    #[error("{0}")]
    Unreachable(String),
    /// It has been migrated by a newer version of the program.
    #[error("the data base is newer than this program (it has migration {0}): use a newer linli")]
    Newer(String),
    /// It lacks migrations of this program.
    #[error("the data base is older than this program: run linli migrate")]
    Older,
    /// Its messages are not in English, by which some errors are told apart.
    #[error(
        "PostgreSQL speaks {0:?} (lc_messages), and Linli understands English only: have a superuser run ALTER \
         DATABASE … SET lc_messages = 'C'"
    )]
    Language(String),
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
    with_timers(|| run_pending(url))
}

fn run_pending(url: &str) -> Result<usize, MigrationError> {
    let mut connection = open(url)?;
    // Two programs that start at once would both find the same migrations missing. Ends with the connection.
    sql_query(LOCK).execute(&mut connection).map_err(failed)?;
    pending(&mut connection)?;
    connection
        .run_pending_migrations(Migrations)
        .map(|ran| ran.len())
        .map_err(|error| MigrationError::Failed(error.to_string()))
}

/// Sees to it that the data base at `url` has the schema of this program, and changes nothing.
///
/// Blocks: call it outside the asynchronous part of the program.
///
/// # Errors
/// See [`MigrationError`].
pub fn check(url: &str) -> Result<(), MigrationError> {
    with_timers(|| check_versions(url))
}

fn check_versions(url: &str) -> Result<(), MigrationError> {
    let mut connection = open(url)?;
    // Asking for the migrations of an empty data base would make the table of them.
    let found: Table = sql_query(TABLE).get_result(&mut connection).map_err(failed)?;
    if !found.there || pending(&mut connection)? > 0 {
        return Err(MigrationError::Older);
    }
    Ok(())
}

const TABLE: &str = "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS there";

/// Held by whoever migrates a data base, or creates one on its server. The number is Linli's own.
const LOCK: &str = "SELECT pg_advisory_lock(5061736915)";

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    there: bool,
}

#[derive(QueryableByName)]
struct Language {
    #[diesel(sql_type = diesel::sql_types::Text)]
    lc_messages: String,
}

/// How many migrations of this program a data base lacks.
fn pending(connection: &mut AsyncConnectionWrapper<Connection>) -> Result<usize, MigrationError> {
    let known = names()?;
    let applied = connection.applied_migrations().map_err(|e| MigrationError::Failed(e.to_string()))?;
    match applied.iter().map(MigrationVersion::to_string).find(|version| !known.contains(version)) {
        Some(foreign) => Err(MigrationError::Newer(foreign)),
        None => Ok(known.len().saturating_sub(applied.len())),
    }
}

fn failed(error: diesel::result::Error) -> MigrationError {
    MigrationError::Failed(error.to_string())
}

fn names() -> Result<Vec<String>, MigrationError> {
    let all = Migrations.migrations().map_err(|error| MigrationError::Failed(error.to_string()))?;
    Ok(all.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Does `work` where there are timers: Diesel's own runtime has none, and panics at a `connect_timeout`.
fn with_timers<T>(work: impl FnOnce() -> Result<T, MigrationError>) -> Result<T, MigrationError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.map_err(|error| MigrationError::Failed(error.to_string()))?;
    let _entered = runtime.enter();
    work()
}

fn open(url: &str) -> Result<AsyncConnectionWrapper<Connection>, MigrationError> {
    let mut connection =
        <AsyncConnectionWrapper<Connection> as diesel::Connection>::establish(&within_limits(url))
            .map_err(|e| MigrationError::Unreachable(e.to_string()))?;
    let language: Language = sql_query("SELECT current_setting('lc_messages') AS lc_messages")
        .get_result(&mut connection)
        .map_err(failed)?;
    if !is_english(&language.lc_messages) {
        return Err(MigrationError::Language(language.lc_messages));
    }
    Ok(connection)
}

/// The same address, where a server that does not answer is given up after ten seconds unless it says otherwise.
fn within_limits(url: &str) -> String {
    let glue = match url {
        url if url.contains("connect_timeout") => return url.to_owned(),
        url if !url.contains("://") => ' ',
        url if url.contains('?') => '&',
        _ => '?',
    };
    format!("{url}{glue}connect_timeout=10")
}

/// Creates the data base `name` on the server at `url` unless it is there.
///
/// # Errors
/// If the server cannot be reached or refuses.
pub async fn create_database(url: &str, name: &str) -> Result<(), Error> {
    let mut connection =
        Connection::establish(url).await.map_err(|error| Error::Unavailable(error.to_string()))?;
    // Two programs that start at once would both find it missing.
    connection.batch_execute(LOCK).await?;
    let there = sql_query("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS there")
        .bind::<diesel::sql_types::Text, _>(name);
    let there: Table = diesel_async::RunQueryDsl::get_result(there, &mut connection).await?;
    if !there.there {
        connection.batch_execute(&format!("CREATE DATABASE \"{name}\"")).await?;
    }
    Ok(())
}

/// Lets the planner see what has been stored so far: for a transaction that fills tables and goes on to work with them.
///
/// # Errors
/// If the data base does not answer.
pub async fn analyze(connection: &mut Connection) -> Result<(), Error> {
    Ok(connection.batch_execute("ANALYZE").await?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{names, within_limits};

    #[test]
    fn each_migration_has_a_number_of_its_own() {
        let all = names().unwrap();
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn an_address_without_a_limit_gets_one() {
        let same = "postgres://a/b?connect_timeout=3";
        for (url, limited) in [
            ("postgres://a/b", "postgres://a/b?connect_timeout=10"),
            ("postgres://a/b?sslmode=disable", "postgres://a/b?sslmode=disable&connect_timeout=10"),
            ("host=a dbname=b", "host=a dbname=b connect_timeout=10"),
            (same, same),
        ] {
            assert_eq!(within_limits(url), limited);
        }
    }
}
