//! Telling residents what became of their claims.

use linli_db::Connection;
use linli_domain::claims::Claim;
use linli_domain::notices::claim_notice;

use crate::acting::Acting;
use crate::notices::tell_all;
use crate::problem::Problem;

/// Tells the resident of a claim that was decided about or returned.
pub(super) async fn notify(
    connection: &mut Connection,
    acting: &Acting,
    claim: &Claim,
    note: &str,
) -> Result<(), Problem> {
    let told = claim_notice(claim, note).map(|(subject, content)| (claim.resident, subject, content));
    tell_all(connection, acting, told).await?;
    Ok(())
}
