//! Keeping the books as the rules have decided, under the locks they decided under.

use std::collections::BTreeMap;

use linli_db::{Connection, ledger, rulebooks};
use linli_domain::ids::{ResidentId, TransferId};
use linli_domain::ledger::{
    Cause, Hold, Lapse, Posting, PostingStatus, TransferCode, Wallet, with_repayments,
};

use super::json::TransferJson;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::problem::Problem;

/// The ledger has done all that the rules decided, under the locks they were decided under. Anything else means that a
/// running figure has drifted: the command is rolled back.
///
/// # Errors
/// `internal`.
pub fn came_to(statuses: &[PostingStatus], decided: PostingStatus) -> Result<(), Problem> {
    match statuses.iter().find(|status| **status != decided) {
        Some(other) => Err(Problem::unexpected(format!("the ledger answered {other}, not {decided}"))),
        None => Ok(()),
    }
}

/// Posts transfers, signed with who acts and for whom.
///
/// # Errors
/// Those of [`came_to`].
pub async fn post_all(
    connection: &mut Connection,
    acting: &Acting,
    postings: Vec<Posting>,
) -> Result<(), Problem> {
    let signed = |posting| Posting { actor: acting.actor, on_behalf_of: acting.on_behalf_of, ..posting };
    let postings: Vec<Posting> = postings.into_iter().map(signed).collect();
    let statuses = ledger::post(connection, acting.community, &postings, acting.now).await?;
    came_to(&statuses, PostingStatus::Posted)
}

/// Posts in one call what each of these results earned, and what the awards pay of the debts of these wallets. Answers the
/// results in their order, each with its transfer.
///
/// # Errors
/// Those of [`came_to`].
pub async fn post_awards<T>(
    connection: &mut Connection,
    acting: &Acting,
    results: Vec<T>,
    wallets: &BTreeMap<ResidentId, Wallet>,
    posting: impl Fn(&T, Lapse, TransferId) -> Option<Posting>,
) -> Result<Vec<(T, Option<TransferId>)>, Problem> {
    let lapse = lapse_of_today(connection, acting).await?;
    let (mut posted, mut awards) = (Vec::new(), Vec::new());
    for result in results {
        let award = posting(&result, lapse, acting.id());
        posted.push((result, award.as_ref().map(|award| award.id)));
        awards.extend(award);
    }
    post_all(connection, acting, with_repayments(awards, wallets, || acting.id())).await?;
    Ok(posted)
}

/// Posts transfers and answers the one of this kind, which is what was asked for, as it stands; the others are debts that it
/// makes or pays.
///
/// # Errors
/// Those of [`came_to`].
pub async fn post_and_show(
    connection: &mut Connection,
    acting: &Acting,
    postings: Vec<Posting>,
    code: TransferCode,
) -> Result<TransferJson, Problem> {
    let asked = postings.iter().find(|posting| posting.code == code).map(|posting| posting.id);
    post_all(connection, acting, postings).await?;
    let id = asked.ok_or_else(|| Problem::unexpected(format!("no {code} to post")))?;
    let transfer = ledger::find_transfer(connection, acting.community, id).await?;
    transfer.map(TransferJson::from).ok_or_else(|| Problem::unexpected("a posted transfer is gone"))
}

/// Holds points.
///
/// # Errors
/// Those of [`came_to`].
pub async fn hold(connection: &mut Connection, acting: &Acting, holds: &[Hold]) -> Result<(), Problem> {
    let statuses = ledger::hold(connection, acting.community, holds, acting.now).await?;
    came_to(&statuses, PostingStatus::Held)
}

/// Gives back all that is held for these causes, in one call.
///
/// # Errors
/// Those of [`came_to`].
pub async fn release_for(
    connection: &mut Connection,
    acting: &Acting,
    causes: &[Cause],
) -> Result<(), Problem> {
    let held = ledger::held_for(connection, acting.community, causes).await?;
    let ids: Vec<_> = held.iter().map(|hold| hold.id).collect();
    let statuses = ledger::release(connection, acting.community, &ids, acting.now).await?;
    came_to(&statuses, PostingStatus::Released)
}

/// When points lapse that are given now, by the rule book in force; the default before there is one.
///
/// # Errors
/// If the data base does not answer.
pub async fn lapse_of_today(connection: &mut Connection, acting: &Acting) -> Result<Lapse, Problem> {
    let version = rulebooks::in_force(connection, acting.community, acting.now).await?;
    let community = own_community(connection, acting.community).await?;
    let expiry = version.map(|version| version.book.expiry).unwrap_or_default();
    Ok(expiry.lapse(community.day_of(acting.now)))
}
