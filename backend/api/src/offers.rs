//! Offers of the partners: drafted, changed, opened, closed, found.

mod change;
mod close;
mod conditions;
mod create;
mod delete;
mod get;
mod json;
mod list;
mod open;
mod terms;

pub(crate) use create::draft;
pub(crate) use json::NewOffer;
pub(crate) use open::open;

use linli_db::{Connection, offers};
use linli_domain::Refusal;
use linli_domain::ids::{CommunityId, OfferId};
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use self::json::OfferJson;
use crate::acting::{Acting, Change};
use crate::problem::{Kind, Problem};

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_offer)
        .service(list::list_offers)
        .service(get::get_offer)
        .service(change::change_offer)
        .service(delete::delete_offer)
        .service(open::open_offer)
        .service(close::close_offer);
}

/// The offer that a manager is about to change, locked.
///
/// # Errors
/// `not-found` if the caller does not even see it, `forbidden` if it is another partner's.
async fn lock_own(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    id: OfferId,
) -> Result<Offer, Problem> {
    let offer = offers::lock(connection, community, id).await?;
    let offer = offer.filter(|offer| who.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    if who.may_manage(offer.partner.id) { Ok(offer) } else { Err(Problem::of(Kind::Forbidden)) }
}

/// Moves an offer of the caller's into another state, with a line in the audit log.
///
/// # Errors
/// Those of [`lock_own`]; what `step` refuses.
async fn moved(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, OfferId),
    action: &str,
    step: impl FnOnce(Offer) -> Result<Offer, Refusal>,
) -> Result<OfferJson, Problem> {
    let before = lock_own(connection, acting.community, who, id).await?;
    let was = json!({ "state": before.state });
    let after = step(before)?;
    offers::update(connection, acting.community, &after).await?;
    acting.audit(connection, id, Change::changed(action, &was, &json!({ "state": after.state }))).await?;
    Ok(OfferJson::from(&after))
}

/// A refusal of the offer's rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::OfferInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}
