//! Stock movements as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::Refusal;
use linli_domain::ids::{OrderId, RewardId, StockMovementId, StocktakeId, UserId};
use linli_domain::money::Fen;
use linli_domain::rewards::{StockEntry, StockEntryKind, StockMovement, StockMovementKind};
use linli_domain::roles::Principal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Name, Note, Whole};
use crate::rewards::RewardJson;

/// What one cost the community, in fen.
pub type UnitCost = Whole<0, 100_000_000>;

/// A stock movement to be entered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "bought", "quantity": 20, "note": "每月采购"}))]
pub struct NewStockMovement {
    /// Why stock changes.
    pub kind: StockEntryKind,
    /// How many were bought, donated or lost.
    pub quantity: Whole<1, 1_000_000>,
    /// What there is to say about it; nothing unless given.
    pub note: Option<Note>,
    /// Who gave it, of what is donated.
    pub donor: Option<Name>,
    /// What one cost the community, of what is bought; nothing if nobody knows.
    pub unit_cost_fen: Option<UnitCost>,
}

impl NewStockMovement {
    /// What was entered.
    ///
    /// # Errors
    /// Those of [`StockEntry::new`].
    pub fn entry(&self) -> Result<StockEntry, Refusal> {
        let donor = self.donor.clone().map(String::from);
        let unit_cost = self.unit_cost_fen.map(|cost| Fen::new(cost.get()));
        StockEntry::new(self.kind, self.quantity.get(), donor, unit_cost)
    }
}

/// A stock movement. Note, order, donor, cost, stocktake and who entered it are for the desk only.
#[derive(Serialize, ToSchema)]
#[schema(as = StockMovement)]
pub struct StockMovementJson {
    /// The identifier.
    pub id: StockMovementId,
    /// The reward.
    pub reward_id: RewardId,
    /// Why stock changed.
    pub kind: StockMovementKind,
    /// By how much; negative for what went away.
    pub quantity: i64,
    /// When.
    pub moved_at: DateTime<Utc>,
    /// What there is to say about it.
    pub note: Option<String>,
    /// The order it was handed out with.
    pub order_id: Option<OrderId>,
    /// Who gave it.
    pub donor: Option<String>,
    /// What one cost the community, in fen.
    pub unit_cost_fen: Option<Fen>,
    /// The stocktake it was found in.
    pub stocktake_id: Option<StocktakeId>,
    /// Who entered it.
    pub actor_id: Option<UserId>,
    /// The name of whoever entered it.
    pub actor_name: Option<String>,
}

impl StockMovementJson {
    /// The movement as `principal` may see it.
    pub fn shown_to(principal: &Principal, movement: StockMovement, actor_name: String) -> Self {
        let desk = principal.is_desk();
        Self {
            id: movement.id,
            reward_id: movement.reward,
            kind: movement.kind,
            quantity: movement.quantity,
            moved_at: movement.moved_at,
            note: desk.then_some(movement.note),
            order_id: movement.order.filter(|_| desk),
            donor: movement.donor.filter(|_| desk),
            unit_cost_fen: movement.unit_cost.filter(|_| desk),
            stocktake_id: movement.stocktake.filter(|_| desk),
            actor_id: desk.then_some(movement.actor),
            actor_name: desk.then_some(actor_name),
        }
    }
}

/// What came of a stock entry.
#[derive(Serialize, ToSchema)]
pub struct StockChange {
    /// The movement.
    pub movement: StockMovementJson,
    /// The reward as it stands now.
    pub reward: RewardJson,
}
