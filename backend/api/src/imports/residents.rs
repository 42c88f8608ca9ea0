//! Registering the residents of a sheet, with the households that are not there yet.

use std::collections::{BTreeMap, BTreeSet};

use linli_db::{Connection, imports, places, residents};
use linli_domain::codes::Code;
use linli_domain::ids::{AccountId, BuildingId, HouseholdId};
use linli_domain::imports::{Import, Known, Newcomer, Newcomers};
use linli_domain::places::Household;
use linli_domain::residents::{Resident, ResidentState};

use crate::acting::Acting;
use crate::problem::Problem;

/// How often codes are drawn anew for those that are in use.
const DRAWS: usize = 5;

/// Registers them with wallets and member cards. Whoever registers one of them, or a household, at the same moment
/// overtakes the import, which is then tried again.
pub(super) async fn register(
    connection: &mut Connection,
    acting: &Acting,
    import: &Import,
    (newcomers, known): (Newcomers, Known),
) -> Result<(), Problem> {
    let homes = settle(connection, acting, newcomers.households, known.households).await?;
    let without = newcomers.residents.iter().filter(|newcomer| newcomer.card.is_none()).count();
    let handed_out: BTreeSet<Code> =
        newcomers.residents.iter().filter_map(|newcomer| newcomer.card.clone()).collect();
    let mut cards = draw_cards(connection, acting, without, &handed_out).await?.into_iter();
    let mut new: Vec<(Resident, AccountId)> = Vec::new();
    for newcomer in newcomers.residents {
        let home = homes.get(&(newcomer.building, newcomer.door.clone())).copied();
        let card = newcomer.card.clone().or_else(|| cards.next());
        let (Some(home), Some(card)) = (home, card) else {
            return Err(Problem::unexpected("a newcomer without a household or a card"));
        };
        new.push((resident(acting, newcomer, home, card), acting.id()));
    }
    let of = (acting.community, import.id);
    match residents::insert_imported(connection, of, &new, acting.now).await? {
        true => Ok(()),
        false => Err(imports::overtaken().into()),
    }
}

fn resident(acting: &Acting, newcomer: Newcomer, household: HouseholdId, card: Code) -> Resident {
    Resident {
        id: acting.id(),
        name: newcomer.name,
        birth_year: newcomer.birth_year,
        phone: newcomer.phone,
        household,
        card,
        state: ResidentState::Active,
    }
}

/// Stores the households that are not there yet; answers all of them by building and door.
async fn settle(
    connection: &mut Connection,
    acting: &Acting,
    new: BTreeSet<(BuildingId, String)>,
    mut homes: BTreeMap<(BuildingId, String), HouseholdId>,
) -> Result<BTreeMap<(BuildingId, String), HouseholdId>, Problem> {
    let household = |(building, door)| Household { id: acting.id(), building, door, representative: None };
    let new: Vec<Household> = new.into_iter().map(household).collect();
    if places::insert_households(connection, acting.community, &new).await? != new.len() {
        return Err(imports::overtaken().into());
    }
    homes.extend(new.into_iter().map(|home| ((home.building, home.door), home.id)));
    Ok(homes)
}

/// Draws so many codes for member cards that nobody has.
pub(super) async fn draw_cards(
    connection: &mut Connection,
    acting: &Acting,
    count: usize,
    handed_out: &BTreeSet<Code>,
) -> Result<BTreeSet<Code>, Problem> {
    let mut cards = BTreeSet::new();
    for _ in 0..DRAWS {
        while cards.len() < count {
            cards.extend(Some(acting.ids.code()).filter(|code| !handed_out.contains(code)));
        }
        let taken = imports::taken_cards(connection, acting.community, &cards).await?;
        cards.retain(|card| !taken.contains(card));
        if cards.len() == count {
            return Ok(cards);
        }
    }
    Err(Problem::unexpected("no free codes"))
}
