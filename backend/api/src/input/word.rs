//! Words of the program's own, e.g. `resident.change`.

use std::borrow::Cow;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// How long a word is at most.
const LONGEST: usize = 60;

/// A word that programs have for something: 1 to 60 small letters, underscores and dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(String);

impl From<Word> for String {
    fn from(word: Word) -> Self {
        word.0
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let typed = <Cow<'_, str>>::deserialize(deserializer)?;
        let fits = |sign: char| sign.is_ascii_lowercase() || matches!(sign, '_' | '.');
        if (1..=LONGEST).contains(&typed.len()) && typed.chars().all(fits) {
            return Ok(Self(typed.into_owned()));
        }
        Err(D::Error::custom("应为小写字母、下划线和点，最多 60 个"))
    }
}

impl PartialSchema for Word {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(LONGEST))
            .pattern(Some("^[a-z_.]+$"))
            .description(Some("A word that the program has for something, e.g. `resident.change`"))
            .into()
    }
}

impl ToSchema for Word {
    fn name() -> Cow<'static, str> {
        "Word".into()
    }
}
