//! Orders as they are sent.

use chrono::{DateTime, Utc};
use linli_db::orders::Listed;
use linli_domain::codes::Code;
use linli_domain::ids::{OrderId, ResidentId, RewardId, SlotId, UserId};
use linli_domain::orders::{OrderLine, OrderState};
use linli_domain::points::Points;
use linli_domain::rewards::RewardKind;
use linli_domain::roles::Principal;
use linli_domain::slots::Seat;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Reason, Whole};

/// A line of an order to be placed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrderLine {
    /// The reward.
    pub reward_id: RewardId,
    /// How many; one of a service.
    pub quantity: Whole<1, 99>,
    /// In which of its slots, if it is a service; not for goods.
    pub slot_id: Option<SlotId>,
}

/// One to twenty lines.
pub type NewOrderLines = Many<NewOrderLine, 1, 20>;

/// An order to be placed. The desk names the resident or the member card; residents leave out both.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrder {
    /// What is wanted, no reward twice; a service alone.
    pub lines: NewOrderLines,
    /// The resident in whose place the desk orders.
    pub resident_id: Option<ResidentId>,
    /// That resident's member card.
    pub card_code: Option<Code>,
    /// Whether those of the household who agreed pay too, as far as the own points do not reach; not unless given.
    #[serde(default)]
    pub pooled: bool,
    /// Why the desk serves the resident on a day on which the supermarket is not open; kept in the audit log.
    pub override_reason: Option<Reason>,
}

/// What is said when an order is handed over.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PickUpRequest {
    /// Why goods are handed over on a day on which the supermarket is not open; kept in the audit log.
    pub override_reason: Option<Reason>,
}

/// Why an order is cancelled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelRequest {
    /// The reason, kept in the audit log.
    pub reason: Option<Reason>,
}

/// What is given in the place of a reward that was ordered.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Substitution {
    /// The reward in the order.
    pub reward_id: RewardId,
    /// The reward that is given for it, as many, for no more points.
    pub with_reward_id: RewardId,
    /// The reason, kept in the audit log.
    pub reason: Option<Reason>,
}

/// What a step of an order changes, as the audit log keeps it.
#[derive(Serialize)]
pub struct Step<'a> {
    /// Where the order stands.
    pub state: OrderState,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'a str>,
}

/// A line of an order.
#[derive(Serialize, ToSchema)]
#[schema(as = OrderLine)]
pub struct OrderLineJson {
    /// The reward.
    pub reward_id: RewardId,
    /// Its name.
    pub reward_name: String,
    /// How many.
    pub quantity: i64,
    /// What one cost when the order was placed, or the desk gave it for something else.
    pub unit_points: Points,
    /// What was ordered, if the desk gave this for it.
    pub replaces: Option<ReplacedJson>,
    /// The slot, if it is a service.
    pub slot: Option<OrderSlotJson>,
}

/// The slot in which a service that was ordered takes place.
#[derive(Serialize, ToSchema)]
#[schema(as = OrderSlot)]
pub struct OrderSlotJson {
    /// The identifier.
    pub id: SlotId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

impl From<Seat> for OrderSlotJson {
    fn from(seat: Seat) -> Self {
        Self { id: seat.slot, starts_at: seat.starts_at, ends_at: seat.ends_at }
    }
}

/// What was ordered, where the desk gave something else for it.
#[derive(Serialize, ToSchema)]
#[schema(as = Replaced)]
pub struct ReplacedJson {
    /// The reward.
    pub reward_id: RewardId,
    /// Its name.
    pub reward_name: String,
}

/// An order.
#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub struct OrderJson {
    /// The identifier.
    pub id: OrderId,
    /// The pick-up code.
    pub code: Code,
    /// Whose it is.
    pub resident_id: ResidentId,
    /// The resident's name; for the desk only.
    pub resident_name: Option<String>,
    /// Whether it is goods, or a service that takes place in a slot.
    pub kind: RewardKind,
    /// Where it stands.
    pub state: OrderState,
    /// What is in it.
    pub lines: Vec<OrderLineJson>,
    /// What it costs altogether; held until it is picked up or cancelled.
    pub total_points: Points,
    /// The user who placed it.
    pub placed_by: UserId,
    /// That user's name; for the desk only.
    pub placed_by_name: Option<String>,
    /// Whether the desk placed it in the resident's place.
    pub on_behalf: bool,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// When its goods lay ready.
    pub ready_at: Option<DateTime<Utc>>,
    /// When it was picked up or cancelled, or its time was over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Until when it is kept, a service to the end of the day of its slot; then the goods go back on the shelf and the points
    /// are free again.
    pub expires_at: DateTime<Utc>,
}

impl From<OrderLine> for OrderLineJson {
    fn from(line: OrderLine) -> Self {
        Self {
            reward_id: line.reward,
            reward_name: line.name,
            quantity: line.quantity,
            unit_points: line.unit,
            replaces: line.replaces.map(|was| ReplacedJson { reward_id: was.reward, reward_name: was.name }),
            slot: line.seat.map(OrderSlotJson::from),
        }
    }
}

impl OrderJson {
    /// The order as `principal` may see it.
    pub fn shown_to(principal: &Principal, listed: Listed) -> Self {
        let (order, desk) = (listed.order, principal.is_desk());
        Self {
            id: order.id,
            kind: order.kind(),
            code: order.code,
            resident_id: order.resident,
            resident_name: desk.then_some(listed.resident_name),
            state: order.state,
            lines: order.lines.into_iter().map(OrderLineJson::from).collect(),
            total_points: order.total,
            placed_by: order.placed_by,
            placed_by_name: desk.then_some(listed.placed_by_name),
            on_behalf: order.on_behalf,
            placed_at: order.placed_at,
            ready_at: order.ready_at,
            closed_at: order.closed_at,
            expires_at: order.expires_at,
        }
    }
}
