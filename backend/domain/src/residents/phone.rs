//! Phone numbers, as mainland China has them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A mobile number of eleven digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// A text that is no mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("手机号应为 1 开头的 11 位数字")]
pub struct PhoneError;

impl Phone {
    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    /// Reads what a person typed: blanks, hyphens and a leading +86 do not matter.
    fn from_str(typed: &str) -> Result<Self, PhoneError> {
        let bare: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let digits = bare.strip_prefix("+86").unwrap_or(&bare);
        let mut signs = digits.chars();
        let starts_well = signs.next() == Some('1') && signs.next().is_some_and(|c| ('3'..='9').contains(&c));
        if digits.len() == 11 && starts_well && digits.chars().all(|c| c.is_ascii_digit()) {
            return Ok(Self(digits.to_owned()));
        }
        Err(PhoneError)
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let typed = <Cow<'_, str>>::deserialize(deserializer)?;
        typed.parse().map_err(serde::de::Error::custom)
    }
}

impl PartialSchema for Phone {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^1[3-9][0-9]{9}$"))
            .examples(["19900000001"])
            .description(Some("Mobile number, eleven digits"))
            .into()
    }
}

impl ToSchema for Phone {}

#[cfg(test)]
mod tests {
    use super::Phone;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        assert_eq!("+86 199-0000-1234".parse::<Phone>().unwrap().as_str(), "19900001234");
    }

    #[test]
    fn what_is_no_mobile_number_is_refused() {
        for typed in
            ["", "1990000123", "029123456789", "1990000123a", "12900001234", "１９９００００１２３４"]
        {
            assert!(typed.parse::<Phone>().is_err(), "{typed}");
        }
    }
}
