//! `POST /deductions`: taking points for a breach.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, residents};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Cause, CauseKind, Correction, TransferCode};
use linli_domain::points::Points;

use super::json::TransferJson;
use super::posted::{lapse_of_today, post_and_show};
use super::requests::NewDeduction;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Deduct points
///
/// For a breach, with the reason that the resident reads. What the wallet lacks becomes a debt, which later awards pay
/// first. A deduction that was wrong is taken back like any transfer.
#[utoipa::path(
    tag = "ledger",
    request_body = NewDeduction,
    responses((status = 201, body = TransferJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::OwnWallet]))),
)]
#[post("/deductions")]
pub async fn create_deduction(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewDeduction| {
        let transfer = deduct(connection, acting, by.principal.resident, body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

pub(crate) async fn deduct(
    connection: &mut Connection,
    acting: &Acting,
    own: Option<ResidentId>,
    new: &NewDeduction,
) -> Result<TransferJson, Problem> {
    let (resident, points) = (new.resident_id, Points::new(new.points.get()));
    let wallet = ledger::lock_wallet(connection, acting.community, resident).await?;
    let wallet = wallet.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let (lapse, reason) = (lapse_of_today(connection, acting).await?, new.reason.as_str().to_owned());
    let cause = Cause::new(CauseKind::Resident, resident);
    let own = residents::own(connection, acting.community, own).await?;
    let correction = Correction { own, lapse, reason };
    let postings = correction.deduct((resident, &wallet), points, cause, (acting.id(), acting.id()))?;
    let transfer = post_and_show(connection, acting, postings, TransferCode::Deduct).await?;
    acting.audit(connection, resident, Change::made("resident.deduct", &transfer)).await?;
    Ok(transfer)
}
