//! Who has a seat in a slot, for those who are there to receive them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::codes::Code;
use crate::ids::{OrderId, ResidentId, VoucherId};
use crate::orders::OrderState;
use crate::vouchers::VoucherState;

/// Whether somebody with a seat came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AttendeeState {
    /// 已预约: has a seat, and has not come yet.
    Booked,
    /// 已到场: came, and the voucher was used or the order picked up.
    Came,
    /// 未到场: did not come until it was over.
    Missed,
}

/// What a seat is taken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatBy {
    /// A voucher, for an offer.
    Voucher(VoucherId),
    /// An order, for a service of the points supermarket.
    Order(OrderId),
}

/// Somebody with a seat in a slot, or who had one until it was over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// By what.
    pub by: SeatBy,
    /// Who.
    pub resident: ResidentId,
    /// That resident's name.
    pub name: String,
    /// The code of the voucher or the order.
    pub code: Code,
    /// Whether they came.
    pub state: AttendeeState,
    /// When the seat was taken.
    pub booked_at: DateTime<Utc>,
}

impl AttendeeState {
    /// What the voucher says that has or had the seat; none if it was given back.
    pub const fn by_voucher(state: VoucherState, used: i32) -> Option<Self> {
        match state {
            _ if used > 0 => Some(Self::Came),
            VoucherState::Held | VoucherState::Undone | VoucherState::InUse => Some(Self::Booked),
            VoucherState::Confirmed => Some(Self::Came),
            VoucherState::Expired => Some(Self::Missed),
            VoucherState::Released | VoucherState::Deactivated => None,
        }
    }

    /// What the order says that has or had the seat; none if it was given back.
    pub const fn by_order(state: OrderState) -> Option<Self> {
        match state {
            OrderState::Held | OrderState::Ready => Some(Self::Booked),
            OrderState::PickedUp => Some(Self::Came),
            OrderState::Expired => Some(Self::Missed),
            OrderState::Cancelled => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AttendeeState as S;
    use crate::orders::OrderState as O;
    use crate::vouchers::VoucherState as V;

    #[test]
    fn who_used_a_voucher_came_and_who_gave_it_back_is_not_expected() {
        assert_eq!(S::by_voucher(V::Held, 0), Some(S::Booked));
        assert_eq!(S::by_voucher(V::Undone, 0), Some(S::Booked));
        assert_eq!(S::by_voucher(V::Confirmed, 1), Some(S::Came));
        assert_eq!(S::by_voucher(V::Expired, 0), Some(S::Missed));
        assert_eq!(S::by_voucher(V::Expired, 1), Some(S::Came));
        assert_eq!((S::by_voucher(V::Released, 0), S::by_voucher(V::Deactivated, 0)), (None, None));
    }

    #[test]
    fn who_picked_up_an_order_came_and_who_cancelled_is_not_expected() {
        assert_eq!([O::Held, O::Ready].map(S::by_order), [Some(S::Booked); 2]);
        assert_eq!((S::by_order(O::PickedUp), S::by_order(O::Expired)), (Some(S::Came), Some(S::Missed)));
        assert_eq!(S::by_order(O::Cancelled), None);
    }
}
