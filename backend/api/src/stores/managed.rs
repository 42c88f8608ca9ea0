//! The rule that a store's own people are a matter of its partner's managers and the desk.

use linli_db::{Connection, stores};
use linli_domain::ids::StoreId;
use linli_domain::partners::Store;
use linli_domain::roles::Principal;

use crate::problem::{Kind, Problem};

/// The store, if the person manages its partner.
///
/// # Errors
/// `not-found`; `forbidden`.
pub(super) async fn managed(
    connection: &mut Connection,
    who: &Principal,
    id: StoreId,
) -> Result<Store, Problem> {
    let store = stores::find(connection, who.community, id).await?.ok_or_else(Problem::not_found)?;
    if who.may_manage(store.partner) { Ok(store) } else { Err(Problem::of(Kind::Forbidden)) }
}
