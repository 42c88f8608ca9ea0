//! What becomes of the seats of a slot that is cancelled: vouchers and orders are closed, and their residents are told.

use chrono::NaiveDate;
use linli_db::Connection;
use linli_domain::Refusal;
use linli_domain::notices::NoticeContent;
use linli_domain::orders::Order;
use linli_domain::vouchers::{Voucher, VoucherState};

use crate::acting::Acting;
use crate::notices::tell_all;
use crate::orders;
use crate::problem::Problem;
use crate::vouchers::{release_all, tell};

/// What is said of a cancelled slot.
pub(super) struct Told<'a> {
    /// What was to take place.
    pub(super) title: &'a str,
    /// On which day of the community.
    pub(super) on: NaiveDate,
    /// Why it does not.
    pub(super) reason: &'a str,
}

/// Gives these vouchers back, which are locked and unused.
pub(super) async fn give_vouchers_back(
    connection: &mut Connection,
    acting: &Acting,
    held: Vec<Voucher>,
    told: &Told<'_>,
) -> Result<(), Problem> {
    let given_back = |voucher: Voucher| {
        let after = voucher.clone().closed(VoucherState::Released, acting.now);
        (voucher, after)
    };
    let closed: Vec<(Voucher, Voucher)> = held.into_iter().map(given_back).collect();
    release_all(connection, acting, ("voucher.release", &closed)).await?;
    let released: Vec<Voucher> = closed.into_iter().map(|(_, after)| after).collect();
    let notice = |voucher: &Voucher| NoticeContent::SlotCancelled {
        voucher_id: voucher.id,
        offer_title: told.title.to_owned(),
        on: told.on,
        reason: told.reason.to_owned(),
        points: voucher.price,
    };
    tell(connection, acting, (&released, "slot_cancelled"), notice).await
}

/// Cancels these orders, which are locked and open.
pub(super) async fn cancel_orders(
    connection: &mut Connection,
    acting: &Acting,
    open: Vec<Order>,
    told: &Told<'_>,
) -> Result<(), Problem> {
    let called_off = |before: Order| Ok((before.clone(), before.called_off(acting.now)?));
    let closed = open.into_iter().map(called_off).collect::<Result<Vec<(Order, Order)>, Refusal>>()?;
    orders::release_all(connection, acting, ("order.cancel", Some(told.reason)), &closed).await?;
    let notice = |(_, order): &(Order, Order)| {
        let content = NoticeContent::ServiceCancelled {
            order_id: order.id,
            reward_name: told.title.to_owned(),
            on: told.on,
            reason: told.reason.to_owned(),
            points: order.total,
        };
        (order.resident, format!("service_cancelled:{}", order.id), content)
    };
    tell_all(connection, acting, closed.iter().map(notice)).await?;
    Ok(())
}
