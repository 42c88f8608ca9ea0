//! Photos: what is known of them; the pictures are in the object store.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::sql_types::{Array, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{ClaimId, CommunityId, PhotoId, RewardId, UserId};
use linli_domain::photos::{Photo, PhotoOf};
use uuid::Uuid;

use crate::schema::photos;
use crate::{Connection, Result};

/// How many photos are removed in one go.
const BATCH: i64 = 100;

#[derive(Queryable, Selectable)]
#[diesel(table_name = photos, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    uploaded_by: Uuid,
    width: i32,
    height: i32,
    size_bytes: i32,
    claim_id: Option<Uuid>,
    reward_id: Option<Uuid>,
    created_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Photo {
        let claim = self.claim_id.map(|id| PhotoOf::Claim(ClaimId::new(id)));
        Photo {
            id: PhotoId::new(self.id),
            uploaded_by: UserId::new(self.uploaded_by),
            width: self.width,
            height: self.height,
            size_bytes: self.size_bytes,
            of: claim.or_else(|| self.reward_id.map(|id| PhotoOf::Reward(RewardId::new(id)))),
            created_at: self.created_at,
        }
    }
}

/// Photos that belong to nothing.
macro_rules! loose {
    () => {
        photos::claim_id.is_null().and(photos::reward_id.is_null())
    };
}

/// Announces a photo whose pictures are about to be stored: whatever becomes of them, it is known where they are. One that is
/// known stays as it is.
///
/// # Errors
/// If the data base does not answer.
pub async fn announce(connection: &mut Connection, community: CommunityId, photo: &Photo) -> Result<()> {
    let row = (
        photos::community_id.eq(community.uuid()),
        photos::id.eq(photo.id.uuid()),
        photos::uploaded_by.eq(photo.uploaded_by.uuid()),
        photos::width.eq(photo.width),
        photos::height.eq(photo.height),
        photos::size_bytes.eq(photo.size_bytes),
        photos::created_at.eq(photo.created_at),
    );
    diesel::insert_into(photos::table).values(row).on_conflict_do_nothing().execute(connection).await?;
    Ok(())
}

/// Whether a photo was announced.
///
/// # Errors
/// If the data base does not answer.
pub async fn is_known(connection: &mut Connection, community: CommunityId, id: PhotoId) -> Result<bool> {
    let known = diesel::select(exists(photos::table.find((community.uuid(), id.uuid()))));
    Ok(known.get_result(connection).await?)
}

/// The pictures of a photo that was announced are stored: from now on it is there.
///
/// # Errors
/// If the data base does not answer.
pub async fn stored(
    connection: &mut Connection,
    community: CommunityId,
    (id, at): (PhotoId, DateTime<Utc>),
) -> Result<Option<Photo>> {
    let row: Option<Row> = diesel::update(photos::table.find((community.uuid(), id.uuid())))
        .set(photos::stored_at.eq(at))
        .returning(Row::as_returning())
        .get_result(connection)
        .await
        .optional()?;
    Ok(row.map(Row::read))
}

/// How many photos somebody has uploaded that belong to nothing.
///
/// # Errors
/// If the data base does not answer.
pub async fn count_loose(connection: &mut Connection, community: CommunityId, by: UserId) -> Result<i64> {
    let theirs = photos::community_id.eq(community.uuid()).and(photos::uploaded_by.eq(by.uuid()));
    let count = photos::table.filter(theirs).filter(loose!()).count();
    Ok(count.get_result(connection).await?)
}

/// The photo with this id, once it is stored.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: PhotoId) -> Result<Option<Photo>> {
    let row: Option<Row> = photos::table
        .find((community.uuid(), id.uuid()))
        .filter(photos::stored_at.is_not_null())
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(Row::read))
}

/// Those of these photos that are stored, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[PhotoId],
) -> Result<BTreeMap<PhotoId, Photo>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = photos::table
        .filter(photos::community_id.eq(community.uuid()).and(photos::id.eq_any(ids)))
        .filter(photos::stored_at.is_not_null())
        .order(photos::id)
        .select(Row::as_select())
        .for_no_key_update()
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (PhotoId::new(row.id), row.read())).collect())
}

/// Attaches photos to a claim in this order; those that were attached before and are not among them belong to nothing then.
///
/// # Errors
/// If the data base does not answer.
pub async fn attach(
    connection: &mut Connection,
    community: CommunityId,
    claim: ClaimId,
    ids: &[PhotoId],
) -> Result<()> {
    let of_claim = photos::community_id.eq(community.uuid()).and(photos::claim_id.eq(claim.uuid()));
    diesel::update(photos::table.filter(of_claim))
        .set((photos::claim_id.eq(None::<Uuid>), photos::place.eq(None::<i16>)))
        .execute(connection)
        .await?;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let attached = "UPDATE photos SET claim_id = $2, place = x.place::smallint \
                    FROM unnest($3) WITH ORDINALITY AS x(id, place) \
                    WHERE photos.community_id = $1 AND photos.id = x.id";
    diesel::sql_query(attached)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(claim.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .execute(connection)
        .await?;
    Ok(())
}

/// Makes a photo the picture of a reward, which is locked, in place of the one it had; without one, it has none any more.
///
/// # Errors
/// If the data base does not answer.
pub async fn show_reward(
    connection: &mut Connection,
    community: CommunityId,
    (reward, photo): (RewardId, Option<PhotoId>),
) -> Result<()> {
    let before = photos::community_id.eq(community.uuid()).and(photos::reward_id.eq(reward.uuid()));
    diesel::update(photos::table.filter(before))
        .set(photos::reward_id.eq(None::<Uuid>))
        .execute(connection)
        .await?;
    if let Some(photo) = photo {
        diesel::update(photos::table.find((community.uuid(), photo.uuid())))
            .set(photos::reward_id.eq(reward.uuid()))
            .execute(connection)
            .await?;
    }
    Ok(())
}

/// The photos of claims, in their order. One statement for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_claims(
    connection: &mut Connection,
    community: CommunityId,
    claims: &[Uuid],
) -> Result<BTreeMap<Uuid, Vec<Photo>>> {
    let rows: Vec<Row> = photos::table
        .filter(photos::community_id.eq(community.uuid()).and(photos::claim_id.eq_any(claims.to_vec())))
        .order((photos::claim_id, photos::place))
        .select(Row::as_select())
        .load(connection)
        .await?;
    let mut found: BTreeMap<Uuid, Vec<Photo>> = BTreeMap::new();
    for row in rows {
        let claim = row.claim_id.unwrap_or_default();
        found.entry(claim).or_default().push(row.read());
    }
    Ok(found)
}

/// Gives up photos that were uploaded before a moment and belong to nothing, and answers some of those that were given up:
/// nobody sees them or can attach them any more, so that their pictures can be removed.
///
/// # Errors
/// If the data base does not answer.
pub async fn give_up(
    connection: &mut Connection,
    community: CommunityId,
    before: DateTime<Utc>,
) -> Result<Vec<PhotoId>> {
    let old = photos::community_id.eq(community.uuid()).and(photos::created_at.lt(before));
    let old = photos::table.filter(old.and(loose!()));
    diesel::update(old.filter(photos::stored_at.is_not_null()))
        .set(photos::stored_at.eq(None::<DateTime<Utc>>))
        .execute(connection)
        .await?;
    let given_up: Vec<Uuid> = old
        .filter(photos::stored_at.is_null())
        .order(photos::id)
        .limit(BATCH)
        .select(photos::id)
        .load(connection)
        .await?;
    Ok(given_up.into_iter().map(PhotoId::new).collect())
}

/// Forgets photos that were given up, once their pictures are removed; answers how many.
///
/// # Errors
/// If the data base does not answer.
pub async fn forget(connection: &mut Connection, community: CommunityId, ids: &[PhotoId]) -> Result<usize> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let given_up = photos::stored_at.is_null().and(loose!());
    let these = photos::community_id.eq(community.uuid()).and(photos::id.eq_any(ids)).and(given_up);
    Ok(diesel::delete(photos::table.filter(these)).execute(connection).await?)
}
