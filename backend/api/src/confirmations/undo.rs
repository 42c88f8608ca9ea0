//! `POST /confirmations/{id}/undo`: taking back what was a mistake.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, ledger, offers, slots, vouchers};
use linli_domain::confirmations::{AfterUndo, Confirmation, Standing};
use linli_domain::ids::ConfirmationId;
use linli_domain::ledger::{Hold, Original};
use linli_domain::points::Points;
use linli_domain::roles::Principal;
use linli_domain::slots::Slot;
use linli_domain::vouchers::{Voucher, WholeVoucher};
use serde_json::json;

use super::json::ConfirmationJson;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::ledger::{hold, post_all};
use crate::problem::{Kind, Problem};
use crate::vouchers::count_back;

/// What the explanation of the points says.
const REASON: &str = "店员撤销核销";

/// Undo a confirmation
///
/// In the store where it was made, within the community's undo window. The voucher is as good as before, its price held
/// again; if its time went by in the meantime, or its slot was
/// cancelled, it is given back. Of several uses of a voucher one comes back, and while
/// others stand the price stays spent. Never in a month that was closed.
#[utoipa::path(
    tag = "confirmations",
    params(("id" = ConfirmationId, Path)),
    responses((status = 200, body = ConfirmationJson)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-problems" = json!([
            Kind::AlreadyUndone, Kind::AlreadyCorrected, Kind::UndoWindowClosed, Kind::MonthClosed,
        ])),
    ),
)]
#[post("/confirmations/{id}/undo")]
pub async fn undo_confirmation(
    by: By<Merchants>,
    id: Path<ConfirmationId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&undo(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn undo(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ConfirmationId,
) -> Result<ConfirmationJson, Problem> {
    let found = confirmations::lock(connection, acting.community, id).await?;
    let (before, whole, community) = found.ok_or_else(Problem::not_found)?;
    if !who.may_confirm_in(before.store) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let window = community.undo_window();
    let others = others(connection, acting, &before).await?;
    let slot = lock_slot(connection, acting, &whole.voucher).await?;
    let whole = WholeVoucher { slot, ..whole };
    let after = before.undo(&whole, &others, window, acting.now)?;
    let shown = ConfirmationJson::new(&before, &whole, window);
    let mut confirmation = Confirmation { undone: Some((acting.now, who.user)), ..before };
    if let AfterUndo::UseBack { spent_by: Some(heir) } = after {
        hand_over(connection, acting, heir, confirmation.spent).await?;
        confirmation.spent = Points::ZERO;
    }
    let voucher = give_back(connection, acting, (&whole, after)).await?;
    vouchers::update(connection, acting.community, &voucher).await?;
    confirmations::update(connection, acting.community, &confirmation).await?;
    let done = ConfirmationJson::new(&confirmation, &WholeVoucher { voucher, ..whole }, window);
    acting.audit(connection, id, Change::changed("confirmation.undo", &shown, &done)).await?;
    Ok(done)
}

/// The slot of a voucher, if it has one; the offer is locked before it, as where a slot is cancelled.
async fn lock_slot(
    connection: &mut Connection,
    acting: &Acting,
    voucher: &Voucher,
) -> Result<Option<Slot>, Problem> {
    let Some(slot) = voucher.slot else { return Ok(None) };
    offers::lock(connection, acting.community, voucher.offer).await?;
    Ok(slots::lock(connection, acting.community, slot).await?)
}

/// The price was spent by another use from now on.
async fn hand_over(
    connection: &mut Connection,
    acting: &Acting,
    heir: ConfirmationId,
    price: Points,
) -> Result<(), Problem> {
    confirmations::hand_over_price(connection, acting.community, heir, price).await?;
    let spent = |points: Points| json!({ "spent_points": points });
    let line = Change::changed("confirmation.take_over", &spent(Points::ZERO), &spent(price));
    Ok(acting.audit(connection, heir, line).await?)
}

/// The other uses of the voucher that stand.
pub(super) async fn others(
    connection: &mut Connection,
    acting: &Acting,
    of: &Confirmation,
) -> Result<Vec<Standing>, Problem> {
    let standing = confirmations::standing(connection, acting.community, of.voucher).await?;
    Ok(standing.into_iter().filter(|one| one.id != of.id).collect())
}

/// Gives back the use; and if no other stands, the points, and holds the same ones again while the voucher is good.
async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    (whole, after): (&WholeVoucher, AfterUndo),
) -> Result<Voucher, Problem> {
    let (voucher, cause) = (whole.voucher.clone(), whole.voucher.cause());
    match after {
        AfterUndo::UseBack { .. } => Ok(voucher.with_a_use_back(acting.now)),
        AfterUndo::Released => {
            // Before the wallets are locked: whoever takes a voucher locks the offer first.
            count_back(connection, acting, &voucher).await?;
            let spendings = ledger::spent_for(connection, acting.community, cause).await?;
            refund(connection, acting, (whole, &spendings, REASON)).await?;
            Ok(voucher.given_back(acting.now))
        }
        AfterUndo::HeldAgain => {
            let spendings = ledger::spent_for(connection, acting.community, cause).await?;
            refund(connection, acting, (whole, &spendings, REASON)).await?;
            let again = spendings.iter().filter_map(|spent| Hold::again(spent, acting.id(), cause));
            hold(connection, acting, &again.collect::<Vec<_>>()).await?;
            Ok(voucher.held_again())
        }
    }
}

/// Gives back what was spent for a voucher, to lapse when it would have.
pub(super) async fn refund(
    connection: &mut Connection,
    acting: &Acting,
    (whole, spendings, reason): (&WholeVoucher, &[Original], &str),
) -> Result<(), Problem> {
    post_all(connection, acting, whole.refunds(spendings, reason, || acting.id())).await
}
