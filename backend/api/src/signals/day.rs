//! What the program does with days that are over: it looks for signals of abuse in them.

use linli_db::{Connection, communities, signals, transaction};
use linli_domain::calendar::{span_of, start_of};
use linli_domain::signals::{Pattern, Signal};

use crate::acting::Acting;
use crate::problem::Problem;

/// Looks at the days of a community that are over, one after the other; answers how many.
///
/// Each day is one transaction: of a process that is killed nothing is left, and of two at once one finds what the other has
/// looked at.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn watch_days(connection: &mut Connection, acting: &Acting) -> Result<usize, Problem> {
    let mut watched = 0_usize;
    while transaction(connection, async |connection| watch_next(connection, acting).await).await? {
        watched = watched.saturating_add(1);
    }
    Ok(watched)
}

/// Looks at the next day; answers false if there is none.
async fn watch_next(connection: &mut Connection, acting: &Acting) -> Result<bool, Problem> {
    let community = communities::lock(connection, acting.community).await?.ok_or_else(Problem::not_found)?;
    let last = signals::last_watched(connection, community.id).await?;
    let Some(day) = community.next_watched(last, acting.now) else { return Ok(false) };
    let since = start_of(community.watch.since(day), community.timezone);
    let scene = signals::scene(connection, community.id, since, span_of(day, community.timezone)).await?;
    let found = community.watch.patterns(&scene, day, community.timezone);
    let signal =
        |pattern: Pattern| Signal { id: acting.id(), day, pattern, found_at: acting.now, look: None };
    let found: Vec<Signal> = found.into_iter().map(signal).collect();
    signals::insert_day(connection, community.id, (day, acting.now), &found).await?;
    Ok(true)
}
