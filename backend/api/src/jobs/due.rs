//! What is due, batch after batch, where one row that cannot be done does not hinder the others.

use linli_db::{Connection, transaction};
use uuid::Uuid;

use crate::problem::{Kind, Problem};

/// After so many one after another that could not be done, and none that could, it is not they that are at fault: the run ends,
/// and the next hour tries again.
const GIVEN_UP_AFTER: usize = 1_000;

/// Does all that is due, at most `most` rows a transaction, until `find` finds nothing more; answers how much was done.
///
/// `find` answers so many of what is due and has none of these ids, `work` does them in the same transaction. Of a batch that fails
/// nothing is left; it is halved until what fails stands alone. That one is named in the log and set aside, and the others go
/// on, one by one, and twice as many after each batch that succeeds. What a process that is killed leaves, the next run finds: so `find` or `work` locks what it takes before it decides.
///
/// # Errors
/// Any if something was set aside, though all else is done; those of a data base that does not answer, at once.
pub(crate) async fn do_all_due<T>(
    connection: &mut Connection,
    most: i64,
    find: impl AsyncFn(&mut Connection, i64, &[Uuid]) -> Result<Vec<(Uuid, T)>, Problem>,
    work: impl AsyncFn(&mut Connection, Vec<T>) -> Result<usize, Problem>,
) -> Result<usize, Problem> {
    let (mut sum, mut size, mut aside) = (0_usize, most, Vec::new());
    let mut failed_since = 0_usize;
    while failed_since < GIVEN_UP_AFTER {
        let mut found = Vec::new();
        let batch = async |connection: &mut Connection| {
            let due;
            (found, due) = find(connection, size, &aside).await?.into_iter().unzip();
            if found.is_empty() { Ok(0) } else { work(connection, due).await }
        };
        match transaction(connection, batch).await {
            Ok(_) if found.is_empty() => break,
            Ok(done) => {
                sum = sum.saturating_add(done);
                size = most.min(size.saturating_mul(2));
                failed_since = 0;
            }
            Err(problem) if problem.kind() == Kind::Unavailable => return Err(problem),
            Err(problem) => match found.as_slice() {
                [] => return Err(problem),
                [one] => {
                    tracing::error!(id = %one, problem = problem.sentence(), "set aside");
                    aside.push(*one);
                    failed_since = failed_since.saturating_add(1);
                }
                several => size = i64::try_from(several.len() / 2).unwrap_or(1),
            },
        }
    }
    if aside.is_empty() {
        return Ok(sum);
    }
    Err(Problem::unexpected(format!("{} could not be done, {sum} were", aside.len())))
}
