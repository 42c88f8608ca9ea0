//! `POST /gifts`: giving points to another resident; and giving itself, also to a fund.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger, residents, rulebooks};
use linli_domain::calendar::{Period, start_of};
use linli_domain::communities::Community;
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Giver, Receiver, TransferCode, gift};
use linli_domain::points::Points;
use linli_domain::residents::Resident;
use linli_domain::rulebooks::Giving;

use super::json::TransferJson;
use super::posted::post_and_show;
use super::requests::NewGift;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Give points
///
/// To the resident whose member card it is, within what the rule book allows a month. The points lapse when they would have:
/// nothing lives longer by being passed on. The desk gives in the place of the resident it names.
#[utoipa::path(
    tag = "ledger",
    request_body = NewGift,
    responses((status = 201, body = TransferJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotEnoughPoints, Kind::ResidentNotActive, Kind::GiftToOneself, Kind::OwnWallet,
            Kind::GiftLimitReached,
        ])),
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
        let receiver = receiver(connection, &acting, body).await?;
        let what = (Points::new(body.points.get()), body.note.as_str());
        let transfer = give(connection, &acting, (giver, by.principal.resident), &receiver, what).await?;
        Reply::created(format!("/api/v1/transfers/{}", transfer.facts.id), &transfer)
    });
    done.await
}

async fn receiver(connection: &mut Connection, acting: &Acting, new: &NewGift) -> Result<Receiver, Problem> {
    let found = residents::find_by_card(connection, acting.community, &new.to_card_code).await?;
    let found = found.ok_or_else(|| Problem::unknown_reference("to_card_code"))?;
    Ok(Receiver::Resident(found.id, found.name))
}

/// Gives a resident's points away; `instead` is the resident that the person is who does it. Both stay registered; what was
/// given this month is read under the lock of the giver's wallet.
///
/// # Errors
/// If the resident is unknown, or a rule refuses.
pub(crate) async fn give(
    connection: &mut Connection,
    acting: &Acting,
    (giver, instead): (ResidentId, Option<ResidentId>),
    receiver: &Receiver,
    (points, note): (Points, &str),
) -> Result<TransferJson, Problem> {
    let community = own_community(connection, acting.community).await?;
    let both: Vec<ResidentId> = [giver].into_iter().chain(receiver.resident()).collect();
    let found = residents::share_all(connection, community.id, &both).await?;
    found.iter().try_for_each(Resident::check_active)?;
    let found = found.into_iter().find(|resident| resident.id == giver);
    let found = found.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let wallets = ledger::lock_wallets(connection, community.id, &both).await?;
    let wallet = wallets.get(&giver).ok_or_else(|| Problem::unexpected("a resident without a wallet"))?;
    let today = community.day_of(acting.now);
    let (given, limit) = given_this_month(connection, &community, giver, acting.now).await?;
    let (name, wallet) = (found.name.as_str(), &wallet.spendable_on(today));
    let of = Giver { resident: giver, name, wallet, given, instead };
    let gift = gift(of, receiver, (points, limit), acting.id(), note.to_owned())?;
    let transfer = post_and_show(connection, acting, vec![gift], TransferCode::Give).await?;
    acting.audit(connection, giver, Change::made("resident.give", &transfer)).await?;
    Ok(transfer)
}

/// What a resident has given away this month, not counting what was taken back, and the limit of the rule book in force. Decide
/// upon it only while the wallet is locked.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn given_this_month(
    connection: &mut Connection,
    community: &Community,
    giver: ResidentId,
    now: DateTime<Utc>,
) -> Result<(Points, Option<Giving>), Problem> {
    let month = start_of(Period::Month.start(community.day_of(now)), community.timezone);
    let given = ledger::given_away_since(connection, community.id, giver, month).await?;
    let version = rulebooks::in_force(connection, community.id, now).await?;
    Ok((given, version.and_then(|version| version.book.giving)))
}
