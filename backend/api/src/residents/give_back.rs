//! What somebody who moves out or dies holds, and gives back: vouchers nobody has used, orders nobody has picked up.

use linli_db::{Connection, orders, rewards, slots, vouchers};
use linli_domain::ids::{ResidentId, RewardId, SlotId};
use linli_domain::orders::Order;
use linli_domain::vouchers::{Voucher, VoucherState};

use crate::acting::Acting;
use crate::orders::release_all as release_orders;
use crate::problem::Problem;
use crate::vouchers::release_all as release_vouchers;

/// Locks what a resident holds, before the resident is locked.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn lock_held(
    connection: &mut Connection,
    acting: &Acting,
    of: ResidentId,
) -> Result<(Vec<Voucher>, Vec<Order>), Problem> {
    let vouchers = vouchers::lock_unused_by(connection, acting.community, of).await?;
    let orders = orders::lock_open_of(connection, acting.community, of).await?;
    Ok((vouchers, orders))
}

/// Gives back what a resident holds: nobody could use it any more, and its places and goods are there for others. A voucher
/// with several uses, of which some stand, has spent its price and stays; a service whose slot has begun, too, as who stands in a
/// shift that has begun: it is done, or ends with its day.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    of: ResidentId,
) -> Result<(), Problem> {
    // Read again: also what was taken before the resident was locked.
    let (vouchers, orders) = lock_held(connection, acting, of).await?;
    let cancelled = |before: Order| before.left(acting.now).map(|after| (before, after));
    let cancelled: Vec<(Order, Order)> = orders.into_iter().filter_map(cancelled).collect();
    // Goods and seats before any wallet.
    let goods: Vec<RewardId> = cancelled.iter().flat_map(|(order, _)| order.rewards()).collect();
    rewards::lock_all(connection, acting.community, &goods).await?;
    let seats = cancelled.iter().filter_map(|(order, _)| order.seat());
    let seats: Vec<SlotId> = seats.map(|seat| seat.slot).collect();
    slots::lock_all(connection, acting.community, &seats).await?;
    let released = |before: Voucher| (before.clone(), before.closed(VoucherState::Released, acting.now));
    let released: Vec<(Voucher, Voucher)> = vouchers.into_iter().map(released).collect();
    release_vouchers(connection, acting, ("voucher.leave", &released)).await?;
    release_orders(connection, acting, ("order.leave", None), &cancelled).await
}
