//! What can go wrong between the program and its data base.

use diesel::result::{DatabaseErrorKind, Error as DieselError, QueryResult};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A query that did not come to an answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// PostgreSQL cannot be reached, or all connections are in use.
    #[error("the data base cannot be reached: {0}")]
    Unavailable(String),
    /// Two transactions stood in each other's way; the same again may go through.
    #[error("the transaction gave way to another: {0}")]
    Contended(DieselError),
    /// Another transaction held a lock for too long; the same at once would wait as long again.
    #[error("a lock was waited for in vain: {0}")]
    Locked(DieselError),
    /// PostgreSQL refused the statement.
    #[error(transparent)]
    Query(DieselError),
    /// What happened in a month that was closed was to be changed.
    #[error("the month is closed")]
    MonthClosed,
    /// A value in a table is none that the program knows.
    #[error("a stored value cannot be read: {0}")]
    Corrupt(String),
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        use DatabaseErrorKind::{ClosedConnection, SerializationFailure, UnableToSendCommand};
        match &error {
            DieselError::DatabaseError(SerializationFailure, _) => Self::Contended(error),
            DieselError::DatabaseError(ClosedConnection | UnableToSendCommand, _)
            | DieselError::BrokenTransactionManager => Self::Unavailable(error.to_string()),
            DieselError::DatabaseError(_, info) => match told(info.message()) {
                Told::Deadlock => Self::Contended(error),
                Told::LockTimeout => Self::Locked(error),
                Told::Ended => Self::Unavailable(error.to_string()),
                Told::Other => Self::Query(error),
            },
            _ => Self::Query(error),
        }
    }
}

enum Told {
    Deadlock,
    LockTimeout,
    Ended,
    Other,
}

/// What PostgreSQL means by a message whose kind Diesel does not know. Its text is all that is left of the SQLSTATE;
/// that it is English, [`crate::migrations::run`] has seen to.
fn told(message: &str) -> Told {
    match message {
        "deadlock detected" => Told::Deadlock,
        "canceling statement due to lock timeout" => Told::LockTimeout,
        // An administrator, a crash elsewhere, an idle transaction: always the end of the connection.
        ended if ended.starts_with("terminating connection ") => Told::Ended,
        _ => Told::Other,
    }
}

/// Whether PostgreSQL speaks English in this locale (`lc_messages`).
pub(crate) fn is_english(locale: &str) -> bool {
    let language = locale.split(['.', '@']).next().unwrap_or_default();
    matches!(language, "C" | "POSIX" | "en") || language.starts_with("en_")
}

/// Reads a stored word (a state, a kind) as the value it stands for.
pub(crate) fn read<T: std::str::FromStr>(stored: &str) -> Result<T, Error> {
    stored.parse().map_err(|_| Error::Corrupt(format!("{stored:?} is no {}", std::any::type_name::<T>())))
}

/// Reads a stored document as the value it stands for.
pub(crate) fn from_json<T: DeserializeOwned>(stored: Value) -> Result<T, Error> {
    serde_json::from_value(stored).map_err(|error| Error::Corrupt(error.to_string()))
}

/// A value as the document that is stored of it.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|error| Error::Corrupt(error.to_string()))
}

/// What an update that gives something another name came to: false if the name is taken.
///
/// An INSERT skips the conflict and goes on; an UPDATE cannot. Its transaction can only be rolled back, which is what
/// a refusal does.
pub(crate) fn unless_taken(updated: QueryResult<usize>) -> Result<bool, Error> {
    match updated {
        Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        updated => match updated? {
            1 => Ok(true),
            rows => Err(Error::Corrupt(format!("one row was to get another name, and {rows} did"))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::is_english;

    #[test]
    fn english_is_told_by_the_language_alone() {
        for english in ["C", "C.UTF-8", "POSIX", "en_US.utf8", "en_GB.UTF-8@euro", "en"] {
            assert!(is_english(english), "{english}");
        }
        for other in ["", "zh_CN.UTF-8", "de_DE", "Chinese_China.936", "entropy"] {
            assert!(!is_english(other), "{other}");
        }
    }
}
