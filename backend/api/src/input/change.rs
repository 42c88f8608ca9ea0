//! Fields of a change that can be taken away.

use serde::{Deserialize, Deserializer};

/// Reads a field that was sent: `null` takes away. One that was not sent stays; say so with `#[serde(default)]`.
///
/// # Errors
/// What is wrong with the value.
pub fn changed<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
