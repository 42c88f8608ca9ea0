//! Offers: stored, listed, and locked while vouchers are taken and given back.

mod columns;

pub(crate) use columns::{OfferRow, PartnerRow};

use diesel::sql_types::{Array, BigInt, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, OfferId, PartnerId};
use linli_domain::offers::{Offer, OfferState, Provider};
use linli_domain::partners::PartnerState;
use uuid::Uuid;

use self::columns::Changing;
use crate::schema::{offers, partners};
use crate::statement::{Cached, LockingOf};
use crate::{Connection, Page, Result, Slice};

/// Which offers are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of this partner.
    pub partner: Option<PartnerId>,
    /// Those in this state.
    pub state: Option<OfferState>,
    /// Besides what is on offer, only those of these partners; none for all.
    pub besides_on_offer: Option<Vec<PartnerId>>,
}

/// Offers with their partner.
macro_rules! whole_offers {
    () => {
        offers::table
            .inner_join(
                partners::table.on(partners::community_id
                    .eq(offers::community_id)
                    .and(partners::id.eq(offers::partner_id))),
            )
            .select((OfferRow::as_select(), PartnerRow::as_select()))
    };
}

/// The partner with this id, as its offers depend on it.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_provider(
    connection: &mut Connection,
    community: CommunityId,
    partner: PartnerId,
) -> Result<Option<Provider>> {
    let row: Option<PartnerRow> = partners::table
        .find((community.uuid(), partner.uuid()))
        .select(PartnerRow::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(PartnerRow::provider).transpose()
}

/// Stores a new offer.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, offer: &Offer) -> Result<()> {
    diesel::insert_into(offers::table)
        .values((
            offers::community_id.eq(community.uuid()),
            offers::id.eq(offer.id.uuid()),
            offers::partner_id.eq(offer.partner.id.uuid()),
            offers::taken.eq(offer.taken),
            offers::created_at.eq(offer.created_at),
            Changing::of(offer)?,
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Stores what has changed of an offer; what was taken of it changes with its vouchers only.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, offer: &Offer) -> Result<()> {
    diesel::update(offers::table.find((community.uuid(), offer.id.uuid())))
        .set(Changing::of(offer)?)
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes an offer, which is a draft and locked, and has no slots.
///
/// # Errors
/// If the data base does not answer, or the offer was ever open.
pub async fn delete(connection: &mut Connection, community: CommunityId, id: OfferId) -> Result<()> {
    diesel::delete(offers::table.find((community.uuid(), id.uuid()))).execute(connection).await?;
    Ok(())
}

/// The offer with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: OfferId) -> Result<Option<Offer>> {
    let found: Option<(OfferRow, PartnerRow)> = whole_offers!()
        .filter(offers::community_id.eq(community.uuid()).and(offers::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    found.map(|(offer, partner)| offer.read(partner)).transpose()
}

/// The offer with this id, locked until the transaction ends: nobody else takes a voucher of it or gives one back.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: OfferId) -> Result<Option<Offer>> {
    let query =
        whole_offers!().filter(offers::community_id.eq(community.uuid()).and(offers::id.eq(id.uuid())));
    let found: Option<(OfferRow, PartnerRow)> =
        LockingOf(query, &["offers"]).get_result(connection).await.optional()?;
    found.map(|(offer, partner)| offer.read(partner)).transpose()
}

/// Counts vouchers that were taken (1) or given back (-1, -2 …) against the quota.
///
/// # Errors
/// If the data base does not answer, or the quota does not have it.
pub async fn count_vouchers(
    connection: &mut Connection,
    community: CommunityId,
    id: OfferId,
    change: i64,
) -> Result<()> {
    let statement = diesel::update(offers::table.find((community.uuid(), id.uuid())))
        .set(offers::taken.eq(offers::taken + change));
    Cached(statement).execute(connection).await?;
    Ok(())
}

const COUNT_VOUCHERS: &str = "UPDATE offers o SET taken = o.taken + x.change FROM unnest($2, $3) AS x (id, change) \
     WHERE o.community_id = $1 AND o.id = x.id";

/// The same for many offers, each named once. They are locked in the order of their ids.
///
/// # Errors
/// If the data base does not answer, or a quota does not have it.
pub async fn count_all_vouchers(
    connection: &mut Connection,
    community: CommunityId,
    changes: &[(OfferId, i64)],
) -> Result<()> {
    let (ids, by): (Vec<Uuid>, Vec<i64>) = changes.iter().map(|(id, by)| (id.uuid(), *by)).unzip();
    if ids.len() > 1 {
        let locked = offers::table
            .filter(offers::community_id.eq(community.uuid()).and(offers::id.eq_any(&ids)))
            .order(offers::id)
            .select(offers::id)
            .for_no_key_update();
        let _: Vec<Uuid> = locked.load(connection).await?;
    }
    diesel::sql_query(COUNT_VOUCHERS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<BigInt>, _>(by)
        .execute(connection)
        .await?;
    Ok(())
}

/// The offers of a community that a filter lets through, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Offer>> {
    let mut query = whole_offers!()
        .filter(offers::community_id.eq(community.uuid()))
        .order(offers::id.desc())
        .limit(slice.probe())
        .into_boxed();
    if let Some(partner) = filter.partner {
        query = query.filter(offers::partner_id.eq(partner.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(offers::state.eq(state.to_string()));
    }
    if let Some(whole) = &filter.besides_on_offer {
        let whole: Vec<Uuid> = whole.iter().map(|partner| partner.uuid()).collect();
        let on_offer = offers::state
            .eq(OfferState::Open.to_string())
            .and(partners::state.eq(PartnerState::Active.to_string()));
        query = query.filter(on_offer.or(offers::partner_id.eq_any(whole)));
    }
    if let Some(after) = slice.after {
        query = query.filter(offers::id.lt(after));
    }
    let rows: Vec<(OfferRow, PartnerRow)> = query.load(connection).await?;
    slice.page(rows, |(offer, _)| offer.id).try_map(|(offer, partner)| offer.read(partner))
}
