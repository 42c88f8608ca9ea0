//! Stocktakes as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{RewardId, StocktakeId, UserId};
use linli_domain::rewards::{Stocktake, StocktakeLine};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Note, Whole};

/// A reward that was counted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The reward.
    pub reward_id: RewardId,
    /// How many are on the shelf, those for open orders included.
    pub counted: Whole<0, 1_000_000>,
    /// How many the books said when the count began: if they say something else by now, the stocktake is refused. Left out, the
    /// books of now are what is compared with.
    pub booked: Option<Whole<0, 1_000_000>>,
}

/// One to two hundred counts.
pub type Counts = Many<Count, 1, 200>;

/// A stocktake to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStocktake {
    /// What was counted, no reward twice.
    pub counts: Counts,
    /// What there is to say about it; nothing unless given.
    pub note: Option<Note>,
}

/// What came of counting a reward.
#[derive(Serialize, ToSchema)]
#[schema(as = StocktakeLine)]
pub struct StocktakeLineJson {
    /// The reward.
    pub reward_id: RewardId,
    /// Its name.
    pub reward_name: String,
    /// How many the books said.
    pub booked: i64,
    /// How many were there.
    pub counted: i64,
    /// `counted` less `booked`: the stock movement that was made of it, if it is not zero.
    pub difference: i64,
}

/// A stocktake.
#[derive(Serialize, ToSchema)]
#[schema(as = Stocktake)]
pub struct StocktakeJson {
    /// The identifier.
    pub id: StocktakeId,
    /// What there is to say about it.
    pub note: String,
    /// What was counted.
    pub lines: Vec<StocktakeLineJson>,
    /// Who entered it.
    pub actor_id: UserId,
    /// The name of whoever entered it.
    pub actor_name: String,
    /// When.
    pub taken_at: DateTime<Utc>,
}

impl From<StocktakeLine> for StocktakeLineJson {
    fn from(line: StocktakeLine) -> Self {
        let difference = line.difference();
        let StocktakeLine { reward, name, booked, counted } = line;
        Self { reward_id: reward, reward_name: name, booked, counted, difference }
    }
}

impl StocktakeJson {
    /// A stocktake by somebody of this name.
    pub fn by(stocktake: Stocktake, actor_name: String) -> Self {
        Self {
            id: stocktake.id,
            note: stocktake.note,
            lines: stocktake.lines.into_iter().map(StocktakeLineJson::from).collect(),
            actor_id: stocktake.actor,
            actor_name,
            taken_at: stocktake.taken_at,
        }
    }
}
