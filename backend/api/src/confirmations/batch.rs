//! `POST /confirmations/batch`: using many vouchers in one store.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, savepoint};
use linli_domain::roles::Principal;

use super::create::{AtCounter, confirm};
use super::json::{BatchItem, BatchResult, Confirmations, NewConfirmations, fen_of};
use super::presented::{check_store, keep_failed, which};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Keys, Merchants, Roles};
use crate::command::{Command, Reply};
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

/// One after the other in an order of their own, so that two who send the same vouchers do not wait for one another crosswise;
/// answered in the order in which they were sent. The statements are some eight for each, of at most a hundred.
async fn confirm_all(
    connection: &mut Connection,
    acting: &Acting,
    who: (&Principal, &Keys),
    sent: &NewConfirmations,
) -> Result<Confirmations, Problem> {
    let mut in_order: Vec<(usize, &BatchItem)> = sent.items.iter().enumerate().collect();
    in_order.sort_by(|(_, one), (_, other)| one.code.cmp(&other.code));
    let mut results: Vec<(usize, BatchResult)> = Vec::new();
    for (place, item) in in_order {
        results.push((place, confirm_one(connection, acting, who, (sent, item)).await?));
    }
    results.sort_by_key(|(place, _)| *place);
    let items: Vec<BatchResult> = results.into_iter().map(|(_, result)| result).collect();
    let confirmed = items.iter().filter(|item| item.confirmation.is_some()).count();
    Ok(Confirmations { confirmed, items })
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
