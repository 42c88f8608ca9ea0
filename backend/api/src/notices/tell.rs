//! Telling residents what happened to them, in the transaction in which it happens.

use linli_db::{Connection, notices};
use linli_domain::ids::ResidentId;
use linli_domain::notices::{Notice, NoticeContent};

use crate::acting::Acting;
use crate::problem::Problem;

/// To whom, what about, and what. Nobody is told twice about the same.
pub type Told = (ResidentId, String, NoticeContent);

/// Tells each of these residents something, as far as they were not told about the same before; answers how many were told now.
/// One statement for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn tell_all(
    connection: &mut Connection,
    acting: &Acting,
    told: impl IntoIterator<Item = Told>,
) -> Result<usize, Problem> {
    let notice = |(resident, subject, content): Told| Notice {
        id: acting.id(),
        resident,
        subject,
        content,
        created_at: acting.now,
        read_at: None,
    };
    let written: Vec<Notice> = told.into_iter().map(notice).collect();
    Ok(notices::insert(connection, acting.community, &written).await?)
}
