//! `POST /adjustments`: correcting a wallet.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, adjustments, ledger, residents};
use linli_domain::adjustments::{Adjustment, AdjustmentState, needs_two};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Correction, TransferCode};

use super::json::AdjustmentJson;
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::ledger::{NewAdjustment, TransferJson, lapse_of_today, post_and_show};
use crate::problem::{Kind, Problem};

/// Correct a wallet
///
/// Points given or taken for a reason, never more than are available, and never of one's own wallet. Above the community's
/// `adjustment_limit` it is a proposal only (202), which another person of the desk confirms or refuses.
#[utoipa::path(
    tag = "adjustments",
    request_body = NewAdjustment,
    responses((status = 201, body = TransferJson), (status = 202, body = AdjustmentJson)),
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
        let limit = own_community(connection, acting.community).await?.adjustment_limit;
        if needs_two(body.points.get(), limit) {
            return Reply::accepted(&propose(connection, acting, by.principal.resident, body).await?);
        }
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
    let own = residents::own(connection, acting.community, own).await?;
    let correction = Correction { own, lapse, reason };
    let posting = correction.adjust((resident, &wallet), new.points.get(), acting.id())?;
    let transfer = post_and_show(connection, acting, vec![posting], TransferCode::Adjust).await?;
    acting.audit(connection, resident, Change::made("resident.adjust", &transfer)).await?;
    Ok(transfer)
}

/// Proposes an adjustment; whether there are points enough shows when it is confirmed.
pub(crate) async fn propose(
    connection: &mut Connection,
    acting: &Acting,
    own: Option<ResidentId>,
    new: &NewAdjustment,
) -> Result<AdjustmentJson, Problem> {
    let resident = new.resident_id;
    let wallet = ledger::find_wallet(connection, acting.community, resident).await?;
    wallet.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    residents::own(connection, acting.community, own).await?.check_other(resident)?;
    let adjustment = Adjustment {
        id: acting.id(),
        resident,
        points: new.points.get(),
        reason: new.reason.as_str().to_owned(),
        state: AdjustmentState::Proposed,
        proposed_by: acting.user()?,
        proposed_at: acting.now,
        transfer: None,
    };
    adjustments::insert(connection, acting.community, &adjustment).await?;
    acting.audit(connection, adjustment.id, Change::made("adjustment.propose", &facts(&adjustment))).await?;
    show(connection, acting, adjustment.id).await
}
