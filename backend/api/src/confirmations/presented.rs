//! What is presented at the counter: a code or a token, in a store, and what is kept if it fails.

use actix_web::http::StatusCode;
use chrono::{DateTime, Utc};
use linli_db::confirmations::{self, Which};
use linli_db::{Connection, stores, vouchers};
use linli_domain::Refusal;
use linli_domain::calendar::Local;
use linli_domain::confirmations::FailedConfirmation;
use linli_domain::ids::{CommunityId, StoreId};
use linli_domain::offers::Past;
use linli_domain::roles::Principal;
use linli_domain::vouchers::{Presented, WholeVoucher};

use crate::acting::Acting;
use crate::auth::Keys;
use crate::problem::{Kind, Problem};

/// Which voucher was presented: the one with the code, or the one of the token, if that is ours and lives.
///
/// # Errors
/// [`Refusal::VoucherUnknown`], [`Refusal::TokenExpired`].
pub fn which(keys: &Keys, presented: &Presented, now: DateTime<Utc>) -> Result<Which, Refusal> {
    match presented {
        Presented::Code(code) => Ok(Which::Code(code.clone())),
        Presented::Token(token) if !keys.has_signed(token) => Err(Refusal::VoucherUnknown),
        Presented::Token(token) => token.check_time(now).map(|()| Which::Id(token.voucher)),
    }
}

/// A cashier works in its own stores only.
///
/// # Errors
/// `forbidden` in another store; `invalid-input` if there is no such store.
pub async fn check_store(
    connection: &mut Connection,
    who: &Principal,
    store: StoreId,
) -> Result<(), Problem> {
    if who.may_confirm_in(store) {
        return Ok(());
    }
    let found = stores::find(connection, who.community, store).await?;
    found.ok_or_else(|| Problem::unknown_reference("store_id"))?;
    Err(Problem::of(Kind::Forbidden))
}

/// The uses that count against the limits of a voucher; nothing is read if it has none.
///
/// # Errors
/// If the data base does not answer.
pub async fn past_uses(
    connection: &mut Connection,
    community: CommunityId,
    whole: &WholeVoucher,
    local: Local,
) -> Result<Vec<Past>, linli_db::Error> {
    let Some(since) = whole.counted_since(local) else { return Ok(Vec::new()) };
    let of = (whole.offer.id, whole.holder.earner.household);
    confirmations::used_by_household(connection, community, of, since).await
}

/// Keeps a confirmation that a rule refused; a request that was wrong in itself is none.
///
/// # Errors
/// If the data base does not answer.
pub async fn keep_failed(
    connection: &mut Connection,
    acting: &Acting,
    (who, keys): (&Principal, &Keys),
    (presented, store, kind): (&Presented, StoreId, Kind),
) -> Result<(), Problem> {
    if kind.status() != StatusCode::CONFLICT {
        return Ok(());
    }
    let (code, voucher) = match presented {
        Presented::Code(code) => {
            (Some(code.clone()), vouchers::find_id(connection, acting.community, code).await?)
        }
        // Whoever signs nothing names nothing.
        Presented::Token(token) if keys.has_signed(token) => {
            let code = vouchers::find_code(connection, acting.community, token.voucher).await?;
            let voucher = code.is_some().then_some(token.voucher);
            (code, voucher)
        }
        Presented::Token(_) => (None, None),
    };
    let (reason, tried_at) = (kind.to_string(), acting.now);
    let failed =
        FailedConfirmation { id: acting.id(), store, cashier: who.user, code, voucher, reason, tried_at };
    confirmations::insert_failed(connection, acting.community, &failed).await?;
    Ok(())
}
