//! Fields of tagged unions. Serde reads a union without the places of its fields; read as an object with every field there
//! may be and then converted, it keeps them. A fault of the conversion is told in serde's words, in which the field is named.

/// What this kind cannot do without.
///
/// # Errors
/// If it was not sent.
pub fn needed<T>(field: &str, sent: Option<T>) -> Result<T, String> {
    sent.ok_or_else(|| format!("missing field `{field}`"))
}

/// Fields of other kinds, and whether they were sent.
///
/// # Errors
/// If one was.
pub fn none_of(fields: &[(&str, bool)]) -> Result<(), String> {
    let stray = fields.iter().find(|(_, sent)| *sent);
    stray.map_or(Ok(()), |(field, _)| Err(format!("unknown field `{field}` for this kind")))
}
