//! `POST /transfers/{id}/reverse`: taking a transfer back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, funds, ledger, residents};
use linli_domain::ids::{FundId, ResidentId, TransferId};
use linli_domain::ledger::{Correction, Side, SystemAccount, TransferCode};
use linli_domain::points::Points;
use serde_json::json;

use super::json::TransferJson;
use super::posted::{lapse_of_today, post_and_show};
use super::requests::ReversalRequest;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Take a transfer back
///
/// An award, an adjustment, a deduction, a gift or an opening balance, once. Points that were spent in the meantime become
/// a debt, which later awards pay first; what comes back to a resident who owes pays that first, too. What was spent is undone where it was spent; a transfer of one's own wallet is for
/// others to take back.
#[utoipa::path(
    tag = "ledger",
    params(("id" = TransferId, Path)),
    request_body = ReversalRequest,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotReversible, Kind::AlreadyReversed, Kind::OwnWallet, Kind::FundTooSmall,
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

pub(crate) async fn reverse(
    connection: &mut Connection,
    acting: &Acting,
    (own, id): (Option<ResidentId>, TransferId),
    request: &ReversalRequest,
) -> Result<TransferJson, Problem> {
    let given = lock_fund(connection, acting, id).await?;
    let found = ledger::lock_transfer(connection, acting.community, id).await?;
    let (original, wallets) = found.ok_or_else(Problem::not_found)?;
    let (lapse, reason) = (lapse_of_today(connection, acting).await?, request.reason.as_str().to_owned());
    let own = residents::own(connection, acting.community, own).await?;
    let correction = Correction { own, lapse, reason };
    let postings = correction.reverse(&original, &wallets, || acting.id())?;
    // Only then: what was taken back before is not in the fund any more.
    if let Some((fund, points)) = given {
        let totals = funds::totals(connection, acting.community, &[fund]).await?.remove(&fund);
        totals.unwrap_or_default().check_left(points)?;
    }
    let transfer = post_and_show(connection, acting, postings, TransferCode::Reverse).await?;
    let after = json!({ "reversed_by": transfer.facts.id, "reason": request.reason.as_str() });
    acting.audit(connection, id, Change::made("transfer.reverse", &after)).await?;
    Ok(transfer)
}

/// The fund that got the points, if one did, and how many. It stays locked, as where it gives: what it has given on cannot be
/// taken back from it.
async fn lock_fund(
    connection: &mut Connection,
    acting: &Acting,
    id: TransferId,
) -> Result<Option<(FundId, Points)>, Problem> {
    let transfer = ledger::find_transfer(connection, acting.community, id).await?;
    let given = transfer.filter(|transfer| transfer.credit == Side::System(SystemAccount::Donated));
    let given = given.filter(|transfer| transfer.code == TransferCode::Give);
    let Some(given) = given.map(|given| (FundId::new(given.cause.id), given.amount)) else { return Ok(None) };
    funds::lock(connection, acting.community, given.0).await?;
    Ok(Some(given))
}
