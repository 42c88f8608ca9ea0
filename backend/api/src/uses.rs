//! Small steps that many use cases share.

use linli_db::{Connection, communities};
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
