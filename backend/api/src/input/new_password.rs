//! New passwords.

use std::str::FromStr;

use linli_domain::users::is_acceptable_password;
use secrecy::{ExposeSecret, SecretString};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// A password that is good enough for an account; nothing shows it.
#[derive(Clone)]
pub struct NewPassword(SecretString);

impl NewPassword {
    /// The password, to be hashed.
    pub fn secret(&self) -> SecretString {
        self.0.clone()
    }

    fn of(typed: SecretString) -> Result<Self, &'static str> {
        if is_acceptable_password(typed.expose_secret()) {
            return Ok(Self(typed));
        }
        Err("密码应为 8 到 128 个字，且不能太简单")
    }
}

impl FromStr for NewPassword {
    type Err = &'static str;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        Self::of(typed.into())
    }
}

impl<'de> Deserialize<'de> for NewPassword {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The parser's own message would quote what was sent.
        let typed = SecretString::deserialize(deserializer).map_err(|_| D::Error::custom("密码应为文本"))?;
        Self::of(typed).map_err(D::Error::custom)
    }
}

impl PartialSchema for NewPassword {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
            .min_length(Some(8))
            .max_length(Some(128))
            .write_only(true)
            .into()
    }
}

impl ToSchema for NewPassword {}

#[cfg(test)]
mod tests {
    use crate::input::{NewPassword, parse};

    #[test]
    fn a_fault_does_not_repeat_what_was_typed() {
        for body in [&b"20260301"[..], br#""abc12345""#] {
            let Err(problem) = parse::<NewPassword>(body) else { panic!("accepted") };
            let told = problem.body(None);
            assert!(!told.contains("20260301") && !told.contains("abc12345"), "{told}");
        }
    }
}
