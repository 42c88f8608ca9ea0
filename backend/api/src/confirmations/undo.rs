//! `POST /confirmations/{id}/undo`: taking back what was a mistake.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, ledger, offers, vouchers};
use linli_domain::confirmations::{AfterUndo, Confirmation};
use linli_domain::ids::ConfirmationId;
use linli_domain::ledger::Hold;
use linli_domain::roles::Principal;
use linli_domain::vouchers::{Voucher, VoucherState, WholeVoucher};

use super::json::ConfirmationJson;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::ledger::{hold, post_all};
use crate::problem::{Kind, Problem};

/// Undo a confirmation
///
/// In the store where it was made, within the community's undo window. The voucher is as good as before, its price held
/// again; if its time went by in the meantime, it is given back. Never in a month that was closed.
#[utoipa::path(
    tag = "confirmations",
    params(("id" = ConfirmationId, Path)),
    responses((status = 200, body = ConfirmationJson)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-problems" = json!([Kind::AlreadyUndone, Kind::UndoWindowClosed, Kind::MonthClosed])),
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
    let after = before.undo(&whole.voucher, window, acting.now)?;
    let shown = ConfirmationJson::new(&before, &whole, window);
    let voucher = give_back(connection, acting, (&whole, after)).await?;
    vouchers::update(connection, acting.community, &voucher).await?;
    let confirmation = Confirmation { undone: Some((acting.now, who.user)), ..before };
    confirmations::update(connection, acting.community, &confirmation).await?;
    let done = ConfirmationJson::new(&confirmation, &WholeVoucher { voucher, ..whole }, window);
    acting.audit(connection, id, Change::changed("confirmation.undo", &shown, &done)).await?;
    Ok(done)
}

/// Gives the points back, and holds the same ones again while the voucher is good.
async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    (whole, after): (&WholeVoucher, AfterUndo),
) -> Result<Voucher, Problem> {
    let (voucher, cause) = (whole.voucher.clone(), whole.voucher.cause());
    if after == AfterUndo::Released {
        // Before the wallets are locked: whoever takes a voucher locks the offer first.
        offers::count_vouchers(connection, acting.community, voucher.offer, -1).await?;
    }
    let spendings = ledger::spent_for(connection, acting.community, cause).await?;
    post_all(connection, acting, whole.refunds(&spendings, || acting.id())).await?;
    match after {
        AfterUndo::Released => Ok(voucher.closed(VoucherState::Released, acting.now)),
        AfterUndo::HeldAgain => {
            let again = spendings.iter().filter_map(|spent| Hold::again(spent, acting.id(), cause));
            hold(connection, acting, &again.collect::<Vec<_>>()).await?;
            Ok(voucher.held_again())
        }
    }
}
