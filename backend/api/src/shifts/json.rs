//! What is asked of shifts.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::Whole;

/// What changes of a shift.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShiftChange {
    /// For how many it is from now on; at least for those who have signed up.
    pub capacity: Whole<1, 1000>,
}
