//! `POST /funds/{id}/gifts`: giving points to a fund.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, funds};
use linli_domain::ids::{FundId, ResidentId};
use linli_domain::ledger::Receiver;
use linli_domain::points::Points;

use super::json::NewFundGift;
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::{TransferJson, give};
use crate::problem::{Kind, Problem};

/// Give points to a fund
///
/// Within what the rule book allows a month. The desk gives in the place of the resident it names.
#[utoipa::path(
    tag = "funds",
    params(("id" = FundId, Path)),
    request_body = NewFundGift,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotEnoughPoints, Kind::ResidentNotActive, Kind::FundClosed, Kind::GiftLimitReached,
        ])),
    ),
)]
#[post("/funds/{id}/gifts")]
pub async fn create_fund_gift(
    by: By<ResidentOrDesk>,
    id: Path<FundId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewFundGift| {
        let giver = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(giver));
        let of = (giver, by.principal.resident);
        let transfer = give_to_fund(connection, &acting, (of, *id), body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

/// Gives points of a resident to a fund; `of` names the resident, and the one that the person is who does it.
pub(crate) async fn give_to_fund(
    connection: &mut Connection,
    acting: &Acting,
    (of, id): ((ResidentId, Option<ResidentId>), FundId),
    new: &NewFundGift,
) -> Result<TransferJson, Problem> {
    // Stays as it is until the transaction ends: nobody gives to a fund that is closed at the same moment.
    let fund = funds::lock_to_give(connection, acting.community, id).await?;
    let receiver = Receiver::Fund(fund.ok_or_else(Problem::not_found)?);
    give(connection, acting, of, &receiver, (Points::new(new.points.get()), new.note.as_str())).await
}
