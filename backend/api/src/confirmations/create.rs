//! `POST /confirmations`: using a voucher at the counter.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, confirmations, ledger, stores, vouchers};
use linli_domain::Refusal;
use linli_domain::confirmations::{Confirmation, FailedConfirmation};
use linli_domain::roles::Principal;
use linli_domain::vouchers::{VoucherState, WholeVoucher};

use super::json::{ConfirmationJson, NewConfirmation};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::ledger::post_all;
use crate::problem::{Kind, Problem};

/// Confirm a voucher
///
/// Its terms are checked again; its points are spent. The answer says what to collect and until when it can be undone.
/// A confirmation that a rule refuses is kept with its reason.
#[utoipa::path(
    tag = "confirmations",
    request_body = NewConfirmation,
    responses((status = 201, body = ConfirmationJson)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUnknown, Kind::WrongStore, Kind::StoreClosed, Kind::VoucherUsed, Kind::VoucherReleased,
            Kind::VoucherExpired, Kind::ResidentNotActive, Kind::PartnerNotActive, Kind::OfferNotYetValid,
            Kind::OfferClosed, Kind::BirthYearUnknown, Kind::AgeNotEligible, Kind::BillTooSmall, Kind::MonthClosed,
        ])),
    ),
)]
#[post("/confirmations")]
pub async fn create_confirmation(
    by: By<Merchants>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let work = async |connection: &mut Connection, acting: &Acting, body: &NewConfirmation| {
        let done = confirm(connection, acting, &by.principal, body).await?;
        Reply::created(format!("/api/v1/confirmations/{}", done.id), &done)
    };
    let note = async |connection: &mut Connection, acting: &Acting, body: &NewConfirmation, kind: Kind| {
        keep_failed(connection, acting, &by.principal, (body, kind)).await
    };
    command.run_noting(&app, &by, work, note).await
}

pub(crate) async fn confirm(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    new: &NewConfirmation,
) -> Result<ConfirmationJson, Problem> {
    check_store(connection, acting, who, new).await?;
    let found = confirmations::lock_presented(connection, acting.community, &new.code, new.store_id).await?;
    let (whole, till, community) = found.ok_or(Refusal::VoucherUnknown)?;
    let today = community.day_of(acting.now);
    let reckoning = whole.confirm_at(&till, new.bill(), acting.now, today).map_err(refused)?;
    spend(connection, acting, &whole).await?;
    let confirmation = Confirmation {
        id: acting.id(),
        voucher: whole.voucher.id,
        store: till.store,
        cashier: who.user,
        reckoning,
        confirmed_at: acting.now,
        undone: None,
    };
    let voucher = whole.voucher.closed(VoucherState::Confirmed, acting.now);
    let whole = WholeVoucher { voucher, ..whole };
    vouchers::update(connection, acting.community, &whole.voucher).await?;
    confirmations::insert(connection, acting.community, &confirmation).await?;
    let done = ConfirmationJson::new(&confirmation, &whole, community.undo_window());
    acting.audit(connection, done.id, Change::made("confirmation.create", &done)).await?;
    Ok(done)
}

/// A cashier confirms in its own stores only.
async fn check_store(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    new: &NewConfirmation,
) -> Result<(), Problem> {
    if who.may_confirm_in(new.store_id) {
        return Ok(());
    }
    let store = stores::find(connection, acting.community, new.store_id).await?;
    store.ok_or_else(|| Problem::unknown_reference("store_id"))?;
    Err(Problem::of(Kind::Forbidden))
}

/// Spends what is held for the voucher; nothing for a free one.
async fn spend(connection: &mut Connection, acting: &Acting, whole: &WholeVoucher) -> Result<(), Problem> {
    let held = ledger::held_for(connection, acting.community, &[whole.voucher.cause()]).await?;
    post_all(connection, acting, whole.spendings(&held, || acting.id())).await
}

fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::BillMissing => Problem::refused_at("bill_fen", refusal),
        refusal => refusal.into(),
    }
}

/// Keeps a confirmation that a rule refused; a request that was wrong in itself is none.
async fn keep_failed(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (new, kind): (&NewConfirmation, Kind),
) -> Result<(), Problem> {
    if kind.status() != StatusCode::CONFLICT {
        return Ok(());
    }
    let failed = FailedConfirmation {
        id: acting.id(),
        store: new.store_id,
        cashier: who.user,
        code: new.code.clone(),
        voucher: vouchers::find_id(connection, acting.community, &new.code).await?,
        reason: kind.to_string(),
        tried_at: acting.now,
    };
    confirmations::insert_failed(connection, acting.community, &failed).await?;
    Ok(())
}
