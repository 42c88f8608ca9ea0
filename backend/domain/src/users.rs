//! Users: the accounts people sign in with.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::ids::{ResidentId, UserId};
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
    use super::is_acceptable_password;

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
