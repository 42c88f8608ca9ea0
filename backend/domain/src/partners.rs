//! Partners 合伙人 and their stores 门店.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::hours::Hours;
use crate::ids::{PartnerId, StoreId, UserId};
use crate::residents::Phone;

/// Where a partner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PartnerState {
    /// Takes part.
    Active,
    /// Pauses: none of its offers can be taken.
    Suspended,
    /// Has left.
    Ended,
}

/// A partner: an organisation or shop that was admitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its identifier.
    pub id: PartnerId,
    /// Its name, unique in the community.
    pub name: String,
    /// What it does, e.g. 生鲜.
    pub category: String,
    /// What it promises residents.
    pub promise: String,
    /// Whom to ask for.
    pub contact_name: String,
    /// The contact's phone number.
    pub contact_phone: Option<Phone>,
    /// Where it stands.
    pub state: PartnerState,
    /// The community's day on which it was admitted.
    pub admitted_on: NaiveDate,
}

/// What changes of a partner; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartnerChange {
    /// Its name.
    pub name: Option<String>,
    /// What it does.
    pub category: Option<String>,
    /// What it promises residents.
    pub promise: Option<String>,
    /// Whom to ask for.
    pub contact_name: Option<String>,
    /// The contact's phone number, or none from now on.
    pub contact_phone: Option<Option<Phone>>,
    /// Where it stands.
    pub state: Option<PartnerState>,
    /// The day on which it was admitted.
    pub admitted_on: Option<NaiveDate>,
}

impl Partner {
    /// The partner after a change.
    #[must_use]
    pub fn changed(&self, change: PartnerChange) -> Self {
        Self {
            id: self.id,
            name: change.name.unwrap_or_else(|| self.name.clone()),
            category: change.category.unwrap_or_else(|| self.category.clone()),
            promise: change.promise.unwrap_or_else(|| self.promise.clone()),
            contact_name: change.contact_name.unwrap_or_else(|| self.contact_name.clone()),
            contact_phone: change.contact_phone.unwrap_or_else(|| self.contact_phone.clone()),
            state: change.state.unwrap_or(self.state),
            admitted_on: change.admitted_on.unwrap_or(self.admitted_on),
        }
    }
}

/// Whether a store takes vouchers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StoreState {
    /// It does.
    Open,
    /// It does not.
    Closed,
}

/// A store of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    /// Its identifier.
    pub id: StoreId,
    /// The partner.
    pub partner: PartnerId,
    /// Its name, unique among the partner's stores.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// Whether it takes vouchers.
    pub state: StoreState,
    /// When it is open; nothing if that is not stated.
    pub hours: Hours,
}

/// What changes of a store; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoreChange {
    /// Its name.
    pub name: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// Whether it takes vouchers.
    pub state: Option<StoreState>,
    /// When it is open.
    pub hours: Option<Hours>,
}

impl Store {
    /// The store after a change.
    #[must_use]
    pub fn changed(&self, change: StoreChange) -> Self {
        Self {
            id: self.id,
            partner: self.partner,
            name: change.name.unwrap_or_else(|| self.name.clone()),
            address: change.address.unwrap_or_else(|| self.address.clone()),
            state: change.state.unwrap_or(self.state),
            hours: change.hours.unwrap_or_else(|| self.hours.clone()),
        }
    }
}

/// A person who was named a manager of a partner or a cashier of a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignee {
    /// The account.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// The phone number that signs in.
    pub phone: Phone,
}

#[cfg(test)]
mod tests {
    use super::{Partner, PartnerChange, PartnerState};
    use crate::ids::PartnerId;
    use uuid::Uuid;

    #[test]
    fn what_is_left_out_stays_and_a_phone_can_be_taken_away() {
        let partner = Partner {
            id: PartnerId::new(Uuid::nil()),
            name: "惠民鲜生".to_owned(),
            category: "生鲜".to_owned(),
            promise: "满减".to_owned(),
            contact_name: "周经理".to_owned(),
            contact_phone: Some("19900000001".parse().unwrap()),
            state: PartnerState::Active,
            admitted_on: "2026-03-01".parse().unwrap(),
        };
        assert_eq!(partner.changed(PartnerChange::default()), partner);
        let change = PartnerChange { contact_phone: Some(None), ..PartnerChange::default() };
        assert_eq!(partner.changed(change), Partner { contact_phone: None, ..partner });
    }
}
