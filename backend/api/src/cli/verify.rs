//! `linli ledger verify`.

use std::process::ExitCode;

use linli_db::{Connection, Error, transaction};

use super::database::with_connection_as_it_is;
use super::settings::DatabaseArgs;
use crate::acting::Acting;
use crate::clock::Clock;
use crate::communities::all_communities;
use crate::verifications::{keep, recompute};

/// The exit code of a data base that could not be verified; drift is 1.
pub(super) const NOT_VERIFIED: u8 = 2;

/// Recomputes every community's figures; prints what differs, and the number of differences, and keeps for the desk what came
/// of it.
pub(super) fn verify(args: &DatabaseArgs) -> Result<ExitCode, String> {
    let drift = with_connection_as_it_is(args, async |connection| {
        let mut drift = 0_usize;
        for community in all_communities(connection).await.map_err(|error| error.to_string())? {
            let acting = Acting::program(community.id, Clock::default().now());
            let found = of(connection, &acting, &community.slug).await.map_err(|error| error.to_string())?;
            drift = drift.saturating_add(found);
        }
        Ok(drift)
    })?;
    println!("drift: {drift}");
    Ok(if drift == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn of(connection: &mut Connection, acting: &Acting, slug: &str) -> Result<usize, Error> {
    let found = transaction(connection, async |connection| recompute(connection, acting, None).await).await?;
    for row in &found.drift {
        let (figure, id, stored, computed) = (&row.figure, row.id, row.stored, row.computed);
        println!("{slug}: {figure} of {id} is {stored}, should be {computed}");
    }
    // What was found is said whether it can be kept or not: a copy of the data base may be there to be read only.
    if let Err(error) = keep(connection, acting, &found).await {
        eprintln!("linli: {slug}: not kept for the desk: {error}");
    }
    Ok(found.drift.len())
}
