//! Communities: created by the platform, settled by their administrators.

mod change_own;
mod create;
mod get;
mod get_own;
mod json;
mod list;
mod watch;

pub(crate) use change_own::change;
pub(crate) use create::new_community;
pub(crate) use json::{CommunityChangeJson, NewCommunity};

use linli_db::{Connection, Error, Slice, communities};
use linli_domain::communities::Community;
use linli_domain::ids::CommunityId;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::problem::Problem;

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_community)
        .service(list::list_communities)
        .service(get::get_community)
        .service(get_own::get_own_community)
        .service(change_own::change_own_community);
}

/// The community of a request.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn own_community(
    connection: &mut Connection,
    id: CommunityId,
) -> Result<Community, Problem> {
    communities::find(connection, id).await?.ok_or_else(Problem::not_found)
}

/// The tenants, one by one: what is done for each is done in statements of its own.
///
/// # Errors
/// If the data base does not answer.
pub(crate) async fn all_communities(connection: &mut Connection) -> Result<Vec<Community>, Error> {
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
