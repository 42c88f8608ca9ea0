//! `linli ledger verify`.

use std::process::ExitCode;

use linli_db::{Connection, Error, ledger, transaction, without_time_limits};
use linli_domain::communities::Community;

use super::database::with_connection_as_it_is;
use super::settings::DatabaseArgs;
use crate::communities::all_communities;

/// The exit code of a data base that could not be verified; drift is 1.
pub(super) const NOT_VERIFIED: u8 = 2;

/// Recomputes every community's figures; prints what differs, and the number of differences.
pub(super) fn verify(args: &DatabaseArgs) -> Result<ExitCode, String> {
    let drift = with_connection_as_it_is(args, async |connection| {
        let mut drift = 0_usize;
        for community in all_communities(connection).await.map_err(|error| error.to_string())? {
            let found = of(connection, &community).await.map_err(|error| error.to_string())?;
            for row in &found {
                let (figure, id, stored, computed) = (&row.figure, row.id, row.stored, row.computed);
                println!("{}: {figure} of {id} is {stored}, should be {computed}", community.slug);
            }
            drift = drift.saturating_add(found.len());
        }
        Ok(drift)
    })?;
    println!("drift: {drift}");
    Ok(if drift == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn of(connection: &mut Connection, community: &Community) -> Result<Vec<ledger::Drift>, Error> {
    transaction(connection, async |connection| {
        without_time_limits(connection).await?;
        ledger::verify(connection, community.id).await
    })
    .await
}
