//! What one event brings about on a later day: kept in the order of time, and carried out when its time has come.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};
use linli_db::confirmations::Which;
use linli_db::{Connection, vouchers};
use linli_domain::codes::Code;
use linli_domain::ids::{ConfirmationId, OrderId, StoreId, TransferId, VoucherId};
use linli_domain::money::Fen;
use linli_domain::roles::Principal;
use serde_json::json;

use super::services::give_up;
use super::story::{Story, from_json};
use crate::confirmations::{AtCounter, confirm, undo};
use crate::ledger::{ReversalRequest, reverse};
use crate::orders::{hand_over, make_ready};
use crate::problem::Problem;
use crate::vouchers::cancel;

/// Something that is to happen.
pub(super) enum Later {
    /// The goods of an order are laid ready.
    Ready(OrderId),
    /// An order is picked up.
    PickUp(OrderId),
    /// An order is cancelled.
    GiveUp(OrderId),
    /// A transfer that was wrong is taken back.
    TakeBack(TransferId),
    /// A voucher is given back.
    GiveBack(VoucherId),
    /// A voucher is confirmed.
    Confirm(Purchase),
    /// A confirmation is undone.
    Undo(Principal, ConfirmationId),
}

/// A voucher at the counter.
pub(super) struct Purchase {
    pub(super) cashier: Principal,
    pub(super) store: StoreId,
    pub(super) code: Code,
    pub(super) bill_fen: i64,
    /// Whether the cashier notices a mistake ten minutes later.
    pub(super) mistaken: bool,
}

/// What is to happen, in the order of time; at one time, in the order in which it came up.
#[derive(Default)]
pub(super) struct Queue {
    events: BTreeMap<(DateTime<Utc>, u64), Later>,
    count: u64,
}

impl Queue {
    /// Keeps something for its time.
    pub(super) fn push(&mut self, at: DateTime<Utc>, event: Later) {
        self.count += 1;
        self.events.insert((at, self.count), event);
    }

    /// The next that is to happen before `until`.
    fn pop(&mut self, until: DateTime<Utc>) -> Option<(DateTime<Utc>, Later)> {
        let first = self.events.first_entry().filter(|first| first.key().0 < until)?;
        let ((at, _), event) = first.remove_entry();
        Some((at, event))
    }
}

/// Carries out what is to happen before `until`.
pub(super) async fn run_until(
    connection: &mut Connection,
    story: &mut Story,
    until: DateTime<Utc>,
) -> Result<(), Problem> {
    while let Some((at, event)) = story.queue.pop(until) {
        match event {
            Later::Ready(order) => make_ready(connection, &story.by(&story.staff, at), order).await?,
            Later::TakeBack(transfer) => {
                let reason: ReversalRequest = from_json(json!({"reason": "经核实，并非本人所为"}))?;
                let acting = story.by(&story.staff, at);
                reverse(connection, &acting, (None, transfer), &reason).await.map(drop)?;
            }
            Later::PickUp(order) => hand_over(connection, &story.by(&story.staff, at), order, None).await?,
            Later::GiveUp(order) => give_up(connection, &story.by(&story.staff, at), order).await?,
            Later::GiveBack(voucher) => give_back(connection, story, (voucher, at)).await?,
            Later::Confirm(purchase) => use_up(connection, story, (purchase, at)).await?,
            Later::Undo(cashier, id) => {
                undo(connection, &story.by(&cashier, at), &cashier, id).await.map(drop)?
            }
        }
    }
    Ok(())
}

async fn use_up(
    connection: &mut Connection,
    story: &mut Story,
    (purchase, at): (Purchase, DateTime<Utc>),
) -> Result<(), Problem> {
    let Purchase { cashier, store, code, bill_fen, mistaken } = purchase;
    let counter = AtCounter { which: Which::Code(code), store, bill: Some(Fen::new(bill_fen)) };
    let acting = story.by(&cashier, at);
    let present = async |connection: &mut Connection| confirm(connection, &acting, &cashier, &counter).await;
    // Who has used one today, or comes at a time at which the offer is not valid, goes again.
    let Some(done) = story.attempt(connection, present).await? else { return Ok(()) };
    if mistaken {
        story.queue.push(at + Duration::minutes(10), Later::Undo(cashier, done.id));
    }
    Ok(())
}

async fn give_back(
    connection: &mut Connection,
    story: &Story,
    (id, at): (VoucherId, DateTime<Utc>),
) -> Result<(), Problem> {
    let claim = vouchers::lock(connection, story.community, id).await?.ok_or_else(Problem::not_found)?;
    let acting = story.by(&story.staff, at).on_behalf_of(Some(claim.voucher.resident));
    cancel(connection, &acting, claim).await.map(drop)
}
