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
    /// PostgreSQL refused the statement.
    #[error(transparent)]
    Query(DieselError),
    /// A value in a table is none that the program knows.
    #[error("a stored value cannot be read: {0}")]
    Corrupt(String),
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::Contended(error),
            // Lock and deadlock time-outs have no kind of their own; their text is all that is left of the SQLSTATE.
            DieselError::DatabaseError(_, info)
                if info.message().contains("deadlock detected")
                    || info.message().contains("lock timeout") =>
            {
                Self::Contended(error)
            }
            DieselError::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            )
            | DieselError::BrokenTransactionManager => Self::Unavailable(error.to_string()),
            DieselError::DatabaseError(_, info) if info.message().contains("connection closed") => {
                Self::Unavailable(error.to_string())
            }
            _ => Self::Query(error),
        }
    }
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
        updated => Ok(updated? == 1),
    }
}
