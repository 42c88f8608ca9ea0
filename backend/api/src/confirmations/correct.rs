//! `POST /confirmations/{id}/correct`: taking back what was a mistake, after the time to undo it.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, ledger, residents, vouchers};
use linli_domain::confirmations::{AfterCorrection, Confirmation, Correction, Corrector};
use linli_domain::ids::ConfirmationId;
use linli_domain::ledger::Original;
use linli_domain::points::Points;
use linli_domain::roles::Principal;
use linli_domain::vouchers::{Voucher, WholeVoucher};

use super::json::{ConfirmationJson, NewCorrection};
use super::undo::{others, refund};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::vouchers::count_back;

/// What the explanation of the points says.
const REASON: &str = "工作人员更正核销";

/// Correct a confirmation
///
/// By the desk, once the time to undo it is over, and not by who confirmed it nor by who gets the points or is of their household. The use is taken back
/// and the points are given back to the resident, even if the voucher's time is over; while other uses of it stand, the price stays spent for these.
/// The confirmation stays in the lists of its own day, with the correction beside it.
#[utoipa::path(
    tag = "confirmations",
    params(("id" = ConfirmationId, Path)),
    request_body = NewCorrection,
    responses((status = 200, body = ConfirmationJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::AlreadyUndone, Kind::AlreadyCorrected, Kind::UndoWindowOpen, Kind::CorrectorIsCashier, Kind::OwnWallet,
            Kind::LaterUsesStand,
        ])),
    ),
)]
#[post("/confirmations/{id}/correct")]
pub async fn correct_confirmation(
    by: By<Desk>,
    id: Path<ConfirmationId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewCorrection| {
        let who = (&by.principal, *id);
        Reply::ok(&correct(connection, acting, who, body.reason.as_str()).await?)
    });
    done.await
}

async fn correct(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, ConfirmationId),
    reason: &str,
) -> Result<ConfirmationJson, Problem> {
    let found = confirmations::lock(connection, acting.community, id).await?;
    let (before, whole, community) = found.ok_or_else(Problem::not_found)?;
    let window = community.undo_window();
    let others = others(connection, acting, &before).await?;
    let spendings = ledger::spent_for(connection, acting.community, whole.voucher.cause()).await?;
    let parties = whole.parties(&spendings);
    let own = residents::own(connection, acting.community, who.resident).await?;
    let by = Corrector { user: who.user, own: &own, parties: &parties };
    let after = before.correct(&others, &by, window, acting.now)?;
    let shown = ConfirmationJson::new(&before, &whole, window);
    let (voucher, points) = take_back(connection, acting, (&before, &whole, &spendings), after).await?;
    vouchers::update(connection, acting.community, &voucher).await?;
    let correction =
        Correction { id: acting.id(), at: acting.now, by: who.user, reason: reason.to_owned(), points };
    let confirmation = Confirmation { correction: Some(correction), ..before };
    confirmations::update(connection, acting.community, &confirmation).await?;
    let done = ConfirmationJson::new(&confirmation, &WholeVoucher { voucher, ..whole }, window);
    acting.audit(connection, id, Change::changed("confirmation.correct", &shown, &done)).await?;
    Ok(done)
}

/// The voucher without the use, and the points that came back.
async fn take_back(
    connection: &mut Connection,
    acting: &Acting,
    (confirmation, whole, spendings): (&Confirmation, &WholeVoucher, &[Original]),
    after: AfterCorrection,
) -> Result<(Voucher, Points), Problem> {
    let voucher = whole.voucher.clone();
    match after {
        AfterCorrection::UseBack => Ok((voucher.with_a_use_back(acting.now), Points::ZERO)),
        AfterCorrection::GivenBack => {
            count_back(connection, acting, &voucher).await?;
            refund(connection, acting, (whole, spendings, REASON)).await?;
            Ok((voucher.given_back(acting.now), confirmation.spent))
        }
    }
}
