//! Recomputing everything of a community.

use std::time::Instant;

use chrono::NaiveDate;
use linli_db::{Connection, Error, ledger, verifications, without_time_limits};
use linli_domain::verifications::{Drift, NAMED, Verification};

use crate::acting::Acting;

/// What recomputing came to: what is kept of it, and all that differs.
pub(crate) struct Recomputed {
    /// What is kept.
    pub(crate) verification: Verification,
    /// All that differs.
    pub(crate) drift: Vec<Drift>,
}

/// Recomputes everything, in the transaction that is open and however long it takes; for a `night`, if the program does it by
/// itself.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn recompute(
    connection: &mut Connection,
    acting: &Acting,
    night: Option<NaiveDate>,
) -> Result<Recomputed, Error> {
    without_time_limits(connection).await?;
    let began = Instant::now();
    let drift = ledger::verify(connection, acting.community).await?;
    let rows = ledger::rows(connection, acting.community).await?;
    let verification = Verification {
        id: acting.id(),
        began_at: acting.now,
        took_ms: i64::try_from(began.elapsed().as_millis()).unwrap_or(i64::MAX),
        rows,
        drift: i64::try_from(drift.len()).unwrap_or(i64::MAX),
        differences: drift.iter().take(NAMED).cloned().collect(),
        night,
    };
    Ok(Recomputed { verification, drift })
}

/// Keeps what it came to.
///
/// # Errors
/// If the data base does not answer, or the night has a verification.
pub(crate) async fn keep(
    connection: &mut Connection,
    acting: &Acting,
    recomputed: &Recomputed,
) -> Result<(), Error> {
    verifications::insert(connection, acting.community, &recomputed.verification).await
}
