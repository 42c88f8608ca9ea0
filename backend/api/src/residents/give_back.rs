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
/// with several uses, of which some stand, has spent its price and stays.
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
    // Goods and seats before any wallet.
    let goods: Vec<RewardId> = orders.iter().flat_map(Order::rewards).collect();
    rewards::lock_all(connection, acting.community, &goods).await?;
    let seats: Vec<SlotId> = orders.iter().filter_map(Order::seat).map(|seat| seat.slot).collect();
    slots::lock_all(connection, acting.community, &seats).await?;
    let released = |before: Voucher| (before.clone(), before.closed(VoucherState::Released, acting.now));
    let released: Vec<(Voucher, Voucher)> = vouchers.into_iter().map(released).collect();
    let cancelled = |before: Order| {
        let after = before.called_off(acting.now)?;
        Ok((before, after))
    };
    let cancelled: Result<Vec<(Order, Order)>, Problem> = orders.into_iter().map(cancelled).collect();
    release_vouchers(connection, acting, ("voucher.cancel", &released)).await?;
    release_orders(connection, acting, ("order.cancel", None), &cancelled?).await
}
