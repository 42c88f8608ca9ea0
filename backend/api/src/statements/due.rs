//! What the program does with months that nobody has closed in time.

use linli_db::{Connection, statements, transaction};

use super::close::close_if_open;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::problem::Problem;

/// How many statements are looked for at once.
const BATCH: i64 = 100;

/// How many months back are looked at: what is older was closed long ago.
const MONTHS: i64 = 24;

/// Closes the months of a community's stores whose time has come; answers how many.
///
/// Each is a transaction of its own: of a process that is killed nothing is left half done, and of two at once one finds what
/// the other has closed.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn close_due(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let community = own_community(connection, acting.community).await?;
    let last = community.last_due(acting.now);
    let mut closed = 0_usize;
    loop {
        let due = statements::due(connection, &community, (last, MONTHS), BATCH).await?;
        if due.is_empty() {
            return Ok(closed);
        }
        for (store, month) in due {
            let done = transaction(connection, async |connection| {
                close_if_open(connection, acting, store, month).await
            });
            closed = closed.saturating_add(usize::from(done.await?.is_some()));
        }
    }
}
