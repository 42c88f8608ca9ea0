//! Users as they are sent.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use linli_domain::ids::{ResidentId, UserId};
use linli_domain::residents::{Phone, masked_phone};
use linli_domain::roles::Role;
use linli_domain::users::{User, UserChange};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, NewPassword};

/// An account to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// The person's name.
    pub name: Name,
    /// The phone number that signs in.
    pub phone: Phone,
    /// The offices given by name; all other roles follow from what the person is.
    #[serde(default)]
    pub offices: BTreeSet<Role>,
    /// The resident whose account it is, if it is a resident's.
    pub resident_id: Option<ResidentId>,
    /// The first password.
    pub password: NewPassword,
}

impl NewUser {
    /// The account under this identifier.
    pub fn user(&self, id: UserId) -> User {
        User {
            id,
            name: self.name.as_str().to_owned(),
            phone: self.phone.clone(),
            resident: self.resident_id,
            offices: self.offices.clone(),
            disabled_at: None,
        }
    }
}

/// What changes of an account; what is left out stays. Another phone, new offices or a new password, and disabling, end
/// all its sessions.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = UserChange)]
pub struct UserChangeJson {
    /// The person's name.
    pub name: Option<Name>,
    /// The phone number that signs in, in place of the one before.
    pub phone: Option<Phone>,
    /// All offices, in place of those before.
    pub offices: Option<BTreeSet<Role>>,
    /// Whether the account cannot sign in.
    pub disabled: Option<bool>,
    /// A new password.
    pub password: Option<NewPassword>,
}

impl From<&UserChangeJson> for UserChange {
    fn from(change: &UserChangeJson) -> Self {
        Self {
            name: change.name.clone().map(Name::into_string),
            phone: change.phone.clone(),
            offices: change.offices.clone(),
            disabled: change.disabled,
        }
    }
}

/// An account.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub struct UserJson {
    /// The identifier.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// The phone number that signs in, masked.
    pub phone: String,
    /// The resident whose account it is, if it is a resident's.
    pub resident_id: Option<ResidentId>,
    /// The offices given by name.
    pub offices: BTreeSet<Role>,
    /// Since when it cannot sign in.
    pub disabled_at: Option<DateTime<Utc>>,
}

impl From<&User> for UserJson {
    fn from(user: &User) -> Self {
        Self {
            id: user.id,
            name: user.name.clone(),
            phone: masked_phone(user.phone.as_str()),
            resident_id: user.resident,
            offices: user.offices.clone(),
            disabled_at: user.disabled_at,
        }
    }
}

/// An account in the list.
#[derive(Serialize, ToSchema)]
#[schema(as = ListedUser)]
pub struct ListedUserJson {
    /// The account.
    #[serde(flatten)]
    pub user: UserJson,
    /// All that its person is: the offices, and what follows from teams, buildings, partners and stores.
    pub roles: BTreeSet<Role>,
}

impl From<(User, BTreeSet<Role>)> for ListedUserJson {
    fn from((user, roles): (User, BTreeSet<Role>)) -> Self {
        Self { user: UserJson::from(&user), roles }
    }
}

/// An account after a change, as the audit log keeps it.
#[derive(Serialize)]
pub(super) struct Changed {
    #[serde(flatten)]
    pub user: UserJson,
    /// Whether the phone is another one: masked, two can look alike.
    pub new_phone: bool,
    /// Whether there is a new password; nothing else is said of it.
    pub new_password: bool,
}
