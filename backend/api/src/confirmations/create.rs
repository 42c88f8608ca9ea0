//! `POST /confirmations`: using a voucher at the counter.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::confirmations::Which;
use linli_db::{Connection, confirmations, ledger, places, vouchers};
use linli_domain::Refusal;
use linli_domain::communities::Community;
use linli_domain::confirmations::{Confirmation, Standing, free_use};
use linli_domain::ids::StoreId;
use linli_domain::money::Fen;
use linli_domain::offers::Past;
use linli_domain::roles::Principal;
use linli_domain::vouchers::WholeVoucher;

use super::json::{ConfirmationJson, NewConfirmation, fen_of};
use super::presented::{check_store, keep_failed, past_uses, which};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::command::{Command, Reply};
use crate::ledger::post_all;
use crate::problem::{Kind, Problem};

/// Confirm a voucher
///
/// By the code that was typed or the token that was scanned. Its terms are checked again; its points are spent by its first
/// use. The answer says what to collect and until when it can be undone.
/// A confirmation that a rule refuses is kept with its reason.
#[utoipa::path(
    tag = "confirmations",
    request_body = NewConfirmation,
    responses((status = 201, body = ConfirmationJson)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-problems" = json!([
            Kind::VoucherUnknown, Kind::VoucherTokenExpired, Kind::WrongStore, Kind::StoreClosed, Kind::VoucherUsed,
            Kind::VoucherReleased, Kind::VoucherExpired, Kind::VoucherDeactivated, Kind::ResidentNotActive,
            Kind::PartnerNotActive, Kind::OfferNotYetValid, Kind::OfferClosed, Kind::OutsideSlot, Kind::OutsideHours,
            Kind::BirthYearUnknown, Kind::AgeNotEligible, Kind::NotEligible, Kind::LimitReached, Kind::BillTooSmall,
            Kind::MonthClosed,
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
        check_store(connection, &by.principal, body.store_id).await?;
        let which = which(&app.keys, &body.code, acting.now)?;
        let at = AtCounter { which, store: body.store_id, bill: fen_of(body.bill_fen) };
        let done = confirm(connection, acting, &by.principal, &at).await?;
        Reply::created(format!("/api/v1/confirmations/{}", done.id), &done)
    };
    let note = async |connection: &mut Connection, acting: &Acting, body: &NewConfirmation, kind: Kind| {
        keep_failed(connection, acting, (&by.principal, &app.keys), (&body.code, body.store_id, kind)).await
    };
    command.run_noting(&app, &by, work, note).await
}

/// A voucher at a counter.
pub(crate) struct AtCounter {
    /// Which.
    pub(crate) which: Which,
    /// In which store.
    pub(crate) store: StoreId,
    /// What the bill comes to.
    pub(crate) bill: Option<Fen>,
}

pub(crate) async fn confirm(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    at: &AtCounter,
) -> Result<ConfirmationJson, Problem> {
    let found = confirmations::lock_presented(connection, acting.community, &at.which, at.store).await?;
    let (whole, till, community) = found.ok_or(Refusal::VoucherUnknown)?;
    let (past, standing) = lock_uses(connection, &whole, &community, acting).await?;
    let local = community.local(acting.now);
    let reckoning = whole.confirm_at(&till, at.bill, &past, local).map_err(refused)?;
    let confirmation = Confirmation {
        id: acting.id(),
        voucher: whole.voucher.id,
        store: till.store,
        cashier: who.user,
        reckoning,
        use_number: free_use(&standing),
        spent: whole.to_spend(),
        confirmed_at: acting.now,
        undone: None,
        correction: None,
    };
    if confirmation.spent.is_positive() {
        spend(connection, acting, &whole).await?;
    }
    let voucher = whole.voucher.used_once(acting.now);
    let whole = WholeVoucher { voucher, ..whole };
    vouchers::update(connection, acting.community, &whole.voucher).await?;
    confirmations::insert(connection, acting.community, &confirmation).await?;
    let done = ConfirmationJson::new(&confirmation, &whole, community.undo_window());
    acting.audit(connection, done.id, Change::made("confirmation.create", &done)).await?;
    Ok(done)
}

/// What was used before, as far as it matters: of a voucher with limits by the household, which is locked so that two of its
/// vouchers are used one after the other; of a voucher with several uses, those that stand.
async fn lock_uses(
    connection: &mut Connection,
    whole: &WholeVoucher,
    community: &Community,
    acting: &Acting,
) -> Result<(Vec<Past>, Vec<Standing>), Problem> {
    let local = community.local(acting.now);
    let mut past = Vec::new();
    if whole.counted_since(local).is_some() {
        places::lock_household(connection, community.id, whole.holder.earner.household).await?;
        past = past_uses(connection, community.id, whole, local).await?;
    }
    let mut standing = Vec::new();
    if whole.voucher.used > 0 {
        standing = confirmations::standing(connection, community.id, whole.voucher.id).await?;
    }
    Ok((past, standing))
}

/// Spends what is held for the voucher.
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
