//! Funds as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::funds::{Fund, FundChange, FundState, FundTotals};
use linli_domain::ids::{FundId, ResidentId};
use linli_domain::points::Points;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, Note, Reason, Text, Whole, changed};

/// What a fund is to reach, in points.
pub type Goal = Whole<1, 100_000_000>;

/// A fund to be set up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFund {
    /// Its name, unique in the community.
    pub name: Name,
    /// What the points are for, e.g. 为独居老人送年饭.
    pub purpose: Note,
    /// What it is to reach; it goes on taking points after that.
    pub goal_points: Option<Goal>,
}

impl NewFund {
    /// The fund under this identifier, open from now on.
    pub fn fund(&self, id: FundId, now: DateTime<Utc>) -> Fund {
        Fund {
            id,
            name: self.name.as_str().to_owned(),
            purpose: self.purpose.as_str().to_owned(),
            goal: self.goal_points.map(|goal| Points::new(goal.get())),
            state: FundState::Open,
            created_at: now,
        }
    }
}

/// A gift of points to a fund.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFundGift {
    /// The resident in whose place the desk gives; the caller unless given.
    pub resident_id: Option<ResidentId>,
    /// How many.
    pub points: Whole<1, 10_000>,
    /// What the giver says to it.
    pub note: Text<0, 100>,
}

/// Points that a fund gives to a resident.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGrant {
    /// Who gets them.
    pub resident_id: ResidentId,
    /// How many.
    pub points: Whole<1, 10_000>,
    /// What for; the resident reads it.
    pub reason: Reason,
}

/// What changes of a fund; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FundChange)]
pub struct FundChangeJson {
    /// Its name.
    pub name: Option<Name>,
    /// What the points are for.
    pub purpose: Option<Note>,
    /// What it is to reach; null for nothing in particular.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Goal>)]
    pub goal_points: Option<Option<Goal>>,
    /// Whether it takes points.
    pub state: Option<FundState>,
}

impl From<&FundChangeJson> for FundChange {
    fn from(change: &FundChangeJson) -> Self {
        Self {
            name: change.name.clone().map(String::from),
            purpose: change.purpose.clone().map(String::from),
            goal: change.goal_points.map(|goal| goal.map(|goal| Points::new(goal.get()))),
            state: change.state,
        }
    }
}

/// A fund.
#[derive(Serialize, ToSchema)]
#[schema(as = Fund)]
pub struct FundJson {
    /// The identifier.
    pub id: FundId,
    /// Its name.
    pub name: String,
    /// What the points are for.
    pub purpose: String,
    /// What it is to reach, if anything.
    pub goal_points: Option<Points>,
    /// Whether it takes points.
    pub state: FundState,
    /// What residents have given, not counting what was taken back.
    pub given_points: Points,
    /// How many residents gave it.
    pub givers: i64,
    /// What the fund has given to residents, not counting what was taken back.
    pub granted_points: Points,
    /// What it still has.
    pub left_points: Points,
    /// When it was set up.
    pub created_at: DateTime<Utc>,
}

impl FundJson {
    /// A fund with what was given to it.
    pub fn with(fund: &Fund, totals: FundTotals) -> Self {
        Self {
            id: fund.id,
            name: fund.name.clone(),
            purpose: fund.purpose.clone(),
            goal_points: fund.goal,
            state: fund.state,
            given_points: totals.given,
            givers: totals.givers,
            granted_points: totals.granted,
            left_points: totals.left(),
            created_at: fund.created_at,
        }
    }
}
