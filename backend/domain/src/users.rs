//! Users: the accounts people sign in with.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::Refusal;
use crate::ids::{CommunityId, ResidentId, UserId};
use crate::residents::Phone;
use crate::roles::Role;

/// An account in one community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Its identifier.
    pub id: UserId,
    /// The person's name.
    pub name: String,
    /// The phone number that signs in.
    pub phone: Phone,
    /// The resident it belongs to, if any.
    pub resident: Option<ResidentId>,
    /// The offices given to it by name; the other roles follow from what the person is.
    pub offices: BTreeSet<Role>,
    /// Since when it cannot sign in.
    pub disabled_at: Option<DateTime<Utc>>,
}

/// What changes of an account; what is none stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UserChange {
    /// The person's name.
    pub name: Option<String>,
    /// The phone number that signs in.
    pub phone: Option<Phone>,
    /// All offices.
    pub offices: Option<BTreeSet<Role>>,
    /// Whether it cannot sign in.
    pub disabled: Option<bool>,
}

impl User {
    /// An administrator who belongs to no resident.
    pub fn administrator(id: UserId, name: String, phone: Phone) -> Self {
        let offices = BTreeSet::from([Role::CommunityAdministrator]);
        Self { id, name, phone, resident: None, offices, disabled_at: None }
    }

    /// Whether it administers its community and can sign in.
    pub fn administers(&self) -> bool {
        self.disabled_at.is_none() && self.offices.contains(&Role::CommunityAdministrator)
    }

    /// Returns the account after a change, in a community that has so many other administrators who can sign in.
    ///
    /// # Errors
    /// [`Refusal::LastAdministrator`] if the community would be left without one.
    pub fn changed(
        &self,
        change: UserChange,
        other_administrators: i64,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let disabled_at = match change.disabled {
            Some(true) => self.disabled_at.or(Some(now)),
            Some(false) => None,
            None => self.disabled_at,
        };
        let after = Self {
            name: change.name.unwrap_or_else(|| self.name.clone()),
            phone: change.phone.unwrap_or_else(|| self.phone.clone()),
            offices: change.offices.unwrap_or_else(|| self.offices.clone()),
            disabled_at,
            ..self.clone()
        };
        if self.administers() && !after.administers() && other_administrators < 1 {
            return Err(Refusal::LastAdministrator);
        }
        Ok(after)
    }

    /// Whether a change to `after`, or of the password, ends all sessions: what the person may do, and what opens the
    /// account, must not outlive it.
    pub fn must_sign_in_again(&self, after: &Self, new_password: bool) -> bool {
        let disabled = |user: &Self| user.disabled_at.is_some();
        let opened_otherwise = new_password || self.phone != after.phone;
        opened_otherwise || self.offices != after.offices || disabled(self) != disabled(after)
    }
}

/// Whether these roles can be given by name in this community: operators belong to the platform, the other offices to
/// communities, and all other roles follow from what a person is.
///
/// # Errors
/// [`Refusal::NotAnOffice`] for the first that cannot.
pub fn check_offices(community: CommunityId, offices: &BTreeSet<Role>) -> Result<(), Refusal> {
    let of_platform = community == CommunityId::PLATFORM;
    let fits = |role: Role| role.is_office() && (role == Role::PlatformOperator) == of_platform;
    match offices.iter().find(|role| !fits(**role)) {
        Some(role) => Err(Refusal::NotAnOffice { role: *role }),
        None => Ok(()),
    }
}

/// Whether a new password is acceptable: 8 to 128 characters, and none of those that are tried first.
///
/// Source: OWASP ASVS 5.0, 6.2.
pub fn is_acceptable_password(password: &str) -> bool {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let distinct: BTreeSet<char> = lower.chars().collect();
    (8..=128).contains(&length) && distinct.len() > 3 && !COMMON_PASSWORDS.contains(&lower.as_str())
}

const COMMON_PASSWORDS: [&str; 24] = [
    "password",
    "password1",
    "password123",
    "12345678",
    "123456789",
    "1234567890",
    "qwertyui",
    "qwerty123",
    "1q2w3e4r",
    "1qaz2wsx",
    "abcd1234",
    "abc12345",
    "a1234567",
    "a12345678",
    "aa123456",
    "woaini1314",
    "woaini520",
    "iloveyou",
    "admin123",
    "admin1234",
    "p@ssw0rd",
    "passw0rd",
    "5201314520",
    "qq123456",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{User, UserChange, check_offices, is_acceptable_password};
    use crate::Refusal;
    use crate::ids::{CommunityId, UserId};
    use crate::roles::Role;
    use chrono::{DateTime, Duration, Utc};
    use uuid::Uuid;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn user(offices: &[Role]) -> User {
        User {
            id: UserId::new(Uuid::nil()),
            name: "周敏".to_owned(),
            phone: "19900000001".parse().unwrap(),
            resident: None,
            offices: offices.iter().copied().collect(),
            disabled_at: None,
        }
    }

    #[test]
    fn the_last_administrator_can_neither_resign_nor_be_disabled() {
        let administrator = user(&[Role::CommunityAdministrator]);
        let disabled = UserChange { disabled: Some(true), ..UserChange::default() };
        let resigned = UserChange { offices: Some(BTreeSet::new()), ..UserChange::default() };
        for change in [disabled, resigned] {
            assert_eq!(administrator.changed(change.clone(), 0, NOW), Err(Refusal::LastAdministrator));
            assert!(administrator.changed(change.clone(), 1, NOW).is_ok());
            assert!(user(&[Role::Staff]).changed(change, 0, NOW).is_ok());
        }
    }

    #[test]
    fn a_disabled_administrator_does_not_count_and_can_be_stripped() {
        let disabled = User { disabled_at: Some(NOW), ..user(&[Role::CommunityAdministrator]) };
        let change = UserChange { offices: Some(BTreeSet::new()), ..UserChange::default() };
        assert!(disabled.changed(change, 0, NOW).is_ok());
    }

    #[test]
    fn disabling_twice_keeps_the_first_moment() {
        let disabled = User { disabled_at: Some(NOW), ..user(&[]) };
        let change = UserChange { disabled: Some(true), ..UserChange::default() };
        let later = NOW + Duration::days(1);
        assert_eq!(disabled.changed(change, 0, later), Ok(disabled));
    }

    #[test]
    fn sessions_end_with_what_a_person_may_do_and_with_what_opens_the_account() {
        let staff = user(&[Role::Staff]);
        let renamed = User { name: "周小敏".to_owned(), ..staff.clone() };
        assert!(!staff.must_sign_in_again(&renamed, false));
        assert!(staff.must_sign_in_again(&renamed, true));
        let phone = "19900000002".parse().unwrap();
        assert!(staff.must_sign_in_again(&User { phone, ..staff.clone() }, false));
        assert!(staff.must_sign_in_again(&user(&[]), false));
        assert!(staff.must_sign_in_again(&User { disabled_at: Some(NOW), ..staff.clone() }, false));
    }

    #[test]
    fn only_offices_are_given_by_name_and_operators_belong_to_the_platform() {
        let community = CommunityId::new(Uuid::from_u128(1));
        let check = |community, role| check_offices(community, &BTreeSet::from([role]));
        for role in [Role::CommunityAdministrator, Role::Staff, Role::SocialWorker] {
            assert_eq!(check(community, role), Ok(()));
            assert_eq!(check(CommunityId::PLATFORM, role), Err(Refusal::NotAnOffice { role }));
        }
        assert_eq!(check(CommunityId::PLATFORM, Role::PlatformOperator), Ok(()));
        for role in
            [Role::PlatformOperator, Role::Cashier, Role::PartnerManager, Role::TeamLeader, Role::Resident]
        {
            assert_eq!(check(community, role), Err(Refusal::NotAnOffice { role }));
        }
    }

    #[test]
    fn passwords_that_are_tried_first_are_refused() {
        for password in
            ["1234567", "12345678", "Password123", "aaaaaaaabbbb", "woaini1314", &"长".repeat(129)]
        {
            assert!(!is_acceptable_password(password), "{password}");
        }
        assert!(is_acceptable_password("linli-demo"));
        assert!(is_acceptable_password("普安社区的好邻居"));
    }
}
