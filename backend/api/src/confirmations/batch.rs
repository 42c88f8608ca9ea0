//! `POST /confirmations/batch`: using many vouchers in one store.

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, ledger, places, savepoint};
use linli_domain::ids::{HouseholdId, ResidentId};
use linli_domain::ledger::Cause;
use linli_domain::roles::Principal;

use super::create::{AtCounter, confirm};
use super::json::{BatchItem, BatchResult, Confirmations, NewConfirmations, fen_of};
use super::presented::{check_store, keep_failed, which};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Keys, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};
use crate::vouchers::RefusalJson;

/// Confirm many vouchers
///
/// Up to a hundred in one store, say all of a class: each for itself, as if it had been sent alone. What a rule refuses is
/// answered in its place, with the kind of problem and its sentence, and kept with its reason; the others go through.
#[utoipa::path(
    tag = "confirmations",
    request_body = NewConfirmations,
    responses((status = 200, body = Confirmations)),
    extensions(("x-roles" = json!(Merchants::ALLOWED))),
)]
#[post("/confirmations/batch")]
pub async fn create_confirmations(
    by: By<Merchants>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewConfirmations| {
        check_store(connection, &by.principal, body.store_id).await?;
        Reply::ok(&confirm_all(connection, acting, (&by.principal, &app.keys), body).await?)
    });
    done.await
}

/// One after the other in an order of their own, answered in the order in which they were sent. The statements are some eight
/// for each, of at most a hundred, after those that lock.
async fn confirm_all(
    connection: &mut Connection,
    acting: &Acting,
    (who, keys): (&Principal, &Keys),
    sent: &NewConfirmations,
) -> Result<Confirmations, Problem> {
    lock_all(connection, acting, keys, sent).await?;
    let mut items = Vec::new();
    for item in sent.items.iter() {
        items.push(confirm_one(connection, acting, (who, keys), (sent, item)).await?);
    }
    let confirmed = items.iter().filter(|item| item.confirmation.is_some()).count();
    Ok(Confirmations { confirmed, items })
}

/// Locks all that the vouchers need before the first of them is used, each kind in an order of its own, as one voucher does:
/// vouchers, households, wallets. So nobody waits crosswise, neither two who send the same nor whoever needs several of them.
async fn lock_all(
    connection: &mut Connection,
    acting: &Acting,
    keys: &Keys,
    sent: &NewConfirmations,
) -> Result<(), Problem> {
    let community = acting.community;
    // What names no voucher is refused in its place.
    let named = sent.items.iter().filter_map(|item| which(keys, &item.code, acting.now).ok());
    let found = confirmations::lock_all_presented(connection, community, &named.collect::<Vec<_>>()).await?;
    let local = own_community(connection, community).await?.local(acting.now);
    let limited = found.iter().filter(|whole| whole.counted_since(local).is_some());
    let households: Vec<HouseholdId> = limited.map(|whole| whole.holder.earner.household).collect();
    places::lock_households(connection, community, &households).await?;
    let causes: Vec<Cause> = found.iter().map(|whole| whole.voucher.cause()).collect();
    let held = ledger::held_for(connection, community, &causes).await?;
    let owners: BTreeSet<ResidentId> = held.iter().map(|hold| hold.resident).collect();
    ledger::lock_wallets(connection, community, &owners.into_iter().collect::<Vec<_>>()).await?;
    Ok(())
}

/// Within a savepoint, so that what is refused leaves nothing but its reason.
async fn confirm_one(
    connection: &mut Connection,
    acting: &Acting,
    (who, keys): (&Principal, &Keys),
    (sent, item): (&NewConfirmations, &BatchItem),
) -> Result<BatchResult, Problem> {
    let tried = savepoint(connection, async |connection| {
        let which = which(keys, &item.code, acting.now)?;
        let at = AtCounter { which, store: sent.store_id, bill: fen_of(item.bill_fen) };
        confirm(connection, acting, who, &at).await
    });
    match tried.await {
        Ok(done) => Ok(BatchResult { confirmation: Some(done), refusal: None }),
        Err(problem) if problem.is_refusal() => {
            let kind: Kind = problem.kind();
            keep_failed(connection, acting, (who, keys), (&item.code, sent.store_id, kind)).await?;
            let detail = problem.detail().unwrap_or(kind.title()).to_owned();
            Ok(BatchResult { confirmation: None, refusal: Some(RefusalJson { kind, detail }) })
        }
        Err(problem) => Err(problem),
    }
}
