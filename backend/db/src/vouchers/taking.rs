//! Taking a voucher: what is known of the resident who wants one, and storing it.

use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, OfferId, ResidentId};
use linli_domain::vouchers::{Holder, Voucher, VoucherState};

use super::whole::HolderRow;
use crate::schema::{communities, residents, vouchers};
use crate::statement::Cached;
use crate::{Connection, Result};

/// The resident who wants a voucher of an offer, how many of it they have taken, and the community. Whoever asks has locked
/// the offer before, so that its vouchers cannot become more meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_taker(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
    offer: OfferId,
) -> Result<Option<(Holder, i64, Community)>> {
    let taken = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()))
        .filter(vouchers::offer_id.eq(offer.uuid()).and(vouchers::resident_id.eq(of.uuid())))
        .filter(vouchers::state.eq_any(VoucherState::TAKEN.map(|state| state.to_string())))
        .count()
        .single_value();
    let found: Option<(HolderRow, crate::communities::Row, Option<i64>)> = residents::table
        .inner_join(communities::table.on(communities::id.eq(residents::community_id)))
        .filter(residents::community_id.eq(community.uuid()).and(residents::id.eq(of.uuid())))
        .select((HolderRow::as_select(), crate::communities::Row::as_select(), taken))
        .first(connection)
        .await
        .optional()?;
    let Some((holder, community, taken)) = found else { return Ok(None) };
    Ok(Some((holder.read()?, taken.unwrap_or_default(), community.read()?)))
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
            vouchers::taken_at.eq(voucher.taken_at),
            vouchers::expires_at.eq(voucher.expires_at),
            vouchers::closed_at.eq(voucher.closed_at),
        ))
        .on_conflict_do_nothing();
    Ok(Cached(statement).execute(connection).await? == 1)
}
