//! Vouchers, day by day: taken, confirmed at the store, some undone, some given back, some left to lapse.

use chrono::{DateTime, Duration, Utc};
use linli_db::{Connection, Slice, ledger, slots};
use linli_domain::calendar::Local;
use linli_domain::ids::{OfferId, SlotId};
use linli_domain::points::Points;
use linli_domain::vouchers::WholeVoucher;
use rand::RngExt;
use rand::seq::IndexedRandom;

use super::later::{Later, Purchase};
use super::partner_terms::Way;
use super::partners::{Counter, Offer, OfferKind};
use super::story::{Day, Story};
use crate::acting::Acting;
use crate::problem::Problem;
use crate::vouchers::{Wish, expire_all, take_voucher};

/// The vouchers of one day.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    counters: &[Counter],
) -> Result<(), Problem> {
    for _ in 0..day.growing(4, 24) {
        let Some((counter, (offer, what))) = choose(story, counters) else { continue };
        let Some(whole) = take(connection, story, day, (offer, what)).await? else { continue };
        decide(story, day, (counter, what, &whole));
    }
    Ok(())
}

/// Late in the evening, after the last order: what nobody has used ends.
pub(super) async fn expire(connection: &mut Connection, story: &Story, day: Day) -> Result<(), Problem> {
    expire_all(connection, &story.acting(day.at(23))).await.map(drop)
}

/// A store and one of its offers for everybody.
fn choose<'a>(
    story: &mut Story,
    counters: &'a [Counter],
) -> Option<(&'a Counter, (OfferId, &'static Offer))> {
    let counter = counters.choose(&mut story.rng)?;
    let (offer, what) = counter.offers.choose(&mut story.rng)?;
    what.min_age.is_none().then_some((counter, (*offer, *what)))
}

/// Taken by somebody who has the points.
async fn take(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    (offer, what): (OfferId, &Offer),
) -> Result<Option<WholeVoucher>, Problem> {
    let Some(resident) = story.earners.choose(&mut story.rng).copied() else { return Ok(None) };
    let wallet = ledger::find_wallet(connection, story.community, resident).await?;
    if wallet.is_none_or(|wallet| wallet.available() < Points::new(what.points)) {
        return Ok(None);
    }
    let acting = story.by(&story.staff, day.at(19)).on_behalf_of(Some(resident));
    let Some(slot) = seat(connection, &acting, offer, what.way).await? else { return Ok(None) };
    let wish = Wish { resident, pooled: false, slot };
    match take_voucher(connection, &acting, offer, wish).await {
        Ok(whole) => Ok(Some(whole)),
        // The month's are gone, or the resident has had one today, or is busy then.
        Err(problem) if problem.is_refusal() => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// No slot for an offer without slots, else its next one with a free seat; none if all are full.
async fn seat(
    connection: &mut Connection,
    acting: &Acting,
    offer: OfferId,
    way: Way,
) -> Result<Option<Option<SlotId>>, Problem> {
    if !matches!(way, Way::Class(..)) {
        return Ok(Some(None));
    }
    let slice = Slice { after: None, limit: 8 };
    let next = slots::list(connection, acting.community, (offer, acting.now), &slice).await?.items;
    let free = next.iter().find(|slot| slot.check_seat(acting.now).is_ok());
    Ok(free.map(|slot| Some(slot.id)))
}

/// Used a day or more later, or given back, or left to lapse.
fn decide(story: &mut Story, day: Day, (counter, what, whole): (&Counter, &Offer, &WholeVoucher)) {
    let at = day.at(24 * story.rng.random_range(1..4) + story.rng.random_range(9..20));
    let dice = story.rng.random_range(0..100);
    if dice >= 90 {
        return;
    }
    if dice >= 80 && whole.slot.is_none() {
        return story.queue.push(at, Later::GiveBack(whole.voucher.id));
    }
    let bill_fen = match what.kind {
        OfferKind::Free(_) => 0,
        _ => story.rng.random_range(6_000..15_000),
    };
    // As many uses of a card as there is time for, every other day.
    let uses =
        if whole.voucher.uses > 1 { story.rng.random_range(1..=i64::from(whole.voucher.uses)) } else { 1 };
    for number in 0..uses {
        let Some(at) = when(story, whole, at + Duration::days(2 * number)) else { continue };
        let (cashier, code) = (counter.cashier.clone(), whole.voucher.code.clone());
        let mistaken = dice < 3 && number == 0;
        let purchase = Purchase { cashier, store: counter.id, code, bill_fen, mistaken };
        story.queue.push(at, Later::Confirm(purchase));
    }
}

/// When a voucher can be used, at this time or after it; none if it would be too late.
fn when(story: &Story, whole: &WholeVoucher, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Some(slot) = &whole.slot {
        return Some(slot.starts_at);
    }
    let local = Local { now: at, timezone: story.timezone };
    whole.voucher.conditions.hours.next_before(whole.voucher.expires_at, local)
}
