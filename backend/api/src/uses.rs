//! Small steps that many use cases share.

use linli_db::{Connection, Error, Slice, communities};
use linli_domain::communities::Community;
use linli_domain::ids::CommunityId;

use crate::problem::Problem;

/// The community of a request.
///
/// # Errors
/// If the data base does not answer.
pub async fn community(connection: &mut Connection, id: CommunityId) -> Result<Community, Problem> {
    communities::find(connection, id).await?.ok_or_else(Problem::not_found)
}

/// The tenants, one by one: what is done for each is done in statements of its own.
///
/// # Errors
/// If the data base does not answer.
pub async fn all_communities(connection: &mut Connection) -> Result<Vec<Community>, Error> {
    let mut all = Vec::new();
    let mut slice = Slice { after: None, limit: 200 };
    loop {
        let page = communities::list(connection, &slice).await?;
        all.extend(page.items);
        slice.after = page.next;
        if slice.after.is_none() {
            return Ok(all);
        }
    }
}
