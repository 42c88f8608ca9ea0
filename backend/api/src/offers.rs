//! Offers of the partners: drafted, changed, opened, closed, found.

mod change;
mod close;
mod create;
mod get;
mod json;
mod list;
mod open;
mod terms;

use linli_db::{Connection, offers};
use linli_domain::Refusal;
use linli_domain::ids::{CommunityId, OfferId};
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::problem::{Kind, Problem};

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_offer)
        .service(list::list_offers)
        .service(get::get_offer)
        .service(change::change_offer)
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

/// A refusal of the offer's rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::OfferInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}
