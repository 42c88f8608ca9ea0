//! Residents to be imported: read from a sheet, and held against who and what is registered.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::lines::Reading;
use super::{Column, Fault, Line, Made, Wrong};
use crate::codes::Code;
use crate::ids::{BuildingId, HouseholdId};
use crate::residents::Phone;

/// The longest name, estate, building or door.
const NAME: usize = 60;

/// A line as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResidentDraft {
    /// The row.
    pub row: u32,
    /// The full name.
    pub name: Option<String>,
    /// The phone number.
    pub phone: Option<Phone>,
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// Estate and building.
    pub building: Option<(String, String)>,
    /// The door.
    pub door: Option<String>,
    /// The member card, if one was handed out.
    pub card: Option<Code>,
}

/// What is registered already, as far as a sheet names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Buildings, by estate and name.
    pub buildings: BTreeMap<(String, String), BuildingId>,
    /// Households, by building and door.
    pub households: BTreeMap<(BuildingId, String), HouseholdId>,
    /// Who lives in them, by name.
    pub people: BTreeSet<(HouseholdId, String)>,
    /// The phone numbers of those who live in the community.
    pub phones: BTreeSet<Phone>,
    /// Member cards.
    pub cards: BTreeSet<Code>,
}

/// Somebody who is to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// The full name.
    pub name: String,
    /// The phone number.
    pub phone: Option<Phone>,
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// The building.
    pub building: BuildingId,
    /// The door in it.
    pub door: String,
    /// The member card, if one was handed out.
    pub card: Option<Code>,
}

/// What an import of residents would make.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Newcomers {
    /// The residents.
    pub residents: Vec<Newcomer>,
    /// The households that are not there yet.
    pub households: BTreeSet<(BuildingId, String)>,
}

impl Newcomers {
    /// How much that is.
    pub fn made(&self) -> Made {
        let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Made {
            residents: count(self.residents.len()),
            households: count(self.households.len()),
            ..Made::default()
        }
    }
}

/// Reads the lines of a sheet; what is wrong with them is added to the faults.
pub fn read_residents(lines: &[Line], today: NaiveDate, faults: &mut Vec<Fault>) -> Vec<ResidentDraft> {
    let read = |line: &Line| {
        let mut reading = Reading::of(line, faults);
        let estate = reading.needed(Column::Estate, NAME);
        let building = reading.needed(Column::Building, NAME);
        ResidentDraft {
            row: line.row,
            name: reading.needed(Column::Name, NAME),
            phone: reading.phone(),
            birth_year: reading.birth_year(today),
            building: estate.zip(building),
            door: reading.needed(Column::Door, NAME),
            card: reading.card(),
        }
    };
    lines.iter().map(read).collect()
}

impl Known {
    /// Returns what these lines make, as far as nothing is wrong with them; what is, is added to the faults.
    pub fn admit(&self, drafts: &[ResidentDraft], faults: &mut Vec<Fault>) -> Newcomers {
        let (mut phones, mut cards, mut names) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut new = Newcomers::default();
        for draft in drafts {
            let mut wrong = |column, what| faults.push(Fault::at(draft.row, column, what));
            if let Some(phone) = &draft.phone {
                if self.phones.contains(phone) {
                    wrong(Column::Phone, Wrong::PhoneTaken);
                }
                if let Some(what) = once(&mut phones, phone, draft.row) {
                    wrong(Column::Phone, what);
                }
            }
            if let Some(card) = &draft.card {
                if self.cards.contains(card) {
                    wrong(Column::CardCode, Wrong::CardTaken);
                }
                if let Some(what) = once(&mut cards, card, draft.row) {
                    wrong(Column::CardCode, what);
                }
            }
            let building = draft.building.as_ref().and_then(|building| self.buildings.get(building));
            if draft.building.is_some() && building.is_none() {
                wrong(Column::Building, Wrong::UnknownBuilding);
            }
            if let (Some(name), Some(building), Some(door)) = (&draft.name, building, &draft.door) {
                let home = self.households.get(&(*building, door.clone()));
                if home.is_some_and(|home| self.people.contains(&(*home, name.clone()))) {
                    wrong(Column::Name, Wrong::NameThere);
                }
                let first = *names.entry((building, door, name)).or_insert(draft.row);
                if first != draft.row {
                    wrong(Column::Name, Wrong::Twice { row: first });
                }
            }
            new.add(draft, building.copied(), &self.households);
        }
        new
    }
}

/// Notes what may be there once; a fault if it is there again.
fn once<'a, T: Ord>(seen: &mut BTreeMap<&'a T, u32>, one: &'a T, row: u32) -> Option<Wrong> {
    let first = *seen.entry(one).or_insert(row);
    (first != row).then_some(Wrong::Twice { row: first })
}

impl Newcomers {
    fn add(
        &mut self,
        draft: &ResidentDraft,
        building: Option<BuildingId>,
        households: &BTreeMap<(BuildingId, String), HouseholdId>,
    ) {
        let (Some(name), Some(building), Some(door)) = (&draft.name, building, &draft.door) else { return };
        let home = (building, door.clone());
        if !households.contains_key(&home) {
            self.households.insert(home);
        }
        self.residents.push(Newcomer {
            name: name.clone(),
            phone: draft.phone.clone(),
            birth_year: draft.birth_year,
            building,
            door: door.clone(),
            card: draft.card.clone(),
        });
    }
}
