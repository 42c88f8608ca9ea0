//! Vouchers, day by day: taken, confirmed at the store, some undone, some given back, some left to lapse.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Asia::Shanghai;
use linli_db::{Connection, Slice, slots};
use linli_domain::calendar::Local;
use linli_domain::ids::{OfferId, SlotId};
use linli_domain::points::Points;
use linli_domain::slots::SlotOf;
use linli_domain::vouchers::WholeVoucher;
use rand::RngExt;
use rand::seq::IndexedRandom;

use super::days::Day;
use super::later::{Later, Purchase};
use super::partner_terms::Way;
use super::partners::{Counter, Offer, OfferKind};
use super::story::Story;
use crate::acting::Acting;
use crate::problem::Problem;
use crate::vouchers::{Wish, take_voucher};

/// What the cheapest offers cost that are not free.
const CHEAPEST: i64 = 4;

/// The vouchers of one day.
pub(super) async fn run(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    counters: &[Counter],
) -> Result<(), Problem> {
    let able = story.who_can_spend(connection, Points::new(CHEAPEST)).await?;
    for _ in 0..day.growing(4, 13) {
        let Some((resident, available)) = able.choose(&mut story.rng).copied() else { continue };
        let Some((counter, (offer, what))) = choose(story, counters, available) else { continue };
        let acting = story.by(&story.staff, day.at(19)).on_behalf_of(Some(resident));
        let Some(slot) = seat(connection, &acting, offer, what.way).await? else { continue };
        let take = async |connection: &mut Connection| {
            take_voucher(connection, &acting, offer, Wish { resident, pooled: false, slot }).await
        };
        // Used up, or the resident has had enough of it, or has just spent the points.
        if let Some(whole) = story.attempt(connection, take).await? {
            decide(story, day, (counter, what, &whole));
        }
    }
    Ok(())
}

/// A store and one of its offers for everybody, for no more than so many points.
fn choose<'a>(
    story: &mut Story,
    counters: &'a [Counter],
    available: Points,
) -> Option<(&'a Counter, (OfferId, &'static Offer))> {
    let fits = |offer: &Offer| offer.min_age.is_none() && Points::new(offer.points) <= available;
    let all = counters.iter().flat_map(|counter| counter.offers.iter().map(move |offer| (counter, *offer)));
    let within: Vec<_> = all.filter(|(_, (_, what))| fits(what)).collect();
    within.choose(&mut story.rng).copied()
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
    let next =
        slots::list(connection, acting.community, (SlotOf::Offer(offer), acting.now), &slice).await?.items;
    let free = next.iter().find(|slot| slot.check_seat(acting.now).is_ok());
    Ok(free.map(|slot| Some(slot.id)))
}

/// An hour at which no store is open.
const LATE: i64 = 23;

/// Used a day or more later, or given back, or left to lapse.
fn decide(story: &mut Story, day: Day, (counter, what, whole): (&Counter, &Offer, &WholeVoucher)) {
    let (later, hour) = (story.rng.random_range(1..4), story.rng.random_range(9..20));
    let dice = story.rng.random_range(0..100);
    // Now and then somebody comes when the store is closed, and staff hear of it.
    let at = day.at(24 * later + if dice == 79 { LATE } else { hour });
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
        let Some(at) = when(whole, at + Duration::days(2 * number)) else { continue };
        let (cashier, code) = (counter.cashier.clone(), whole.voucher.code.clone());
        let mistaken = dice < 3 && number == 0;
        let purchase = Purchase { cashier, store: counter.id, code, bill_fen, mistaken };
        story.queue.push(at, Later::Confirm(purchase));
    }
}

/// When a voucher can be used, at this time or after it; none if it would be too late.
fn when(whole: &WholeVoucher, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if let Some(slot) = &whole.slot {
        return Some(slot.starts_at);
    }
    let local = Local { now: at, timezone: Shanghai };
    whole.voucher.conditions.hours.next_before(whole.voucher.expires_at, local)
}
