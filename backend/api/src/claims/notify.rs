//! Telling residents what became of their claims.

use linli_db::{Connection, notices};
use linli_domain::claims::Claim;
use linli_domain::notices::{Notice, claim_notice};

use crate::acting::Acting;
use crate::problem::Problem;

/// Tells the resident of a claim that was decided about or returned.
pub(super) async fn notify(
    connection: &mut Connection,
    acting: &Acting,
    claim: &Claim,
    note: &str,
) -> Result<(), Problem> {
    let Some((subject, content)) = claim_notice(claim, note) else { return Ok(()) };
    let (id, created_at) = (acting.id(), acting.now);
    let notice = Notice { id, resident: claim.resident, subject, content, created_at, read_at: None };
    notices::insert(connection, acting.community, &[notice]).await?;
    Ok(())
}
