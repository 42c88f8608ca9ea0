//! `POST /adjustments/{id}/refuse`: the second pair of eyes says no.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, adjustments, residents};
use linli_domain::ids::AdjustmentId;
use linli_domain::reviews::Verdict;
use linli_domain::roles::Principal;

use super::json::{AdjustmentJson, AdjustmentRefusal};
use super::show::{facts, said, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Refuse an adjustment
///
/// By another person of the desk than who proposed it, and not of one's own wallet. Nothing is posted.
#[utoipa::path(
    tag = "adjustments",
    params(("id" = AdjustmentId, Path)),
    request_body = AdjustmentRefusal,
    responses((status = 200, body = AdjustmentJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ReviewerIsProposer, Kind::OwnWallet])),
    ),
)]
#[post("/adjustments/{id}/refuse")]
pub async fn refuse_adjustment(
    by: By<Desk>,
    id: Path<AdjustmentId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &AdjustmentRefusal| {
        Reply::ok(&refuse(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn refuse(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (AdjustmentId, &AdjustmentRefusal),
) -> Result<AdjustmentJson, Problem> {
    let before = adjustments::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let own = residents::own(connection, acting.community, who.resident).await?;
    before.check_reviewer(who.user, &own)?;
    said(connection, acting, (id, who.user), (Verdict::Refuse, new.reason.as_str())).await?;
    let after = before.clone().refused();
    adjustments::update(connection, acting.community, &after).await?;
    acting
        .audit(connection, id, Change::changed("adjustment.refuse", &facts(&before), &facts(&after)))
        .await?;
    show(connection, acting, id).await
}
