//! Lists in a body, with limits to how long they are.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads a list of `MIN` to `MAX` items; say the same in the schema with `min_items` and `max_items`.
///
/// # Errors
/// If it has fewer or more.
pub fn list<'de, const MIN: usize, const MAX: usize, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    let items = Vec::deserialize(deserializer)?;
    if (MIN..=MAX).contains(&items.len()) {
        return Ok(items);
    }
    Err(D::Error::custom(format!("应有 {MIN} 到 {MAX} 项")))
}
