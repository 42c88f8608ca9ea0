//! New passwords.

use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::str::FromStr;

use linli_domain::users::is_acceptable_password;
use secrecy::SecretString;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

const NO_TEXT: &str = "密码应为文本";

/// A password that is good enough for an account; nothing shows it.
#[derive(Clone)]
pub struct NewPassword(SecretString);

impl NewPassword {
    /// The password, to be hashed.
    pub fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl FromStr for NewPassword {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if is_acceptable_password(typed) {
            return Ok(Self(typed.into()));
        }
        Err("密码应为 8 到 128 个字，且不能太简单")
    }
}

impl<'de> Deserialize<'de> for NewPassword {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Typed::new())
    }
}

/// Reads a password that is typed.
pub(super) struct Typed<T>(PhantomData<T>);

impl<T> Typed<T> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

/// What is no text is refused here: the parser's own message would quote the number that somebody took for a password.
impl<T: FromStr<Err: Display>> Visitor<'_> for Typed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a password")
    }

    fn visit_str<E: Error>(self, typed: &str) -> Result<T, E> {
        typed.parse().map_err(E::custom)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<T, E> {
        Err(E::custom(NO_TEXT))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<T, E> {
        Err(E::custom(NO_TEXT))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<T, E> {
        Err(E::custom(NO_TEXT))
    }
}

impl PartialSchema for NewPassword {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
            .min_length(Some(8))
            .max_length(Some(128))
            .examples(["邻里-2026-普安"])
            .write_only(true)
            .into()
    }
}

impl ToSchema for NewPassword {}

#[cfg(test)]
mod tests {
    use crate::input::{NewPassword, Password, parse};

    #[test]
    fn a_fault_does_not_repeat_what_was_typed() {
        for typed in ["20260301", "-2026030", "2026.0301", "[20260301]", r#""abc12345""#] {
            let Err(problem) = parse::<NewPassword>(typed.as_bytes()) else { panic!("{typed} is accepted") };
            let told = problem.body(None);
            assert!(!told.contains(typed.trim_matches(['"', '[', ']'])), "{told}");
        }
    }

    #[test]
    fn a_number_for_a_password_is_not_repeated_at_signing_in_either() {
        for typed in ["20260301", "-2026030", "2026.0301", "[20260301]"] {
            let told = parse::<Password>(typed.as_bytes()).unwrap_err().body(None);
            assert!(!told.contains(typed.trim_matches(['[', ']'])), "{told}");
        }
    }

    #[test]
    fn a_missing_password_is_named() {
        #[derive(serde::Deserialize)]
        struct Account {
            #[expect(dead_code, reason = "only parsed")]
            password: NewPassword,
        }
        let problem = parse::<Account>(b"{}").err().unwrap();
        assert_eq!(problem.errors[0].field, "password");
    }
}
