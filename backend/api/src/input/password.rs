//! Passwords as they come in: never shown, never logged.

use std::str::FromStr;

use secrecy::SecretString;
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::new_password::Typed;

/// The longest password there is.
const LONGEST: usize = 128;

/// A password of 1 to 128 characters; whether a new one is good enough is for the domain to say.
#[derive(Debug, Clone)]
pub struct Password(SecretString);

impl Password {
    /// The password.
    pub fn secret(&self) -> SecretString {
        self.0.clone()
    }
}

impl FromStr for Password {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        if (1..=LONGEST).contains(&typed.chars().count()) {
            return Ok(Self(typed.into()));
        }
        Err(format!("密码应为 1 到 {LONGEST} 个字符"))
    }
}

impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Typed::new())
    }
}

impl PartialSchema for Password {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Password)))
            .min_length(Some(1))
            .max_length(Some(LONGEST))
            .into()
    }
}

impl ToSchema for Password {}
