//! `POST /gifts`: giving points to another resident.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, residents};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::gift;
use linli_domain::points::Points;

use super::json::TransferJson;
use super::posted::post_and_show;
use super::requests::NewGift;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Give points
///
/// To the resident whose member card it is. The points lapse when they would have: nothing lives longer by being passed on.
/// The desk gives in the place of the resident it names.
#[utoipa::path(
    tag = "ledger",
    request_body = NewGift,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::NotEnoughPoints, Kind::ResidentNotActive, Kind::GiftToOneself])),
    ),
)]
#[post("/gifts")]
pub async fn create_gift(
    by: By<ResidentOrDesk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewGift| {
        let giver = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(giver));
        let transfer = give(connection, &acting, giver, body).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

async fn give(
    connection: &mut Connection,
    acting: &Acting,
    giver: ResidentId,
    new: &NewGift,
) -> Result<TransferJson, Problem> {
    let community = acting.community;
    let found = residents::find(connection, community, giver).await?;
    found.ok_or_else(|| Problem::unknown_reference("resident_id"))?.check_active()?;
    let receiver = residents::find_by_card(connection, community, &new.to_card_code).await?;
    let receiver = receiver.ok_or_else(|| Problem::unknown_reference("to_card_code"))?;
    receiver.check_active()?;
    let mut wallets = ledger::lock_wallets(connection, community, &[giver, receiver.id]).await?;
    let wallet = wallets.remove(&giver).unwrap_or_default();
    let (points, note) = (Points::new(new.points.get()), new.note.as_str().to_owned());
    let gift = gift((giver, &wallet), receiver.id, points, acting.id(), note)?;
    let transfer = post_and_show(connection, acting, vec![gift]).await?;
    acting.audit(connection, giver, Change::made("resident.give", &transfer)).await?;
    Ok(transfer)
}
