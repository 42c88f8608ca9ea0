//! `POST /adjustments/{id}/confirm`: the second pair of eyes.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, adjustments, ledger, residents};
use linli_domain::ids::{AdjustmentId, TransferId};
use linli_domain::ledger::{Cause, CauseKind, Correction, Posting};
use linli_domain::reviews::Verdict;
use linli_domain::roles::Principal;

use super::json::AdjustmentJson;
use super::show::{facts, said, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::ledger::{lapse_of_today, post_all};
use crate::problem::{Kind, Problem};

/// Confirm an adjustment
///
/// By another person of the desk than who proposed it, and not of one's own wallet. It is posted.
#[utoipa::path(
    tag = "adjustments",
    params(("id" = AdjustmentId, Path)),
    responses((status = 200, body = AdjustmentJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ReviewerIsProposer, Kind::OwnWallet, Kind::NotEnoughPoints,
        ])),
    ),
)]
#[post("/adjustments/{id}/confirm")]
pub async fn confirm_adjustment(
    by: By<Desk>,
    id: Path<AdjustmentId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&confirm(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn confirm(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: AdjustmentId,
) -> Result<AdjustmentJson, Problem> {
    let before = adjustments::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let own = residents::own(connection, acting.community, who.resident).await?;
    before.check_reviewer(who.user, &own)?;
    said(connection, acting, (id, who.user), (Verdict::Accept, "")).await?;
    let wallet = ledger::lock_wallet(connection, acting.community, before.resident).await?;
    let wallet = wallet.ok_or_else(|| Problem::unexpected("a resident without a wallet"))?;
    let (lapse, reason) = (lapse_of_today(connection, acting).await?, before.reason.clone());
    let correction = Correction { own, lapse, reason };
    let transfer: TransferId = acting.id();
    let posting = correction.adjust((before.resident, &wallet), before.points, transfer)?;
    let cause = Cause::new(CauseKind::Adjustment, id);
    post_all(connection, acting, vec![Posting { cause, ..posting }]).await?;
    let after = before.clone().confirmed(transfer);
    adjustments::update(connection, acting.community, &after).await?;
    acting
        .audit(connection, id, Change::changed("adjustment.confirm", &facts(&before), &facts(&after)))
        .await?;
    show(connection, acting, id).await
}
