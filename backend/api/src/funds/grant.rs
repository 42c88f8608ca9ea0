//! `POST /funds/{id}/grants`: giving points of a fund to a resident.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, funds, residents};
use linli_domain::ids::{FundId, ResidentId};
use linli_domain::ledger::{TransferCode, grant};
use linli_domain::points::Points;

use super::json::NewGrant;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::{TransferJson, lapse_of_today, post_and_show};
use crate::problem::{Kind, Problem};

/// Give a fund's points to a resident
///
/// As far as the fund has them, open or closed. They lapse as if they had been earned today. Nobody decides about the own
/// wallet.
#[utoipa::path(
    tag = "funds",
    params(("id" = FundId, Path)),
    request_body = NewGrant,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::FundTooSmall, Kind::OwnWallet, Kind::ResidentNotActive])),
    ),
)]
#[post("/funds/{id}/grants")]
pub async fn create_fund_grant(
    by: By<Desk>,
    id: Path<FundId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewGrant| {
        let transfer = give_out(connection, acting, (*id, by.principal.resident), body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

/// The fund stays locked from before its points are counted: two who give of it at once cannot both give the last;
/// and the resident stays registered.
pub(crate) async fn give_out(
    connection: &mut Connection,
    acting: &Acting,
    (id, own): (FundId, Option<ResidentId>),
    new: &NewGrant,
) -> Result<TransferJson, Problem> {
    let fund = funds::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let found = residents::share(connection, acting.community, new.resident_id).await?;
    found.ok_or_else(|| Problem::unknown_reference("resident_id"))?.check_active()?;
    let totals = funds::totals(connection, acting.community, &[id]).await?.remove(&id).unwrap_or_default();
    let what = (Points::new(new.points.get()), lapse_of_today(connection, acting).await?);
    let reason = new.reason.as_str().to_owned();
    let own = residents::own(connection, acting.community, own).await?;
    let grant = grant((&fund, totals), (new.resident_id, &own), what, acting.id(), reason)?;
    let transfer = post_and_show(connection, acting, vec![grant], TransferCode::Give).await?;
    acting.audit(connection, id, Change::made("fund.grant", &transfer)).await?;
    Ok(transfer)
}
