//! `POST /transfers/{id}/reverse`: taking a transfer back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger};
use linli_domain::ids::{ResidentId, TransferId};
use linli_domain::ledger::reversal;
use serde_json::json;

use super::json::TransferJson;
use super::posted::post_one;
use super::requests::ReversalRequest;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Take a transfer back
///
/// An award, an adjustment, a deduction or an opening balance, once, and only while the wallet still has the points.
/// What was spent is undone where it was spent; a transfer of one's own wallet is for others to take back.
#[utoipa::path(
    tag = "ledger",
    params(("id" = TransferId, Path)),
    request_body = ReversalRequest,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotReversible, Kind::AlreadyReversed, Kind::AlreadySpent, Kind::OwnWallet,
        ])),
    ),
)]
#[post("/transfers/{id}/reverse")]
pub async fn reverse_transfer(
    by: By<Desk>,
    id: Path<TransferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ReversalRequest| {
        let transfer = reverse(connection, acting, (by.principal.resident, *id), body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

async fn reverse(
    connection: &mut Connection,
    acting: &Acting,
    (own, id): (Option<ResidentId>, TransferId),
    request: &ReversalRequest,
) -> Result<TransferJson, Problem> {
    let found = ledger::lock_transfer(connection, acting.community, id).await?;
    let (original, wallet) = found.ok_or_else(Problem::not_found)?;
    let reason = request.reason.as_str().to_owned();
    let posting = reversal(own, &original, &wallet, acting.id(), reason)?;
    let transfer = post_one(connection, acting, posting).await?;
    let after = json!({ "reversed_by": transfer.facts.id, "reason": request.reason.as_str() });
    acting.audit(connection, id, Change::made("transfer.reverse", &after)).await?;
    Ok(transfer)
}
