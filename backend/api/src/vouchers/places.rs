//! The places that vouchers take in the quota of their offer and in their slots, and give back.

use std::collections::BTreeMap;

use linli_db::{Connection, offers, slots};
use linli_domain::ids::{OfferId, SlotId};
use linli_domain::vouchers::Voucher;

use crate::acting::Acting;
use crate::problem::Problem;

/// Gives the places of a voucher back.
///
/// # Errors
/// If the data base does not answer.
pub async fn count_back(
    connection: &mut Connection,
    acting: &Acting,
    voucher: &Voucher,
) -> Result<(), Problem> {
    count_all_back(connection, acting, std::slice::from_ref(voucher)).await
}

/// Gives the places of these vouchers back: offers first, then slots, each in the order of their ids, and both before any
/// wallet is locked, as where a voucher is taken. The number of statements does not grow with them.
///
/// # Errors
/// If the data base does not answer.
pub async fn count_all_back(
    connection: &mut Connection,
    acting: &Acting,
    vouchers: &[Voucher],
) -> Result<(), Problem> {
    if vouchers.is_empty() {
        return Ok(());
    }
    let (mut of_offers, mut of_slots) = (BTreeMap::<OfferId, i64>::new(), BTreeMap::<SlotId, i32>::new());
    for voucher in vouchers {
        let count = of_offers.entry(voucher.offer).or_default();
        *count = count.saturating_sub(1);
        if let Some(slot) = voucher.slot {
            let count = of_slots.entry(slot).or_default();
            *count = count.saturating_sub(1);
        }
    }
    let of_offers: Vec<(OfferId, i64)> = of_offers.into_iter().collect();
    offers::count_all_vouchers(connection, acting.community, &of_offers).await?;
    let of_slots: Vec<(SlotId, i32)> = of_slots.into_iter().collect();
    Ok(slots::count_all_seats(connection, acting.community, &of_slots).await?)
}
