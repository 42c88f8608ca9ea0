//! Vouchers, day by day: taken, confirmed at the store, some undone, some given back, some left to lapse.

use chrono::Duration;
use linli_db::{Connection, ledger, vouchers};
use linli_domain::ids::{OfferId, VoucherId};
use linli_domain::points::Points;
use linli_domain::vouchers::WholeVoucher;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::json;

use super::partners::{Counter, Offer, OfferKind};
use super::story::{Day, Story, from_json};
use crate::confirmations::{NewConfirmation, confirm, undo};
use crate::problem::Problem;
use crate::vouchers::{cancel, expire_all, take_voucher};

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
        use_up(connection, story, day, (counter, what, &whole)).await?;
    }
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
    take_voucher(connection, &acting, offer, resident).await.map(Some)
}

async fn use_up(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    (counter, what, whole): (&Counter, &Offer, &WholeVoucher),
) -> Result<(), Problem> {
    let at = day.at(24 * story.rng.random_range(1..4) + story.rng.random_range(9..20));
    let dice = story.rng.random_range(0..100);
    if at >= story.now || dice >= 90 {
        return Ok(());
    }
    if dice >= 80 {
        return give_back(connection, story, (whole.voucher.id, at)).await;
    }
    let bill = match what.kind {
        OfferKind::Free(_) => 0,
        _ => story.rng.random_range(6_000..15_000),
    };
    let new: NewConfirmation =
        from_json(json!({"code": whole.voucher.code, "store_id": counter.id, "bill_fen": bill}))?;
    let acting = story.by(&counter.cashier, at);
    let done = confirm(connection, &acting, &counter.cashier, &new).await?;
    if dice < 3 {
        let later = story.by(&counter.cashier, at + Duration::minutes(10));
        undo(connection, &later, &counter.cashier, done.id).await?;
    }
    Ok(())
}

async fn give_back(
    connection: &mut Connection,
    story: &Story,
    (id, at): (VoucherId, chrono::DateTime<chrono::Utc>),
) -> Result<(), Problem> {
    let whole = vouchers::lock(connection, story.community, id).await?.ok_or_else(Problem::not_found)?;
    let acting = story.by(&story.staff, at).on_behalf_of(Some(whole.voucher.resident));
    cancel(connection, &acting, whole).await.map(drop)
}
