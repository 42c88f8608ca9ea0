//! Taking a voucher: what is known of the resident who wants one, and storing it.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::communities::Community;
use linli_domain::ids::{CommunityId, HouseholdId, OfferId, ResidentId, SlotId};
use linli_domain::offers::{Offer, Past};
use linli_domain::vouchers::{Holder, Voucher};
use uuid::Uuid;

use super::parts::teams_of;
use super::whole::HolderRow;
use crate::error::to_json;
use crate::schema::{communities, households, residents, vouchers};
use crate::statement::{Cached, CountOf};
use crate::{Connection, Result};

/// Vouchers that count against quotas, seats and limits: not used and held, or used at least once.
macro_rules! counted {
    () => {
        vouchers::state
            .eq_any(linli_domain::vouchers::VoucherState::UNUSED.map(|state| state.to_string()))
            .or(vouchers::used.gt(0))
    };
}
pub(crate) use counted;

/// The resident who wants a voucher of an offer, how many of it they have taken, and the community. Whoever asks has locked
/// the offer before, so that its vouchers cannot become more meanwhile.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_taker(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
    offer: &Offer,
) -> Result<Option<(Holder, i64, Community)>> {
    let taken = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()))
        .filter(vouchers::offer_id.eq(offer.id.uuid()).and(vouchers::resident_id.eq(of.uuid())))
        .filter(counted!())
        .count()
        .single_value();
    let found: Option<(HolderRow, crate::communities::Row, Option<i64>)> = residents::table
        .inner_join(communities::table.on(communities::id.eq(residents::community_id)))
        .inner_join(
            households::table.on(households::community_id
                .eq(residents::community_id)
                .and(households::id.eq(residents::household_id))),
        )
        .filter(residents::community_id.eq(community.uuid()).and(residents::id.eq(of.uuid())))
        .select((HolderRow::as_select(), crate::communities::Row::as_select(), taken))
        .first(connection)
        .await
        .optional()?;
    let Some((holder, community, taken)) = found else { return Ok(None) };
    let (mut holder, community) = (holder.read()?, community.read()?);
    if !offer.conditions.eligibility.teams.is_empty() {
        holder.earner.teams = teams_of(connection, community.id, of).await?;
    }
    Ok(Some((holder, taken.unwrap_or_default(), community)))
}

/// When those who are registered in a household took vouchers of an offer, given back ones aside, since a moment. Whoever
/// asks has locked the offer.
///
/// # Errors
/// If the data base does not answer.
pub async fn taken_by_household(
    connection: &mut Connection,
    community: CommunityId,
    (offer, household): (OfferId, HouseholdId),
    since: DateTime<Utc>,
) -> Result<Vec<Past>> {
    let rows: Vec<(Uuid, DateTime<Utc>)> = vouchers::table
        .inner_join(residents::table.on(
            residents::community_id.eq(vouchers::community_id).and(residents::id.eq(vouchers::resident_id)),
        ))
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::offer_id.eq(offer.uuid())))
        .filter(residents::household_id.eq(household.uuid()).and(vouchers::taken_at.ge(since)))
        .filter(counted!())
        .select((vouchers::resident_id, vouchers::taken_at))
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|(resident, at)| Past { resident: ResidentId::new(resident), at }).collect())
}

/// How many vouchers of an offer were taken since a moment, given back ones aside; no more are counted than `most`. Whoever
/// asks has locked the offer.
///
/// # Errors
/// If the data base does not answer.
pub async fn taken_since(
    connection: &mut Connection,
    community: CommunityId,
    (offer, since): (OfferId, DateTime<Utc>),
    most: i64,
) -> Result<i64> {
    let taken = vouchers::table
        .filter(vouchers::community_id.eq(community.uuid()).and(vouchers::offer_id.eq(offer.uuid())))
        .filter(vouchers::taken_at.ge(since))
        .filter(counted!())
        .select(vouchers::id)
        .limit(most);
    Ok(CountOf(taken).get_result(connection).await?)
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
            vouchers::conditions.eq(to_json(&voucher.conditions)?),
            vouchers::uses.eq(voucher.uses),
            vouchers::used.eq(voucher.used),
            vouchers::slot_id.eq(voucher.slot.map(SlotId::uuid)),
        ))
        .on_conflict_do_nothing();
    Ok(Cached(statement).execute(connection).await? == 1)
}
