//! Codes that people read, say and type: member cards, vouchers, orders.
//!
//! Letters and digits that are easily mistaken for one another (0 O, 1 I L) do not occur. There are 31 signs, a prime
//! number, so that the check character (a sum weighted by position) finds every wrong sign and every two that changed places.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

const SIGNS: [char; 31] = [
    '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P',
    'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
];
const BODY: usize = 7;
/// From which sign on a masked code is shown.
const SHOWN_FROM: usize = 4;
/// A code for the documentation.
const EXAMPLE: &str = "7G2K9QXS";

/// A code of seven signs and a check character, e.g. `7G2K9QXS`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(String);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It has not eight signs of the alphabet.
    #[error("编号应为 8 位字母或数字（不含 0、1、O、I、L）")]
    Shape,
    /// The check character does not fit: a sign was mistyped.
    #[error("编号有误，请核对后重新输入")]
    Check,
}

impl Code {
    /// The code that stands for a random number; 31⁷ ≈ 2.7 × 10¹⁰ of them.
    pub fn from_random(random: u64) -> Self {
        let mut rest = random;
        let mut body = String::with_capacity(BODY + 1);
        for _ in 0..BODY {
            body.push(sign(rest));
            rest /= 31;
        }
        body.push(check_character(&body));
        Self(body)
    }

    /// The code as it is stored: eight capital signs, no blanks.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code as those see it who may tell it from others but not use it: its last four signs.
    pub fn masked(&self) -> String {
        let last: String = self.0.chars().skip(SHOWN_FROM).collect();
        format!("****{last}")
    }
}

impl FromStr for Code {
    type Err = CodeError;

    /// Reads what a person typed: small letters, blanks and hyphens do not matter.
    fn from_str(typed: &str) -> Result<Self, CodeError> {
        let code: String =
            typed.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| c.to_ascii_uppercase()).collect();
        if code.chars().count() != BODY + 1 || !code.chars().all(|c| SIGNS.contains(&c)) {
            return Err(CodeError::Shape);
        }
        let body: String = code.chars().take(BODY).collect();
        if !code.ends_with(check_character(&body)) {
            return Err(CodeError::Check);
        }
        Ok(Self(code))
    }
}

fn sign(value: u64) -> char {
    let place = usize::try_from(value % 31).unwrap_or_default();
    SIGNS.get(place).copied().unwrap_or('2')
}

fn check_character(body: &str) -> char {
    let sum = body
        .chars()
        .filter_map(|c| SIGNS.iter().position(|sign| *sign == c))
        .zip(2_u64..)
        .map(|(value, weight)| weight * u64::try_from(value).unwrap_or_default())
        .sum();
    sign(sum)
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let typed = <Cow<'_, str>>::deserialize(deserializer)?;
        typed.parse().map_err(serde::de::Error::custom)
    }
}

impl PartialSchema for Code {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[2-9A-HJKMNP-Z]{8}$"))
            .examples([EXAMPLE])
            .description(Some("Seven signs without 0 O 1 I L, and a check character"))
            .into()
    }
}

impl ToSchema for Code {}

#[cfg(test)]
mod tests {
    use super::{Code, CodeError, SIGNS};
    use proptest::prelude::{any, proptest};
    use proptest::{prop_assert, prop_assert_eq, prop_assume};

    #[test]
    fn a_masked_code_shows_its_last_four_signs() {
        assert_eq!("7G2K9QXS".parse::<Code>().unwrap().masked(), "****9QXS");
    }

    proptest! {
        #[test]
        fn every_code_is_read_back_however_it_is_typed(random in any::<u64>()) {
            let code = Code::from_random(random);
            let (head, tail) = code.as_str().split_at(4);
            prop_assert_eq!(format!(" {}-{} ", head.to_lowercase(), tail).parse(), Ok(code));
        }

        #[test]
        fn one_wrong_sign_is_always_found(random in any::<u64>(), place in 0..8_usize, sign in 0..31_usize) {
            let code = Code::from_random(random);
            let mut signs: Vec<char> = code.as_str().chars().collect();
            prop_assume!(signs[place] != SIGNS[sign]);
            signs[place] = SIGNS[sign];
            let typed: String = signs.into_iter().collect();
            prop_assert_eq!(typed.parse::<Code>(), Err(CodeError::Check));
        }

        #[test]
        fn two_signs_that_changed_places_are_always_found(random in any::<u64>(), place in 0..6_usize) {
            let code = Code::from_random(random);
            let mut signs: Vec<char> = code.as_str().chars().collect();
            prop_assume!(signs[place] != signs[place + 1]);
            signs.swap(place, place + 1);
            let typed: String = signs.into_iter().collect();
            prop_assert!(typed.parse::<Code>().is_err());
        }
    }

    #[test]
    fn the_documented_example_is_a_code() {
        assert!(super::EXAMPLE.parse::<Code>().is_ok());
    }

    #[test]
    fn signs_that_are_mistaken_for_one_another_do_not_occur() {
        assert_eq!("O0I1L222".parse::<Code>(), Err(CodeError::Shape));
        assert_eq!("".parse::<Code>(), Err(CodeError::Shape));
        assert_eq!("编号".parse::<Code>(), Err(CodeError::Shape));
    }
}
