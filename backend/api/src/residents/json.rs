//! Residents as they are sent.

use linli_db::residents::Address;
use linli_domain::codes::Code;
use linli_domain::ids::{HouseholdId, ResidentId};
use linli_domain::residents::{Phone, Resident, ResidentState, masked_phone};
use linli_domain::rulebooks::{Honours, Stars};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, Reason, Whole, changed};

/// A year of birth.
pub type BirthYear = Whole<1900, 2200>;

/// A resident to be registered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResident {
    /// The full name.
    pub name: Name,
    /// The year of birth, if known; without it no offer with an age limit can be taken.
    pub birth_year: Option<BirthYear>,
    /// The phone number, if there is one.
    pub phone: Option<Phone>,
    /// The household the resident lives in.
    pub household_id: HouseholdId,
}

/// What changes of a resident; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResidentChange {
    /// The full name.
    pub name: Option<Name>,
    /// The year of birth.
    pub birth_year: Option<BirthYear>,
    /// The phone number; null takes it away.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Phone>)]
    pub phone: Option<Option<Phone>>,
    /// The household.
    pub household_id: Option<HouseholdId>,
    /// Where the resident stands.
    pub state: Option<ResidentState>,
    /// True for a new member card: the code on the old one is worth nothing from then on.
    #[serde(default)]
    pub new_card: bool,
}

/// Why a resident's phone number is to be seen in full.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealRequest {
    /// The reason, kept in the audit log.
    pub reason: Reason,
}

/// A resident's phone number in full.
#[derive(Serialize, ToSchema)]
pub struct Revealed {
    /// The phone number.
    pub phone: Option<Phone>,
}

/// A resident.
#[derive(Serialize, ToSchema)]
#[schema(as = Resident)]
pub struct ResidentJson {
    /// The identifier.
    pub id: ResidentId,
    /// The full name.
    pub name: String,
    /// The year of birth.
    pub birth_year: Option<i32>,
    /// The phone number, masked.
    pub phone: Option<String>,
    /// The household.
    pub household_id: HouseholdId,
    /// The code of the member card.
    pub card_code: Code,
    /// Where the resident stands.
    pub state: ResidentState,
}

impl From<&Resident> for ResidentJson {
    fn from(resident: &Resident) -> Self {
        Self {
            id: resident.id,
            name: resident.name.clone(),
            birth_year: resident.birth_year,
            phone: resident.phone.as_ref().map(|phone| masked_phone(phone.as_str())),
            household_id: resident.household,
            card_code: resident.card.clone(),
            state: resident.state,
        }
    }
}

/// A resident in a list, with the address.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedResident)]
pub struct ListedResidentJson {
    /// The resident.
    #[serde(flatten)]
    pub resident: ResidentJson,
    /// Where the resident lives: estate, building and door.
    #[schema(examples("江南花山郡 3栋 1单元402"))]
    pub address: String,
}

impl From<(Resident, Address)> for ListedResidentJson {
    fn from((resident, Address { estate, building, door, .. }): (Resident, Address)) -> Self {
        Self { resident: ResidentJson::from(&resident), address: format!("{estate} {building} {door}") }
    }
}

/// What a volunteer has come to in a lifetime.
#[derive(Serialize, ToSchema)]
#[schema(as = Honours)]
pub struct HonoursJson {
    /// Volunteer work in settled rosters, in minutes; travel time is no part of it.
    pub minutes: i64,
    /// The star level 星级; 0 before the first star.
    pub stars: usize,
    /// How many minutes are missing to the next star; none if there is no further one.
    pub minutes_to_next: Option<i64>,
    /// From how many hours on there is one star, two, three …
    pub hours_of_stars: Stars,
}

impl HonoursJson {
    /// What somebody has come to, and by which hours.
    pub fn of(honours: Honours, hours_of_stars: Stars) -> Self {
        let Honours { minutes, stars, minutes_to_next } = honours;
        Self { minutes, stars, minutes_to_next, hours_of_stars }
    }
}
