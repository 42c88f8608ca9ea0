//! The people of the demonstration community: estates, grids, buildings, households, residents.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use linli_db::{Connection, places, residents};
use linli_domain::ids::{AccountId, BuildingId, HouseholdId, ResidentId};
use linli_domain::places::{Building, Grid, Household};
use linli_domain::residents::{Phone, Resident, ResidentState};
use linli_domain::rewards::AgeGroup;
use linli_domain::wish_polls::group_of;
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use super::names::{given_name, surname};
use super::story::Story;
use crate::acting::Acting;
use crate::problem::Problem;

/// Estates with their numbers of buildings, floors and doors a floor.
const ESTATES: [(&str, u32, u32, u32); 5] = [
    ("江南花山郡", 18, 18, 6),
    ("利民小区", 24, 6, 8),
    ("人才公寓", 6, 15, 8),
    ("普安还建楼", 12, 11, 6),
    ("老旧小区片区", 22, 6, 6),
];
const RESIDENTS: usize = 15_000;
const GRIDS: usize = 15;
/// How many moved in last.
const NEWCOMERS: usize = 40;
/// One in so many is asked what the supermarket should buy.
const ASKED: usize = 40;
/// Residents under 18, from 60 to 75, and older: 18 %, and 22 % of whom one in six.
const MINORS: usize = 2_700;
const SENIORS: usize = 2_750;
const OLDEST: usize = 550;
/// The first numbers belong to the accounts.
const FIRST_PHONE: u32 = 200;

/// The people and where they live.
pub(super) struct People {
    grids: Vec<Grid>,
    buildings: Vec<Building>,
    households: Vec<Household>,
    residents: Vec<(Resident, AccountId)>,
    /// The year in which they are as old as they are.
    year: i32,
}

/// Who has moved in, and where.
pub(super) struct Newcomer {
    pub(super) resident: Resident,
    pub(super) estate: String,
    pub(super) building: String,
    pub(super) door: String,
}

impl People {
    /// Takes out those who moved in last: they are not there when the community is founded.
    pub(super) fn take_newcomers(&mut self) -> Vec<Newcomer> {
        let before = self.residents.len().saturating_sub(NEWCOMERS);
        let came = self.residents.split_off(before).into_iter().map(|(resident, _)| resident);
        let newcomer = |resident: Resident| {
            let household = self.households.iter().find(|one| one.id == resident.household)?;
            let building = self.buildings.iter().find(|one| one.id == household.building)?;
            let (estate, building) = (building.estate.clone(), building.name.clone());
            Some(Newcomer { resident, estate, building, door: household.door.clone() })
        };
        came.filter_map(newcomer).collect()
    }

    /// Some of all ages, with their age groups.
    pub(super) fn of_all_ages(&self) -> Vec<(ResidentId, AgeGroup)> {
        let today = NaiveDate::from_ymd_opt(self.year, 1, 1).unwrap_or_default();
        let group = |(resident, _): &(Resident, AccountId)| {
            Some((resident.id, group_of(resident.birth_year?, today)))
        };
        self.residents.iter().step_by(ASKED).filter_map(group).collect()
    }

    /// Takes so many residents in their best years to lead the teams; the one at `shown`, whose account shows what a
    /// leader sees, is called as that account is.
    pub(super) fn take_leaders(&mut self, count: usize, shown: usize, name: &str) -> Vec<Resident> {
        let leaders = self.grown().step_by(97).take(count).enumerate();
        let called = |(number, leader): (usize, &mut Resident)| {
            if number == shown {
                name.clone_into(&mut leader.name);
            }
            leader.clone()
        };
        leaders.map(called).collect()
    }

    /// The resident whose account shows what a resident sees, called as that account is.
    pub(super) fn resident_with_account(&mut self, name: &str) -> Option<Resident> {
        let resident = self.grown().skip(50).find(|resident| resident.phone.is_some())?;
        name.clone_into(&mut resident.name);
        Some(resident.clone())
    }

    /// Somebody in the best years in each building to be its block head, none of the `taken`; the first of them, whose account
    /// shows what a block head sees, is called as that account is.
    pub(super) fn take_block_heads(
        &mut self,
        taken: &[ResidentId],
        name: &str,
    ) -> Vec<(BuildingId, Resident)> {
        let building_of: BTreeMap<HouseholdId, BuildingId> =
            self.households.iter().map(|household| (household.id, household.building)).collect();
        let (mut heads, mut seen) = (Vec::new(), BTreeSet::new());
        for resident in self.grown().filter(|resident| !taken.contains(&resident.id)) {
            let Some(building) = building_of.get(&resident.household) else { continue };
            if heads.is_empty() {
                name.clone_into(&mut resident.name);
            }
            if seen.insert(*building) {
                heads.push((*building, resident.clone()));
            }
        }
        heads
    }

    /// The households of each building.
    pub(super) fn households(&self) -> BTreeMap<BuildingId, Vec<HouseholdId>> {
        let mut of: BTreeMap<BuildingId, Vec<HouseholdId>> = BTreeMap::new();
        for household in &self.households {
            of.entry(household.building).or_default().push(household.id);
        }
        of
    }

    /// Those in their best years.
    fn grown(&mut self) -> impl Iterator<Item = &mut Resident> {
        let years = self.year - 64..=self.year - 32;
        let all = self.residents.iter_mut().map(|(resident, _)| resident);
        all.filter(move |resident| resident.birth_year.is_some_and(|year| years.contains(&year)))
    }

    /// Those who volunteer: from sixteen on, everybody who can.
    pub(super) fn volunteers(&self) -> Vec<&Resident> {
        let years = self.year - 80..=self.year - 16;
        let able = self.residents.iter().map(|(resident, _)| resident);
        able.filter(|resident| resident.birth_year.is_some_and(|year| years.contains(&year))).collect()
    }

    /// The grown-ups of a household, this one first.
    pub(super) fn grown_ups_with(&self, one: &Resident) -> Vec<ResidentId> {
        let of_age = self.year - 18;
        let others = self.residents.iter().map(|(resident, _)| resident).filter(|other| {
            other.household == one.household
                && other.id != one.id
                && other.birth_year.is_some_and(|year| year <= of_age)
        });
        std::iter::once(one).chain(others).map(|resident| resident.id).collect()
    }

    /// Stores them in bulk, past the use case of taking in one resident after the other, but as that leaves them: an account
    /// and a wallet each, with all that is looked up by. The audit log has no line for each.
    pub(super) async fn settle(&self, connection: &mut Connection, story: &Story) -> Result<(), Problem> {
        let community = story.community;
        places::insert_grids(connection, community, &self.grids).await?;
        places::insert_buildings(connection, community, &self.buildings).await?;
        for households in self.households.chunks(5_000) {
            places::insert_households(connection, community, households).await?;
        }
        if residents::insert(connection, community, &self.residents, story.founding().now).await? {
            return Ok(());
        }
        Err(Problem::unexpected("a member card twice"))
    }
}

/// Makes the people; the same ones for the same seed.
pub(super) fn people(acting: &Acting, rng: &mut StdRng, year: i32) -> People {
    let (grids, buildings) = buildings(acting);
    let households = households(acting, &buildings);
    let residents = residents(acting, rng, year, &households);
    People { grids, buildings, households, residents, year }
}

fn buildings(acting: &Acting) -> (Vec<Grid>, Vec<Building>) {
    let grids: Vec<Grid> =
        (1..=GRIDS).map(|number| Grid { id: acting.id(), name: format!("第{number}网格") }).collect();
    let all: Vec<(&str, u32)> = ESTATES
        .iter()
        .flat_map(|(estate, count, ..)| (1..=*count).map(move |number| (*estate, number)))
        .collect();
    // Five or six buildings each: the grid of a building is as far into the grids as the building is into the buildings.
    let grid_of = |place: usize| grids.get(place * GRIDS / all.len());
    let of_grid = (0..all.len()).filter_map(grid_of).map(|grid| grid.id);
    let building = |((estate, number), grid): (&(&str, u32), _)| Building {
        id: acting.id(),
        grid,
        estate: (*estate).to_owned(),
        name: format!("{number}栋"),
        block_head: None,
    };
    let buildings = all.iter().zip(of_grid).map(building).collect();
    (grids, buildings)
}

/// The doors of all buildings, a household behind each.
fn households(acting: &Acting, buildings: &[Building]) -> Vec<Household> {
    let doors = |building: &Building| {
        let (_, _, floors, width) =
            ESTATES.iter().find(|(estate, ..)| *estate == building.estate).copied()?;
        let id = building.id;
        Some((1..=floors).flat_map(move |floor| {
            (1..=width).map(move |door| (id, format!("{}单元{floor}{:02}", door.div_ceil(4), door)))
        }))
    };
    let all: Vec<_> = buildings.iter().filter_map(doors).flatten().collect();
    all.into_iter()
        .map(|(building, door)| Household { id: acting.id(), building, door, representative: None })
        .collect()
}

/// How many live in each household: two, and the rest of the residents here and there.
fn sizes(rng: &mut StdRng, households: usize) -> Vec<usize> {
    let mut sizes = vec![2; households];
    let mut left = RESIDENTS.saturating_sub(2 * households);
    while left > 0 {
        let place = rng.random_range(0..households);
        if let Some(size) = sizes.get_mut(place).filter(|size| **size < 6) {
            *size += 1;
            left -= 1;
        }
    }
    sizes
}

/// Birth years: those of the heads of the households, and those of the others.
fn birth_years(rng: &mut StdRng, year: i32, heads: usize) -> (Vec<i32>, Vec<i32>) {
    let adults = RESIDENTS - MINORS - SENIORS - OLDEST;
    let mut grown: Vec<i32> = (0..adults).map(|_| year - rng.random_range(18..60)).collect();
    grown.extend((0..SENIORS).map(|_| year - rng.random_range(60..=75)));
    grown.extend((0..OLDEST).map(|_| year - rng.random_range(76..=97)));
    grown.shuffle(rng);
    let mut others = grown.split_off(heads);
    others.extend((0..MINORS).map(|_| year - rng.random_range(0..18)));
    others.shuffle(rng);
    (grown, others)
}

fn residents(
    acting: &Acting,
    rng: &mut StdRng,
    year: i32,
    households: &[Household],
) -> Vec<(Resident, AccountId)> {
    let sizes = sizes(rng, households.len());
    let (heads, others) = birth_years(rng, year, households.len());
    let mut others = others.into_iter();
    let mut phones = (FIRST_PHONE..10_000).map(|number| format!("1990000{number:04}"));
    let mut residents = Vec::with_capacity(RESIDENTS);
    for ((household, size), head) in households.iter().zip(sizes).zip(heads) {
        let family = surname(rng);
        let others = others.by_ref().take(size.saturating_sub(1));
        for (place, birth_year) in std::iter::once(head).chain(others).enumerate() {
            let family = if place == 1 && birth_year < year - 18 { surname(rng) } else { family };
            let name = format!("{family}{}", given_name(rng, birth_year));
            let phone = has_phone(rng, year - birth_year).then(|| phones.next()).flatten();
            let resident =
                resident(acting, household.id, name, birth_year, phone.and_then(|p| p.parse().ok()));
            residents.push((resident, acting.id()));
        }
    }
    residents
}

/// Of the over-seventies a third has no phone; of the others some have not left their number. Children have none.
fn has_phone(rng: &mut StdRng, age: i32) -> bool {
    match age {
        ..14 => false,
        14..18 => rng.random_ratio(1, 3),
        18..=70 => rng.random_ratio(4, 5),
        _ => rng.random_ratio(2, 3),
    }
}

fn resident(
    acting: &Acting,
    household: HouseholdId,
    name: String,
    birth_year: i32,
    phone: Option<Phone>,
) -> Resident {
    Resident {
        id: acting.id(),
        name,
        birth_year: Some(birth_year),
        phone,
        household,
        card: acting.ids.code(),
        state: ResidentState::Active,
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use linli_domain::ids::CommunityId;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    use super::people;
    use crate::acting::{Acting, Ids};

    fn of_seed(seed: u64) -> super::People {
        let acting =
            Acting { ids: Ids::seeded(seed), ..Acting::program(CommunityId::PLATFORM, DateTime::UNIX_EPOCH) };
        people(&acting, &mut StdRng::seed_from_u64(seed), 2026)
    }

    #[test]
    fn the_community_is_as_large_and_as_old_as_in_the_case() {
        let people = of_seed(1);
        let ages: Vec<i32> = people.residents.iter().map(|(r, _)| 2026 - r.birth_year.unwrap()).collect();
        let count = |ages: Vec<&i32>| ages.len();
        assert_eq!(
            (people.residents.len(), people.households.len(), people.grids.len()),
            (15_000, 5_400, 15)
        );
        assert_eq!(count(ages.iter().filter(|age| **age < 18).collect()), 2_700);
        assert_eq!(count(ages.iter().filter(|age| **age >= 60).collect()), 3_300);
        let over_70 = people.residents.iter().filter(|(r, _)| 2026 - r.birth_year.unwrap() > 70);
        let (with, without): (Vec<_>, Vec<_>) = over_70.partition(|(r, _)| r.phone.is_some());
        let share = without.len() * 100 / (with.len() + without.len());
        assert!((28..=38).contains(&share), "{share} % of the over-seventies have no phone");
    }

    #[test]
    fn every_grid_has_its_buildings() {
        let people = of_seed(1);
        for grid in &people.grids {
            let count = people.buildings.iter().filter(|building| building.grid == grid.id).count();
            assert!((5..=6).contains(&count), "{}: {count}", grid.name);
        }
    }

    #[test]
    fn every_building_has_a_block_head_who_lives_there() {
        let mut people = of_seed(1);
        let taken = [people.resident_with_account("何海燕").unwrap().id];
        let heads = people.take_block_heads(&taken, "孙建华");
        assert_eq!((heads.len(), people.households().len()), (82, 82));
        assert_eq!(heads[0].1.name, "孙建华");
        for (building, head) in &heads {
            assert!(people.households()[building].contains(&head.household) && head.id != taken[0]);
        }
    }

    #[test]
    fn whoever_volunteers_is_old_enough_whatever_the_year() {
        let acting = Acting::program(CommunityId::PLATFORM, DateTime::UNIX_EPOCH);
        let mut people = people(&acting, &mut StdRng::seed_from_u64(1), 2050);
        assert!(people.volunteers().iter().all(|one| (16..=80).contains(&(2050 - one.birth_year.unwrap()))));
        let leaders = people.take_leaders(20, 3, "刘桂芳");
        assert!(leaders.iter().all(|one| (32..=64).contains(&(2050 - one.birth_year.unwrap()))));
        assert_eq!((leaders.len(), leaders[3].name.as_str()), (20, "刘桂芳"));
    }

    #[test]
    fn the_same_seed_makes_the_same_people() {
        assert_eq!(of_seed(7).residents, of_seed(7).residents);
        assert_ne!(of_seed(7).residents, of_seed(8).residents);
    }
}
