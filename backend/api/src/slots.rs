//! Slots of offers and of services of the points supermarket: planned, changed, cancelled, found.

mod attendees;
mod cancel;
mod change;
mod create;
mod create_of_reward;
mod get;
mod give_back;
mod json;
mod list;
mod list_of_reward;

pub(crate) use create::plan_slots;
use linli_db::{Connection, offers, rewards, slots, stores};
use linli_domain::Refusal;
use linli_domain::ids::{CommunityId, SlotId};
use linli_domain::roles::Principal;
use linli_domain::slots::{Host, Slot, SlotOf};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::problem::{Kind, Problem};

/// The routes.
pub(crate) fn configure(config: &mut ServiceConfig<'_>) {
    config
        .service(create::create_slots)
        .service(list::list_slots)
        .service(create_of_reward::create_reward_slots)
        .service(list_of_reward::list_reward_slots)
        .service(get::get_slot)
        .service(attendees::list_slot_attendees)
        .service(change::change_slot)
        .service(cancel::cancel_slot);
}

/// What takes place in the slots of this, if the caller sees it.
///
/// # Errors
/// `not-found` if not.
async fn find_host(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    of: SlotOf,
) -> Result<Host, Problem> {
    let host = match of {
        SlotOf::Offer(id) => offers::find(connection, community, id).await?.map(Host::from),
        SlotOf::Reward(id) => rewards::find(connection, community, id).await?.map(Host::from),
    };
    host.filter(|host| who.may_see_host(host)).ok_or_else(Problem::not_found)
}

/// A slot that the caller sees, and whether the caller receives those who have a seat in it.
///
/// # Errors
/// `not-found` if the caller does not see it.
async fn find_seen(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    id: SlotId,
) -> Result<(Slot, bool), Problem> {
    let slot = slots::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let (host, stores) = match slot.of {
        SlotOf::Offer(id) => {
            let offer = offers::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
            let stores = stores::ids_of(connection, community, offer.partner.id).await?;
            (Host::from(offer), stores)
        }
        SlotOf::Reward(id) => {
            let reward = rewards::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
            (Host::from(reward), Vec::new())
        }
    };
    let receives = who.may_see_attendees(&host, &stores);
    if receives || who.may_see_host(&host) { Ok((slot, receives)) } else { Err(Problem::not_found()) }
}

/// What takes place in slots that the caller is about to plan or change, locked.
///
/// # Errors
/// `not-found` if the caller does not even see what takes place, `forbidden` if it is not the caller's to plan.
async fn lock_host(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    of: SlotOf,
) -> Result<Host, Problem> {
    let host = match of {
        SlotOf::Offer(id) => offers::lock(connection, community, id).await?.map(Host::from),
        SlotOf::Reward(id) => rewards::lock(connection, community, id).await?.map(Host::from),
    };
    let host = host.filter(|host| who.may_see_host(host)).ok_or_else(Problem::not_found)?;
    if who.may_plan(&host) { Ok(host) } else { Err(Problem::of(Kind::Forbidden)) }
}

/// What takes place in a slot that somebody is about to change, locked, and then the slot.
///
/// # Errors
/// Those of [`lock_host`].
async fn lock_own(
    connection: &mut Connection,
    community: CommunityId,
    who: &Principal,
    id: SlotId,
) -> Result<(Host, Slot), Problem> {
    let slot = slots::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let host = lock_host(connection, community, who, slot.of).await?;
    let slot = slots::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    Ok((host, slot))
}

/// A refusal of the slots' rules, at the field that does not fit.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::SlotInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}
