//! Slots as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{OfferId, OrderId, ResidentId, RewardId, SlotId, VoucherId};
use linli_domain::residents::masked_name;
use linli_domain::roles::Principal;
use linli_domain::slots::{Attendee, AttendeeState, Plan, SeatBy, Slot, SlotChange, SlotOf, SlotState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::activities::Repetition;
use crate::input::{Moment, Reason, Whole};

/// For how many.
type Seats = Whole<1, 10_000>;

/// A slot to be planned, once or several times.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSlots {
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// For how many.
    pub seats: Seats,
    /// How it comes again, at the same time of the community's day; once unless given.
    pub repeat: Option<Repetition>,
}

impl NewSlots {
    /// The first one, as the rules know it.
    pub fn plan(&self) -> Plan {
        Plan { starts_at: self.starts_at.get(), ends_at: self.ends_at.get(), seats: self.seats.small() }
    }
}

/// What changes of a slot; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[schema(as = SlotChange)]
#[serde(deny_unknown_fields)]
pub struct SlotChangeJson {
    /// When it begins; while nobody has a seat.
    starts_at: Option<Moment>,
    /// When it ends; while nobody has a seat.
    ends_at: Option<Moment>,
    /// For how many; not fewer than have a seat.
    seats: Option<Seats>,
}

impl From<&SlotChangeJson> for SlotChange {
    fn from(sent: &SlotChangeJson) -> Self {
        Self {
            starts_at: sent.starts_at.map(Moment::get),
            ends_at: sent.ends_at.map(Moment::get),
            seats: sent.seats.map(Seats::small),
        }
    }
}

/// Why a slot is cancelled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotCancellation {
    /// The reason; who has a seat reads it.
    pub reason: Reason,
}

/// Slots that were planned together.
#[derive(Serialize, ToSchema)]
pub struct PlannedSlots {
    /// The slots, in the order in which they begin.
    pub items: Vec<SlotJson>,
}

impl From<&[Slot]> for PlannedSlots {
    fn from(planned: &[Slot]) -> Self {
        Self { items: planned.iter().map(SlotJson::from).collect() }
    }
}

/// A slot.
#[derive(Serialize, ToSchema)]
#[schema(as = Slot)]
pub struct SlotJson {
    /// The identifier.
    pub id: SlotId,
    /// The offer that takes place in it, if it is one.
    pub offer_id: Option<OfferId>,
    /// The service of the points supermarket that takes place in it, if it is one.
    pub reward_id: Option<RewardId>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub seats: i32,
    /// How many seats are free.
    pub seats_left: i32,
    /// Where it stands.
    pub state: SlotState,
    /// Why it was cancelled.
    pub cancel_reason: Option<String>,
}

impl From<&Slot> for SlotJson {
    fn from(slot: &Slot) -> Self {
        let (offer_id, reward_id) = match slot.of {
            SlotOf::Offer(offer) => (Some(offer), None),
            SlotOf::Reward(reward) => (None, Some(reward)),
        };
        Self {
            id: slot.id,
            offer_id,
            reward_id,
            starts_at: slot.starts_at,
            ends_at: slot.ends_at,
            seats: slot.seats,
            seats_left: slot.seats.saturating_sub(slot.taken),
            state: slot.state,
            cancel_reason: slot.cancel_reason.clone(),
        }
    }
}

/// Somebody with a seat in a slot, or who had one until it was over.
#[derive(Serialize, ToSchema)]
#[schema(as = Attendee)]
pub struct AttendeeJson {
    /// The voucher that takes the seat, if it is one of an offer.
    pub voucher_id: Option<VoucherId>,
    /// The order that takes it, if it is one of a service.
    pub order_id: Option<OrderId>,
    /// Who; for the desk only.
    pub resident_id: Option<ResidentId>,
    /// That resident's name; but for the desk the family name.
    pub resident_name: String,
    /// The code of the voucher or the order, but for its last four signs masked.
    pub code: String,
    /// Whether they came.
    pub state: AttendeeState,
    /// When the seat was taken.
    pub booked_at: DateTime<Utc>,
}

impl AttendeeJson {
    /// The attendee as `principal` may see it.
    pub fn shown_to(principal: &Principal, attendee: Attendee) -> Self {
        let desk = principal.is_desk();
        let (voucher_id, order_id) = match attendee.by {
            SeatBy::Voucher(voucher) => (Some(voucher), None),
            SeatBy::Order(order) => (None, Some(order)),
        };
        Self {
            voucher_id,
            order_id,
            resident_id: desk.then_some(attendee.resident),
            resident_name: if desk { attendee.name } else { masked_name(&attendee.name) },
            code: attendee.code.masked(),
            state: attendee.state,
            booked_at: attendee.booked_at,
        }
    }
}
