//! Partners and the people named for them, as they are sent.

use chrono::NaiveDate;
use linli_domain::ids::{PartnerId, UserId};
use linli_domain::partners::{Assignee, Partner, PartnerChange, PartnerState};
use linli_domain::residents::{Phone, masked_phone};
use linli_domain::roles::Sight;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Name, Note, Text, changed};

/// What a partner does, in a word or two.
pub type Category = Text<1, 20>;

/// A partner to be admitted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPartner {
    /// Its name, unique in the community.
    pub name: Name,
    /// What it does, e.g. 生鲜.
    pub category: Category,
    /// What it promises residents.
    pub promise: Note,
    /// Whom to ask for.
    pub contact_name: Name,
    /// The contact's phone number.
    pub contact_phone: Option<Phone>,
    /// The day on which it was admitted; today unless given.
    pub admitted_on: Option<Day>,
}

impl NewPartner {
    /// The partner under this identifier, admitted today unless a day is given.
    pub fn partner(&self, id: PartnerId, today: NaiveDate) -> Partner {
        Partner {
            id,
            name: self.name.as_str().to_owned(),
            category: self.category.as_str().to_owned(),
            promise: self.promise.as_str().to_owned(),
            contact_name: self.contact_name.as_str().to_owned(),
            contact_phone: self.contact_phone.clone(),
            state: PartnerState::Active,
            admitted_on: self.admitted_on.map_or(today, Day::get),
        }
    }
}

/// What changes of a partner; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PartnerChange)]
pub struct PartnerChangeJson {
    /// Its name.
    pub name: Option<Name>,
    /// What it does.
    pub category: Option<Category>,
    /// What it promises residents.
    pub promise: Option<Note>,
    /// Whom to ask for.
    pub contact_name: Option<Name>,
    /// The contact's phone number; null takes it away.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Phone>)]
    pub contact_phone: Option<Option<Phone>>,
    /// Where it stands.
    pub state: Option<PartnerState>,
    /// The day on which it was admitted.
    pub admitted_on: Option<Day>,
}

impl From<&PartnerChangeJson> for PartnerChange {
    fn from(change: &PartnerChangeJson) -> Self {
        Self {
            name: change.name.clone().map(String::from),
            category: change.category.clone().map(String::from),
            promise: change.promise.clone().map(String::from),
            contact_name: change.contact_name.clone().map(String::from),
            contact_phone: change.contact_phone.clone(),
            state: change.state,
            admitted_on: change.admitted_on.map(Day::get),
        }
    }
}

/// A partner.
#[derive(Serialize, ToSchema)]
#[schema(as = Partner)]
pub struct PartnerJson {
    /// The identifier.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// What it does.
    pub category: String,
    /// What it promises residents.
    pub promise: String,
    /// Whom to ask for.
    pub contact_name: String,
    /// The contact's phone number: when it is read in full for the desk, masked for social workers and for those who work for
    /// partners, none for everybody else.
    pub contact_phone: Option<String>,
    /// Where it stands.
    pub state: PartnerState,
    /// The day on which it was admitted.
    pub admitted_on: NaiveDate,
}

impl PartnerJson {
    /// A partner as somebody sees it who sees so much of phone numbers.
    pub fn seen(partner: &Partner, sight: Sight) -> Self {
        let contact_phone = partner.contact_phone.as_ref().and_then(|phone| match sight {
            Sight::Full => Some(phone.to_string()),
            Sight::Masked => Some(masked_phone(phone.as_str())),
            Sight::Nothing => None,
        });
        Self {
            id: partner.id,
            name: partner.name.clone(),
            category: partner.category.clone(),
            promise: partner.promise.clone(),
            contact_name: partner.contact_name.clone(),
            contact_phone,
            state: partner.state,
            admitted_on: partner.admitted_on,
        }
    }
}

/// Somebody to be named a manager or a cashier.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAssignee {
    /// The phone number that signs in to the account, of this community: whoever names people knows theirs.
    pub phone: Phone,
}

/// Somebody who was named; who it is stands in the list.
#[derive(Serialize, ToSchema)]
pub struct Assigned {
    /// The account.
    pub user_id: UserId,
}

/// A manager of a partner, or a cashier of a store.
#[derive(Serialize, ToSchema)]
#[schema(as = Assignee)]
pub struct AssigneeJson {
    /// The account.
    pub user_id: UserId,
    /// The person's name.
    pub name: String,
    /// The phone number that signs in, masked.
    pub phone: String,
}

impl From<&Assignee> for AssigneeJson {
    fn from(assignee: &Assignee) -> Self {
        Self {
            user_id: assignee.user,
            name: assignee.name.clone(),
            phone: masked_phone(assignee.phone.as_str()),
        }
    }
}
