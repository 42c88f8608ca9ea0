//! `POST /offers`: drafting an offer.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, offers};
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;

use super::conditions::check_named;
use super::json::{NewOffer, OfferJson};
use super::refused;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Draft an offer
///
/// By a manager for its own partner, or by the desk. Residents see it once it is open.
#[utoipa::path(
    tag = "offers",
    request_body = NewOffer,
    responses((status = 201, body = OfferJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::PartnerNotActive])),
    ),
)]
#[post("/offers")]
pub async fn create_offer(
    by: By<Managers>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewOffer| {
        let offer = draft(connection, acting, &by.principal, body).await?;
        Reply::created(format!("/api/v1/offers/{}", offer.id), &OfferJson::from(&offer))
    });
    done.await
}

pub(crate) async fn draft(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    new: &NewOffer,
) -> Result<Offer, Problem> {
    let partner = offers::find_provider(connection, acting.community, new.partner_id).await?;
    let partner = partner.ok_or_else(|| Problem::unknown_reference("partner_id"))?;
    if !who.may_manage(partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let offer = Offer::draft(acting.id(), partner, new.draft(), acting.now).map_err(refused)?;
    check_named(connection, acting.community, (offer.partner.id, &offer.conditions)).await?;
    offers::insert(connection, acting.community, &offer).await?;
    let change = Change::made("offer.create", &OfferJson::from(&offer));
    acting.audit(connection, offer.id, change).await?;
    Ok(offer)
}
