//! Vouchers, day by day: taken, confirmed at the store, some undone, some given back, some left to lapse.

use linli_db::{Connection, ledger};
use linli_domain::ids::OfferId;
use linli_domain::points::Points;
use linli_domain::vouchers::WholeVoucher;
use rand::RngExt;
use rand::seq::IndexedRandom;

use super::later::{Later, Purchase};
use super::partners::{Counter, Offer, OfferKind};
use super::story::{Day, Story};
use crate::problem::Problem;
use crate::vouchers::{expire_all, take_voucher};

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
    take_voucher(connection, &acting, offer, (resident, false)).await.map(Some)
}

/// Used a day or more later, or given back, or left to lapse.
fn decide(story: &mut Story, day: Day, (counter, what, whole): (&Counter, &Offer, &WholeVoucher)) {
    let at = day.at(24 * story.rng.random_range(1..4) + story.rng.random_range(9..20));
    let dice = story.rng.random_range(0..100);
    if dice >= 90 {
        return;
    }
    if dice >= 80 {
        return story.queue.push(at, Later::GiveBack(whole.voucher.id));
    }
    let bill_fen = match what.kind {
        OfferKind::Free(_) => 0,
        _ => story.rng.random_range(6_000..15_000),
    };
    let (cashier, code) = (counter.cashier.clone(), whole.voucher.code.clone());
    let purchase = Purchase { cashier, store: counter.id, code, bill_fen, mistaken: dice < 3 };
    story.queue.push(at, Later::Confirm(purchase));
}
