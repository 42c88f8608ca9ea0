//! Leaving all teams at once: what moving out comes to.

use linli_db::{Connection, memberships};
use linli_domain::residents::Resident;

use super::steps::stored;
use crate::acting::Acting;
use crate::problem::Problem;

/// Ends a locked resident's memberships and takes back what the resident has asked for, each with its line in the audit
/// log.
pub(crate) async fn leave_all(
    connection: &mut Connection,
    acting: &Acting,
    resident: &Resident,
) -> Result<(), Problem> {
    for before in memberships::lock_open_of(connection, acting.community, resident.id).await? {
        let after = before.clone().end(acting.now)?;
        stored(connection, acting, "membership.end", (&before, &after), resident.clone()).await?;
    }
    Ok(())
}
