//! Taking a voucher: what is known of the resident who wants one, and storing it.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, HoldId, OfferId, ResidentId};
use linli_domain::ledger::Wallet;
use linli_domain::points::Points;
use linli_domain::vouchers::{Taker, Voucher, VoucherState};

use super::whole::HolderRow;
use crate::ledger::WALLET;
use crate::schema::{accounts, communities, residents, vouchers};
use crate::statement::{Cached, LockingOf};
use crate::{Connection, Result};

/// What is known of a resident who wants a voucher of an offer, with the wallet locked until the transaction ends.
/// Whoever asks has locked the offer before, so that its vouchers cannot become more meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_taker(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
    offer: OfferId,
) -> Result<Option<(Taker, Community)>> {
    let taken = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()))
        .filter(vouchers::offer_id.eq(offer.uuid()).and(vouchers::resident_id.eq(of.uuid())))
        .filter(vouchers::state.eq_any(VoucherState::TAKEN.map(|state| state.to_string())))
        .count()
        .single_value();
    let query =
        accounts::table
            .inner_join(residents::table.on(
                residents::community_id.eq(accounts::community_id).and(residents::id.eq(accounts::owner_id)),
            ))
            .inner_join(communities::table.on(communities::id.eq(accounts::community_id)))
            .filter(accounts::community_id.eq(community.uuid()))
            .filter(accounts::owner_id.eq(of.uuid()).and(accounts::kind.eq(WALLET)))
            .select((
                HolderRow::as_select(),
                crate::communities::Row::as_select(),
                accounts::posted,
                accounts::held,
                taken,
            ));
    let found: Option<(HolderRow, crate::communities::Row, i64, i64, Option<i64>)> =
        LockingOf(query, &["accounts"]).get_result(connection).await.optional()?;
    let Some((holder, community, posted, held, taken)) = found else { return Ok(None) };
    let wallet = Wallet { posted: Points::new(posted), held: Points::new(held) };
    let taker = Taker { holder: holder.read()?, wallet, taken: taken.unwrap_or_default() };
    Ok(Some((taker, community.read()?)))
}

/// Stores a new voucher; answers false if its code is in use.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, voucher: &Voucher) -> Result<bool> {
    let statement = diesel::insert_into(vouchers::table)
        .values((
            vouchers::community_id.eq(community.uuid()),
            vouchers::id.eq(voucher.id.uuid()),
            vouchers::offer_id.eq(voucher.offer.uuid()),
            vouchers::resident_id.eq(voucher.resident.uuid()),
            vouchers::code.eq(voucher.code.as_str()),
            vouchers::state.eq(voucher.state.to_string()),
            vouchers::price_points.eq(voucher.price.get()),
            vouchers::hold_id.eq(voucher.hold.map(HoldId::uuid)),
            vouchers::taken_at.eq(voucher.taken_at),
            vouchers::expires_at.eq(voucher.expires_at),
            vouchers::closed_at.eq(voucher.closed_at),
        ))
        .on_conflict_do_nothing();
    Ok(Cached(statement).execute(connection).await? == 1)
}
