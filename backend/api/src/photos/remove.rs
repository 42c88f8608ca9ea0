//! Removing photos that were uploaded and never attached, and whatever an upload left that broke off.

use chrono::TimeDelta;
use linli_db::{Connection, photos};

use super::PhotoStore;
use crate::acting::Acting;
use crate::problem::Problem;

/// How long a photo waits to be attached, in hours.
const KEPT_HOURS: i64 = 24;

/// Removes the photos of a community that nobody has attached for a day; answers how many. First nobody can attach them any
/// more, then their pictures go, and then what is known of them: whoever is killed in between, or does the same at the same
/// time, leaves nothing behind that the next run would not find.
///
/// # Errors
/// If the data base or the store does not answer.
pub async fn remove_loose(
    connection: &mut Connection,
    acting: &Acting,
    store: &PhotoStore,
) -> Result<usize, Problem> {
    let before = acting.now - TimeDelta::hours(KEPT_HOURS);
    let mut removed = 0_usize;
    loop {
        let given_up = photos::give_up(connection, acting.community, before).await?;
        if given_up.is_empty() {
            return Ok(removed);
        }
        for photo in &given_up {
            store.remove(acting.community, *photo).await?;
        }
        let forgotten = photos::forget(connection, acting.community, &given_up).await?;
        removed = removed.saturating_add(forgotten);
    }
}
