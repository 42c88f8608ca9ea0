//! Residents: how they are named, found and shown.

mod found_by;
mod masking;
mod own;
mod phone;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

pub use found_by::search_keys;
pub use masking::{masked_name, masked_phone};
pub use own::Own;
pub use phone::{Phone, PhoneError};

use crate::Refusal;
use crate::codes::Code;
use crate::ids::{HouseholdId, ResidentId};

/// Where a resident stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ResidentState {
    /// Lives in the community.
    Active,
    /// Has moved away.
    MovedOut,
    /// Has died.
    Deceased,
}

/// A registered resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resident {
    /// Its identifier.
    pub id: ResidentId,
    /// The full name.
    pub name: String,
    /// The year of birth, if known.
    pub birth_year: Option<i32>,
    /// The phone number; many old residents have none.
    pub phone: Option<Phone>,
    /// The household.
    pub household: HouseholdId,
    /// The code of the member card.
    pub card: Code,
    /// Where the resident stands.
    pub state: ResidentState,
}

impl Resident {
    /// Whether the resident can earn, spend and join now.
    ///
    /// # Errors
    /// [`Refusal::ResidentNotActive`].
    pub fn check_active(&self) -> Result<(), Refusal> {
        if self.state == ResidentState::Active { Ok(()) } else { Err(Refusal::ResidentNotActive) }
    }

    /// Whether the resident is a registered member of a household, and can speak for it.
    ///
    /// # Errors
    /// [`Refusal::NotOfHousehold`].
    pub fn check_member(&self, of: HouseholdId) -> Result<(), Refusal> {
        let is_member = self.household == of && self.state == ResidentState::Active;
        if is_member { Ok(()) } else { Err(Refusal::NotOfHousehold) }
    }
}

/// Whether somebody can be born in this year: in one that has begun.
///
/// # Errors
/// [`Refusal::BirthYearAhead`].
pub fn check_birth_year(birth_year: i32, today: NaiveDate) -> Result<(), Refusal> {
    if birth_year <= today.year() { Ok(()) } else { Err(Refusal::BirthYearAhead { this_year: today.year() }) }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Resident, ResidentState, check_birth_year};
    use crate::Refusal;
    use crate::codes::Code;
    use crate::ids::{HouseholdId, ResidentId};
    use uuid::Uuid;

    #[test]
    fn only_a_registered_member_speaks_for_a_household() {
        let (own, other) = (HouseholdId::new(Uuid::nil()), HouseholdId::new(Uuid::from_u128(1)));
        assert_eq!(resident(ResidentState::Active).check_member(own), Ok(()));
        assert_eq!(resident(ResidentState::Active).check_member(other), Err(Refusal::NotOfHousehold));
        assert_eq!(resident(ResidentState::MovedOut).check_member(own), Err(Refusal::NotOfHousehold));
    }

    #[test]
    fn nobody_is_born_in_a_year_to_come() {
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(check_birth_year(2026, today), Ok(()));
        assert_eq!(check_birth_year(2027, today), Err(Refusal::BirthYearAhead { this_year: 2026 }));
    }

    pub(crate) fn resident(state: ResidentState) -> Resident {
        Resident {
            id: ResidentId::new(Uuid::from_u128(47)),
            name: "王小明".into(),
            birth_year: Some(1990),
            phone: None,
            household: HouseholdId::new(Uuid::nil()),
            card: Code::from_random(47),
            state,
        }
    }
}
