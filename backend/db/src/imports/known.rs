//! What is registered already, as far as a sheet names it.

use std::collections::BTreeSet;

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{BuildingId, CommunityId, HouseholdId, ResidentId};
use linli_domain::imports::{BalanceDraft, Holders, Known, ResidentDraft};
use linli_domain::residents::{Phone, ResidentState};
use uuid::Uuid;

use crate::error::read;
use crate::schema::residents as people;
use crate::schema::{buildings, households};
use crate::{Connection, Result, residents};

/// What is registered of what these lines name, in five statements.
///
/// # Errors
/// If the data base does not answer.
pub async fn known(
    connection: &mut Connection,
    community: CommunityId,
    drafts: &[ResidentDraft],
) -> Result<Known> {
    let estates: BTreeSet<&str> =
        drafts.iter().filter_map(|draft| Some(draft.building.as_ref()?.0.as_str())).collect();
    let estates: Vec<&str> = estates.into_iter().collect();
    let places: Vec<(String, String, Uuid)> = buildings::table
        .filter(buildings::community_id.eq(community.uuid()).and(buildings::estate.eq_any(estates)))
        .select((buildings::estate, buildings::name, buildings::id))
        .load(connection)
        .await?;
    let ids: Vec<Uuid> = places.iter().map(|(.., id)| *id).collect();
    let doors: Vec<(Uuid, String, Uuid)> = households::table
        .filter(households::community_id.eq(community.uuid()).and(households::building_id.eq_any(&ids)))
        .select((households::building_id, households::door, households::id))
        .load(connection)
        .await?;
    let cards: Vec<&Code> = drafts.iter().filter_map(|draft| draft.card.as_ref()).collect();
    let building = |(estate, name, id): (String, String, Uuid)| ((estate, name), BuildingId::new(id));
    let household = |(building, door, id): (Uuid, String, Uuid)| {
        ((BuildingId::new(building), door), HouseholdId::new(id))
    };
    Ok(Known {
        buildings: places.into_iter().map(building).collect(),
        households: doors.into_iter().map(household).collect(),
        people: people_of(connection, community, ids).await?,
        phones: taken_phones(connection, community, drafts).await?,
        cards: taken_cards(connection, community, cards).await?,
    })
}

/// Who lives in the households of these buildings, by name.
async fn people_of(
    connection: &mut Connection,
    community: CommunityId,
    buildings: Vec<Uuid>,
) -> Result<BTreeSet<(HouseholdId, String)>> {
    let rows: Vec<(Uuid, String)> = people::table
        .inner_join(households::table.on(
            households::community_id.eq(people::community_id).and(households::id.eq(people::household_id)),
        ))
        .filter(people::community_id.eq(community.uuid()))
        .filter(people::state.eq(ResidentState::Active.to_string()))
        .filter(households::building_id.eq_any(buildings))
        .select((people::household_id, people::name))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(household, name)| (HouseholdId::new(household), name)).collect())
}

async fn taken_phones(
    connection: &mut Connection,
    community: CommunityId,
    drafts: &[ResidentDraft],
) -> Result<BTreeSet<Phone>> {
    let phones: Vec<&str> = drafts.iter().filter_map(|draft| Some(draft.phone.as_ref()?.as_str())).collect();
    let taken: Vec<Option<String>> = people::table
        .filter(people::community_id.eq(community.uuid()).and(people::phone.eq_any(phones)))
        .filter(people::state.eq(ResidentState::Active.to_string()))
        .select(people::phone)
        .load(connection)
        .await?;
    taken.iter().flatten().map(|phone| read(phone)).collect()
}

/// Which of these cards somebody has.
///
/// # Errors
/// If the data base does not answer.
pub async fn taken_cards(
    connection: &mut Connection,
    community: CommunityId,
    cards: impl IntoIterator<Item = &Code>,
) -> Result<BTreeSet<Code>> {
    let cards: Vec<&str> = cards.into_iter().map(Code::as_str).collect();
    let taken: Vec<String> = people::table
        .filter(people::community_id.eq(community.uuid()).and(people::card_code.eq_any(cards)))
        .select(people::card_code)
        .load(connection)
        .await?;
    taken.iter().map(|card| read(card)).collect()
}

/// The residents whom these lines name by card or phone. With `lock`, they are kept from changing until the transaction
/// ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn holders(
    connection: &mut Connection,
    community: CommunityId,
    drafts: &[BalanceDraft],
    lock: bool,
) -> Result<Holders> {
    let cards: Vec<&str> = drafts.iter().filter_map(|draft| Some(draft.card.as_ref()?.as_str())).collect();
    let phones: Vec<&str> = drafts.iter().filter_map(|draft| Some(draft.phone.as_ref()?.as_str())).collect();
    let named = people::table
        .filter(people::community_id.eq(community.uuid()))
        .filter(people::card_code.eq_any(cards).or(people::phone.eq_any(phones)))
        .order(people::id)
        .select(people::id);
    let ids: Vec<Uuid> = named.load(connection).await?;
    let ids: Vec<ResidentId> = ids.into_iter().map(ResidentId::new).collect();
    let found = match lock {
        true => residents::share_all(connection, community, &ids).await?,
        false => residents::find_all(connection, community, &ids).await?,
    };
    Ok(Holders::of(found))
}
