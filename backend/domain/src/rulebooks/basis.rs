//! What a rule counts, and whose deed it is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::points::Points;

/// What a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// So many points a deed.
    Act,
    /// So many points an hour; part of an hour counts by the minute, the result is rounded down to whole points.
    Hour,
    /// So many points as the deed's level says.
    Level,
}

/// A level that a deed can have, e.g. 区级表彰.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Its name; a deed names it.
    pub name: String,
    /// Points for a deed of this level.
    pub points: Points,
}

/// Whose deed a rule rewards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A resident's.
    #[default]
    Resident,
    /// A household's 户: it earns once for all of it, whoever of it gets the points. The rule's caps count households.
    Household,
}
