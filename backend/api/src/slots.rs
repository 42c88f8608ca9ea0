//! Slots of offers: planned, changed, cancelled, found.

mod cancel;
mod change;
mod create;
mod json;
mod list;

pub(crate) use create::plan_slots;
use linli_db::{Connection, offers, slots};
use linli_domain::Refusal;
use linli_domain::ids::{CommunityId, SlotId};
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;
use linli_domain::slots::Slot;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::problem::{Kind, Problem};

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_slots)
        .service(list::list_slots)
        .service(change::change_slot)
        .service(cancel::cancel_slot);
}

/// The offer of a slot that a manager is about to change, locked, and then the slot.
///
/// # Errors
/// `not-found` if the caller does not even see the offer, `forbidden` if it is another partner's.
async fn lock_own(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    id: SlotId,
) -> Result<(Offer, Slot), Problem> {
    let slot = slots::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let offer = offers::lock(connection, community, slot.offer).await?;
    let offer = offer.filter(|offer| who.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    if !who.may_manage(offer.partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let slot = slots::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    Ok((offer, slot))
}

/// A refusal of the slots' rules, at the field that does not fit.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::SlotInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}
