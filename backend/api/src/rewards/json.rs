//! Rewards as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{PhotoId, RewardId, UserId};
use linli_domain::points::Points;
use linli_domain::rewards::{AgeGroup, Reward, RewardChange, RewardKind, RewardPrice, RewardState};
use linli_domain::roles::Principal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, Note, Whole, changed};

/// What a reward costs.
pub type Price = Whole<1, 1_000_000>;
/// How many one resident may have in a quarter.
pub type Limit = Whole<1, 1_000_000>;
/// How many are few.
pub type LowStock = Whole<0, 1_000_000>;

/// A reward that is new in the supermarket.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReward {
    /// What it is, once and for all; goods unless given.
    pub kind: Option<RewardKind>,
    /// Its name, unique in the community.
    pub name: Name,
    /// What it is; nothing unless given.
    pub description: Option<Note>,
    /// For whom it was bought.
    pub age_group: AgeGroup,
    /// What one costs.
    pub price_points: Price,
    /// Whether it can be ordered at once; on the shelf unless given.
    pub state: Option<RewardState>,
    /// How many one resident may have in a quarter of the year; as many as there are unless given.
    pub limit_per_quarter: Option<Limit>,
    /// Stock is low when no more than so many are left; never unless given, and not of a service.
    pub low_stock_at: Option<LowStock>,
    /// Its picture: a photo that the caller has uploaded (`POST /photos`) and that belongs to nothing else.
    pub photo_id: Option<PhotoId>,
}

/// What changes of a reward; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RewardChange)]
pub struct RewardChangeJson {
    /// Its name.
    pub name: Option<Name>,
    /// What it is.
    pub description: Option<Note>,
    /// For whom it was bought.
    pub age_group: Option<AgeGroup>,
    /// What one costs from now on; open orders keep their price.
    pub price_points: Option<Price>,
    /// Whether it can be ordered.
    pub state: Option<RewardState>,
    /// How many one resident may have in a quarter of the year; `null` for as many as there are.
    #[serde(default, deserialize_with = "changed")]
    pub limit_per_quarter: Option<Option<Limit>>,
    /// Stock is low when no more than so many are left; `null` for never. Not of a service.
    #[serde(default, deserialize_with = "changed")]
    pub low_stock_at: Option<Option<LowStock>>,
    /// Its picture, in place of the one it had: a photo that the caller has uploaded and that belongs to nothing else; `null`
    /// for none.
    #[serde(default, deserialize_with = "changed")]
    pub photo_id: Option<Option<PhotoId>>,
}

impl From<&RewardChangeJson> for RewardChange {
    fn from(sent: &RewardChangeJson) -> Self {
        Self {
            name: sent.name.clone().map(String::from),
            description: sent.description.clone().map(String::from),
            age_group: sent.age_group,
            price: sent.price_points.map(|price| Points::new(price.get())),
            state: sent.state,
            limit_per_quarter: sent.limit_per_quarter.map(|limit| limit.map(Limit::get)),
            low_stock_at: sent.low_stock_at.map(|at| at.map(LowStock::get)),
            photo: sent.photo_id,
        }
    }
}

/// A reward with its stock.
#[derive(Serialize, ToSchema)]
#[schema(as = Reward)]
pub struct RewardJson {
    /// The identifier.
    pub id: RewardId,
    /// Whether it is goods, which have a stock, or a service, which takes place in slots.
    pub kind: RewardKind,
    /// Its name.
    pub name: String,
    /// What it is.
    pub description: String,
    /// For whom it was bought.
    pub age_group: AgeGroup,
    /// What one costs now.
    pub price_points: Points,
    /// How many are on hand: the sum of all stock movements.
    pub stock: i64,
    /// Of those, how many are promised to open orders.
    pub reserved: i64,
    /// How many can still be ordered: `stock` less `reserved`; of a service its slots say.
    pub left: i64,
    /// Whether it can be ordered.
    pub state: RewardState,
    /// How many one resident may have in a quarter of the year; `null` for as many as there are.
    pub limit_per_quarter: Option<i64>,
    /// Stock is low when no more than so many are left; `null` for never.
    pub low_stock_at: Option<i64>,
    /// Whether stock is low.
    pub low: bool,
    /// Its picture, at `/photos/{id}` and `/photos/{id}/thumbnail` for whoever sees the reward; none if it has none.
    pub photo_id: Option<PhotoId>,
}

/// A reward as somebody finds it on the shelf: with what of its limit the resident has used.
#[derive(Serialize, ToSchema)]
#[schema(as = ShelfReward)]
pub struct ShelfRewardJson {
    /// The reward.
    #[serde(flatten)]
    pub reward: RewardJson,
    /// How many the resident has ordered this quarter; none if nobody is asked for.
    pub ordered_this_quarter: Option<i64>,
    /// How many more the resident may order this quarter; none if there is no limit, or nobody is asked for.
    pub left_this_quarter: Option<i64>,
}

impl ShelfRewardJson {
    /// A reward of which a resident has ordered so many this quarter.
    pub fn new(reward: &Reward, ordered: Option<i64>) -> Self {
        Self {
            reward: reward.into(),
            ordered_this_quarter: ordered,
            left_this_quarter: ordered.and_then(|ordered| reward.left_in_quarter(ordered)),
        }
    }
}

/// What a reward cost from a moment on.
#[derive(Serialize, ToSchema)]
#[schema(as = RewardPrice)]
pub struct RewardPriceJson {
    /// The price.
    pub points: Points,
    /// Since when.
    pub from: DateTime<Utc>,
    /// Who set it; for the desk only.
    pub actor_id: Option<UserId>,
    /// The name of whoever set it; for the desk only.
    pub actor_name: Option<String>,
}

impl RewardPriceJson {
    /// The price as `principal` may see it.
    pub fn shown_to(principal: &Principal, price: &RewardPrice, actor_name: Option<String>) -> Self {
        let desk = principal.is_desk();
        Self {
            points: price.points,
            from: price.from,
            actor_id: price.actor.filter(|_| desk),
            actor_name: actor_name.filter(|_| desk),
        }
    }
}

impl From<&Reward> for RewardJson {
    fn from(reward: &Reward) -> Self {
        Self {
            id: reward.id,
            kind: reward.kind,
            name: reward.name.clone(),
            description: reward.description.clone(),
            age_group: reward.age_group,
            price_points: reward.price,
            stock: reward.stock,
            reserved: reward.reserved,
            left: reward.left(),
            state: reward.state,
            limit_per_quarter: reward.limit_per_quarter,
            low_stock_at: reward.low_stock_at,
            low: reward.is_low(),
            photo_id: reward.photo,
        }
    }
}
