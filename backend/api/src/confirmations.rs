//! Confirmations at the counter: made, one or many, undone, corrected, listed with those that failed.

mod batch;
mod correct;
mod create;
mod failed;
mod json;
mod list;
mod presented;
mod undo;

pub(crate) use create::{AtCounter, confirm};
pub(crate) use json::{Bill, ConfirmationJson, FailedConfirmationJson, fen_of};
use linli_domain::ids::StoreId;
use linli_domain::roles::Principal;
pub(crate) use presented::{check_store, past_uses, which};
pub(crate) use undo::undo;

use utoipa_actix_web::service_config::ServiceConfig;

use crate::problem::{Kind, Problem};

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_confirmation)
        .service(batch::create_confirmations)
        .service(correct::correct_confirmation)
        .service(list::list_confirmations)
        .service(undo::undo_confirmation)
        .service(failed::list_failed_confirmations);
}

/// The stores that a list is to show: the one that was asked for, or all that the caller sees; none for all.
///
/// # Errors
/// `forbidden` if the caller does not see the store that was asked for.
pub(crate) fn stores_of(who: &Principal, asked: Option<StoreId>) -> Result<Option<Vec<StoreId>>, Problem> {
    match asked {
        Some(store) if who.may_see_store(store) => Ok(Some(vec![store])),
        Some(_) => Err(Problem::of(Kind::Forbidden)),
        None => Ok(who.stores_to_see()),
    }
}
