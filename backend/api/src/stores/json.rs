//! Stores as they are sent.

use linli_domain::ids::{PartnerId, StoreId};
use linli_domain::partners::{Store, StoreChange, StoreState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::hours::{Hours, OpeningJson, hours_of};
use crate::input::{Name, Text};

/// Where a store is, as people find it.
pub type Address = Text<1, 200>;

/// A store to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStore {
    /// Its name, unique among the partner's stores.
    pub name: Name,
    /// Where it is.
    pub address: Address,
    /// When it is open; not stated unless given.
    pub hours: Option<Hours>,
}

/// What changes of a store; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StoreChange)]
pub struct StoreChangeJson {
    /// Its name.
    pub name: Option<Name>,
    /// Where it is.
    pub address: Option<Address>,
    /// Whether it takes vouchers.
    pub state: Option<StoreState>,
    /// When it is open, all of it anew; an empty list states nothing.
    pub hours: Option<Hours>,
}

impl From<&StoreChangeJson> for StoreChange {
    fn from(change: &StoreChangeJson) -> Self {
        Self {
            name: change.name.clone().map(String::from),
            address: change.address.clone().map(String::from),
            state: change.state,
            hours: change.hours.as_ref().map(hours_of),
        }
    }
}

/// A store.
#[derive(Serialize, ToSchema)]
#[schema(as = Store)]
pub struct StoreJson {
    /// The identifier.
    pub id: StoreId,
    /// The partner.
    pub partner_id: PartnerId,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// Whether it takes vouchers.
    pub state: StoreState,
    /// When it is open; empty if that is not stated.
    pub hours: Vec<OpeningJson>,
}

impl From<&Store> for StoreJson {
    fn from(store: &Store) -> Self {
        Self {
            id: store.id,
            partner_id: store.partner,
            name: store.name.clone(),
            address: store.address.clone(),
            state: store.state,
            hours: store.hours.0.iter().map(OpeningJson::from).collect(),
        }
    }
}
