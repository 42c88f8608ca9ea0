//! A phone number that can be taken away.

use std::borrow::Cow;

use linli_domain::residents::Phone;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads a phone number in a change: left out it stays, an empty text takes it away.
///
/// # Errors
/// If it is no phone number.
pub fn phone_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Phone>>, D::Error> {
    let typed = <Option<Cow<'_, str>>>::deserialize(deserializer)?;
    match typed.as_deref() {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(typed) => typed.parse().map(|phone| Some(Some(phone))).map_err(D::Error::custom),
    }
}
