//! `POST /adjustments`: correcting a wallet.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Correction, TransferCode};

use super::json::TransferJson;
use super::posted::{lapse_of_today, post_and_show};
use super::requests::NewAdjustment;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Correct a wallet
///
/// Points given or taken for a reason, never more than are available, and never of one's own wallet.
#[utoipa::path(
    tag = "ledger",
    request_body = NewAdjustment,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::NotEnoughPoints, Kind::OwnWallet])),
    ),
)]
#[post("/adjustments")]
pub async fn create_adjustment(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewAdjustment| {
        let transfer = adjust(connection, acting, by.principal.resident, body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

async fn adjust(
    connection: &mut Connection,
    acting: &Acting,
    own: Option<ResidentId>,
    new: &NewAdjustment,
) -> Result<TransferJson, Problem> {
    let resident = new.resident_id;
    let wallet = ledger::lock_wallet(connection, acting.community, resident).await?;
    let wallet = wallet.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let (lapse, reason) = (lapse_of_today(connection, acting).await?, new.reason.as_str().to_owned());
    let correction = Correction { own, lapse, reason };
    let posting = correction.adjust((resident, &wallet), new.points.get(), acting.id())?;
    let transfer = post_and_show(connection, acting, vec![posting], TransferCode::Adjust).await?;
    acting.audit(connection, resident, Change::made("resident.adjust", &transfer)).await?;
    Ok(transfer)
}
