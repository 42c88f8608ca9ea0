//! `linli ledger verify`.

use std::process::ExitCode;

use linli_db::{Slice, communities, ledger};

use super::database::with_connection;
use super::settings::DatabaseArgs;

/// Recomputes every community's figures; prints what differs, and the number of differences.
pub(super) fn verify(args: &DatabaseArgs) -> Result<ExitCode, String> {
    let drift = with_connection(args, async |connection| {
        let mut drift = 0_usize;
        let mut slice = Slice { after: None, limit: 200 };
        loop {
            let page = communities::list(connection, &slice).await.map_err(|error| error.to_string())?;
            for community in page.items {
                let found =
                    ledger::verify(connection, community.id).await.map_err(|error| error.to_string())?;
                for row in &found {
                    let (figure, id, stored, computed) = (&row.figure, row.id, row.stored, row.computed);
                    println!("{}: {figure} of {id} is {stored}, should be {computed}", community.slug);
                }
                drift = drift.saturating_add(found.len());
            }
            if page.next.is_none() {
                return Ok(drift);
            }
            slice.after = page.next;
        }
    })?;
    println!("drift: {drift}");
    Ok(if drift == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
