//! Transfers with the names of the people in them and of what caused them.

use linli_domain::ids::{CommunityId, TransferId};
use linli_domain::ledger::Side;

use super::history::{Transfer, TransferFilter, TransferKey, find_transfer, transfers};
use crate::names::{Names, Thing, resident, user};
use crate::{Connection, Page, Result, Slice};

/// A transfer with names beside its identifiers.
#[derive(Debug, Clone)]
pub struct NamedTransfer {
    /// The transfer.
    pub transfer: Transfer,
    /// Whose wallet gave; none if an account of the community did.
    pub debit_name: Option<String>,
    /// Whose wallet got; none if an account of the community did.
    pub credit_name: Option<String>,
    /// Who did it; none if the program itself.
    pub actor_name: Option<String>,
    /// In whose place.
    pub on_behalf_of_name: Option<String>,
    /// What caused it, as far as that has a name.
    pub cause_name: Option<String>,
}

/// The transfer with this id, with names.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_named_transfer(
    connection: &mut Connection,
    community: CommunityId,
    id: TransferId,
) -> Result<Option<NamedTransfer>> {
    let found = find_transfer(connection, community, id).await?;
    Ok(named(connection, community, found.into_iter().collect()).await?.pop())
}

/// The transfers of a community that a filter lets through, with names, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn named_transfers(
    connection: &mut Connection,
    community: CommunityId,
    filter: &TransferFilter,
    slice: &Slice<TransferKey>,
) -> Result<Page<NamedTransfer, TransferKey>> {
    let page = transfers(connection, community, filter, slice).await?;
    Ok(Page { items: named(connection, community, page.items).await?, next: page.next })
}

async fn named(
    connection: &mut Connection,
    community: CommunityId,
    found: Vec<Transfer>,
) -> Result<Vec<NamedTransfer>> {
    let names = Names::of(connection, community, found.iter().flat_map(things)).await?;
    let name = |thing: Option<Thing>| thing.and_then(|thing| names.get(&thing));
    let with_names = |transfer: Transfer| NamedTransfer {
        debit_name: name(owner(transfer.debit)),
        credit_name: name(owner(transfer.credit)),
        actor_name: name(transfer.actor.map(user)),
        on_behalf_of_name: name(transfer.on_behalf_of.map(resident)),
        cause_name: name(Some(cause(&transfer))),
        transfer,
    };
    Ok(found.into_iter().map(with_names).collect())
}

fn owner(side: Side) -> Option<Thing> {
    match side {
        Side::Wallet(of) => Some(resident(of)),
        Side::System(_) => None,
    }
}

fn cause(transfer: &Transfer) -> Thing {
    (transfer.cause.kind.to_string(), transfer.cause.id)
}

/// All that a transfer names.
fn things(transfer: &Transfer) -> impl Iterator<Item = Thing> + use<> {
    let sides = [owner(transfer.debit), owner(transfer.credit)];
    let hands = [transfer.actor.map(user), transfer.on_behalf_of.map(resident)];
    sides.into_iter().chain(hands).chain([Some(cause(transfer))]).flatten()
}
