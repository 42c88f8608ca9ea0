//! Taking a voucher: every term of the offer is asked, in the order in which a resident would want to know.

use chrono::{DateTime, Duration, Utc};

use super::Holder;
use crate::Refusal;
use crate::calendar::Local;
use crate::ids::ResidentId;
use crate::ledger::Purse;
use crate::offers::{Offer, Past, check_eligible, check_limits};
use crate::slots::{Seat, Slot, SlotOf};

/// What is said of a slot at a time for which its offer is not valid.
pub(super) const OUTSIDE_VALIDITY: Refusal =
    Refusal::SlotInvalid { place: "slot_id", why: "该场次不在优惠的有效期内" };

/// A resident who wants a voucher of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taker {
    /// Who it is.
    pub id: ResidentId,
    /// The same, as far as rules depend on it.
    pub holder: Holder,
    /// What it can be paid from.
    pub purse: Purse,
    /// Vouchers of the offer that the resident has taken and not given back.
    pub taken: i64,
    /// Such vouchers of the household, as far back as the offer's limits count.
    pub past: Vec<Past>,
    /// Such vouchers of anybody, in the period of the offer's quota.
    pub taken_in_period: i64,
    /// The seats that the resident has in slots.
    pub seats: Vec<Seat>,
}

/// Returns until when the voucher would be good, or the first term of the offer that forbids it.
///
/// Source: rule 3 of the product: price, quota, limit, time and eligibility are checked when the voucher is taken. Its hours
/// and stores are those of its use; here it is asked whether there will be any such hour.
///
/// # Errors
/// [`Refusal::ResidentNotActive`], [`Refusal::OfferNotOpen`], [`Refusal::OfferNotYetValid`], [`Refusal::OfferClosed`],
/// those of [`check_eligible`], [`Refusal::PersonLimitReached`], [`Refusal::LimitReached`], [`Refusal::QuotaUsedUp`],
/// [`Refusal::PeriodQuotaUsedUp`], [`Refusal::SlotInvalid`], [`Refusal::SlotCancelled`], [`Refusal::SlotBegun`],
/// [`Refusal::SlotFull`], [`Refusal::SlotClash`], [`Refusal::NoHoursLeft`], [`Refusal::NotEnoughPoints`].
pub fn take(
    offer: &Offer,
    taker: &Taker,
    slot: Option<&Slot>,
    local: Local,
) -> Result<DateTime<Utc>, Refusal> {
    taker.holder.check_active()?;
    if !offer.is_on_offer() {
        return Err(Refusal::OfferNotOpen);
    }
    offer.check_time(local.now)?;
    check_eligible(&offer.conditions.eligibility, &taker.holder.earner, local)?;
    if let Some(limit) = offer.per_person_limit.map(i64::from).filter(|limit| taker.taken >= *limit) {
        return Err(Refusal::PersonLimitReached { limit });
    }
    check_limits(&offer.conditions.limits, &taker.past, taker.id, local)?;
    if offer.quota_left() == Some(0) {
        return Err(Refusal::QuotaUsedUp);
    }
    offer.check_period_quota(taker.taken_in_period)?;
    let good_until = good_until(offer, taker, slot, local)?;
    taker.purse.can_pay(offer.price)?;
    Ok(good_until)
}

/// With a slot until it ends; without, for the days of the offer, in which there must be an hour to use it.
fn good_until(
    offer: &Offer,
    taker: &Taker,
    slot: Option<&Slot>,
    local: Local,
) -> Result<DateTime<Utc>, Refusal> {
    let invalid = |why| Refusal::SlotInvalid { place: "slot_id", why };
    match (offer.slots, slot) {
        (None, None) => {
            let good_until = offer.valid_to.min(local.now + Duration::days(offer.voucher_days.into()));
            let opens_at = offer.conditions.hours.next_before(good_until, local);
            opens_at.map(|_| good_until).ok_or(Refusal::NoHoursLeft)
        }
        (None, Some(_)) => Err(invalid("该优惠不按场次进行")),
        (Some(_), None) => Err(invalid("请选择场次")),
        (Some(_), Some(slot)) if slot.of != SlotOf::Offer(offer.id) => Err(invalid("该优惠没有这个场次")),
        (Some(_), Some(slot)) if !offer.is_valid_for((slot.starts_at, slot.ends_at)) => Err(OUTSIDE_VALIDITY),
        (Some(_), Some(slot)) => {
            slot.check_seat(local.now)?;
            slot.check_clash(&taker.seats)?;
            Ok(slot.ends_at)
        }
    }
}
