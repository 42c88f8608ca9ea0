//! What the program tells residents by itself.

use chrono::NaiveDate;
use linli_db::{Connection, notices};
use linli_domain::notices::{Stretch, lapse_notice, lapses_announced};

use super::tell_all;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::jobs::batch_after_batch;
use crate::problem::Problem;

/// How many lots are looked at in one go.
const BATCH: i64 = 1_000;

/// Tells residents of a community which points will lapse soon; answers how many notices were written. Nobody is told the
/// same twice, however often and by how many processes this is done.
///
/// # Errors
/// If the data base does not answer.
pub async fn announce_lapses(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let mut written = 0_usize;
    for stretch in lapses_announced(today) {
        written = written.saturating_add(announce_some(connection, acting, today, &stretch).await?);
    }
    Ok(written)
}

async fn announce_some(
    connection: &mut Connection,
    acting: &Acting,
    today: NaiveDate,
    stretch: &Stretch,
) -> Result<usize, Problem> {
    let mut after = None;
    let batch = async |connection: &mut Connection| {
        let lots = notices::lapsing_lots(connection, acting.community, stretch, (after, BATCH)).await?;
        let Some((account, _, last, _)) = lots.last() else { return Ok(None) };
        after = last.day().map(|day| (day, *account));
        let due = lots.iter().filter_map(|(_, resident, lapse, points)| {
            let (subject, content) = lapse_notice(*lapse, *points, today)?;
            Some((*resident, subject, content))
        });
        Ok(Some(tell_all(connection, acting, due).await?))
    };
    batch_after_batch(connection, batch).await
}
