//! Telling residents what happened to them, in the transaction in which it happens.

use linli_db::{Connection, notices};
use linli_domain::ids::ResidentId;
use linli_domain::notices::{Notice, NoticeContent};

use crate::acting::Acting;
use crate::problem::Problem;

/// Tells each of these residents something that happens once. One statement for all; who was told the same before is not told
/// again.
///
/// # Errors
/// If the data base does not answer.
pub async fn tell_all(
    connection: &mut Connection,
    acting: &Acting,
    told: impl IntoIterator<Item = (ResidentId, NoticeContent)>,
) -> Result<(), Problem> {
    let notice = |(resident, content): (ResidentId, NoticeContent)| {
        let (id, subject) = (acting.id(), content.subject_of()?);
        Some(Notice { id, resident, subject, content, created_at: acting.now, read_at: None })
    };
    let written: Vec<Notice> = told.into_iter().filter_map(notice).collect();
    if !written.is_empty() {
        notices::insert(connection, acting.community, &written).await?;
    }
    Ok(())
}
