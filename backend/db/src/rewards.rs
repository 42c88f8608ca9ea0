//! Rewards of the points supermarket, and of goods the running figures of their stock.

mod prices;
mod search;

pub use prices::{insert_price, last_price_from, prices};

use chrono::{DateTime, Utc};
use diesel::dsl::Nullable;
use diesel::sql_types::{Array, BigInt, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, PhotoId, RewardId};
use linli_domain::points::Points;
use linli_domain::rewards::{AgeGroup, Reward, RewardKind, RewardState};
use uuid::Uuid;

use crate::error::{read, unless_taken};
use crate::schema::{photos, reward_search_keys as keys, rewards};
use crate::statement::{LockingOf, beginning_with};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = rewards, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    kind: String,
    name: String,
    description: String,
    age_group: String,
    price_points: i64,
    stock: i64,
    reserved: i64,
    state: String,
    limit_per_quarter: Option<i64>,
    low_stock_at: Option<i64>,
    #[diesel(select_expression = photos::id.nullable(), select_expression_type = Nullable<photos::id>)]
    photo: Option<Uuid>,
}

/// Rewards with their pictures.
macro_rules! with_pictures {
    () => {
        rewards::table
            .left_join(
                photos::table.on(photos::community_id
                    .eq(rewards::community_id)
                    .and(photos::reward_id.eq(rewards::id.nullable()))),
            )
            .select(Row::as_select())
    };
}

impl Row {
    fn read(self) -> Result<Reward> {
        Ok(Reward {
            id: RewardId::new(self.id),
            kind: read(&self.kind)?,
            name: self.name,
            description: self.description,
            age_group: read(&self.age_group)?,
            price: Points::new(self.price_points),
            stock: self.stock,
            reserved: self.reserved,
            state: read(&self.state)?,
            limit_per_quarter: self.limit_per_quarter,
            low_stock_at: self.low_stock_at,
            photo: self.photo.map(PhotoId::new),
        })
    }
}

/// Which rewards are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those of this kind.
    pub kind: Option<RewardKind>,
    /// Those in this state.
    pub state: Option<RewardState>,
    /// Whether those off the shelf are left out, whatever else is asked for.
    pub on_shelf_only: bool,
    /// Those bought for this age group.
    pub age_group: Option<AgeGroup>,
    /// Those of which few are left, or those of which enough are.
    pub low: Option<bool>,
    /// Those with a part of this in their names, or in the pinyin initials of these.
    pub search: Option<String>,
}

/// Stores a new reward, but for its picture; answers false if its name is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    reward: &Reward,
    now: DateTime<Utc>,
) -> Result<bool> {
    let inserted = diesel::insert_into(rewards::table)
        .values((
            rewards::community_id.eq(community.uuid()),
            rewards::id.eq(reward.id.uuid()),
            rewards::kind.eq(reward.kind.to_string()),
            rewards::name.eq(&reward.name),
            rewards::description.eq(&reward.description),
            rewards::age_group.eq(reward.age_group.to_string()),
            rewards::price_points.eq(reward.price.get()),
            rewards::stock.eq(reward.stock),
            rewards::reserved.eq(reward.reserved),
            rewards::state.eq(reward.state.to_string()),
            rewards::limit_per_quarter.eq(reward.limit_per_quarter),
            rewards::low_stock_at.eq(reward.low_stock_at),
            rewards::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    if inserted == 1 {
        search::replace_keys(connection, community, reward).await?;
    }
    Ok(inserted == 1)
}

/// Stores what the desk has changed of a reward, not its stock or picture; answers false if the name is taken, and then the
/// transaction can only be rolled back (an UPDATE has no ON CONFLICT).
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, reward: &Reward) -> Result<bool> {
    let updated = diesel::update(rewards::table.find((community.uuid(), reward.id.uuid())))
        .set((
            rewards::name.eq(&reward.name),
            rewards::description.eq(&reward.description),
            rewards::age_group.eq(reward.age_group.to_string()),
            rewards::price_points.eq(reward.price.get()),
            rewards::state.eq(reward.state.to_string()),
            rewards::limit_per_quarter.eq(reward.limit_per_quarter),
            rewards::low_stock_at.eq(reward.low_stock_at),
        ))
        .execute(connection)
        .await;
    let stored = unless_taken(updated)?;
    if stored {
        search::replace_keys(connection, community, reward).await?;
    }
    Ok(stored)
}

/// The reward with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: RewardId,
) -> Result<Option<Reward>> {
    let row: Option<Row> = with_pictures!()
        .filter(rewards::community_id.eq(community.uuid()).and(rewards::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The reward with this id, locked until the transaction ends. It is read once it is locked, so that its picture is the one it
/// has by then.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: RewardId,
) -> Result<Option<Reward>> {
    let locked: Option<Uuid> = rewards::table
        .find((community.uuid(), id.uuid()))
        .select(rewards::id)
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    match locked {
        Some(_) => find(connection, community, id).await,
        None => Ok(None),
    }
}

/// Those of these rewards that exist, locked in the order of their ids until the transaction ends: two orders of the
/// same rewards wait for one another and never cross. Their pictures are those of before.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[RewardId],
) -> Result<Vec<Reward>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let query = with_pictures!()
        .filter(rewards::community_id.eq(community.uuid()).and(rewards::id.eq_any(ids)))
        .order(rewards::id);
    let rows: Vec<Row> = LockingOf(query, &["rewards"]).load(connection).await?;
    rows.into_iter().map(Row::read).collect()
}

const CHANGE_STOCK: &str = "UPDATE rewards r SET stock = r.stock + x.by FROM unnest($2, $3) AS x (id, by) \
     WHERE r.community_id = $1 AND r.id = x.id";

const CHANGE_RESERVED: &str = "UPDATE rewards r SET reserved = r.reserved + x.by FROM unnest($2, $3) AS x (id, by) \
     WHERE r.community_id = $1 AND r.id = x.id";

/// Changes the stock of locked rewards, each named once, by so many. One statement for all.
///
/// # Errors
/// If the data base does not answer, or fewer would be left than are reserved.
pub async fn change_all_stock(
    connection: &mut Connection,
    community: CommunityId,
    changes: &[(RewardId, i64)],
) -> Result<()> {
    change_all(connection, CHANGE_STOCK, community, changes).await
}

/// Changes by so many what is promised of locked rewards, each named once. One statement for all.
///
/// # Errors
/// If the data base does not answer, or it would be less than none or more than there are.
pub async fn change_all_reserved(
    connection: &mut Connection,
    community: CommunityId,
    changes: &[(RewardId, i64)],
) -> Result<()> {
    change_all(connection, CHANGE_RESERVED, community, changes).await
}

async fn change_all(
    connection: &mut Connection,
    statement: &str,
    community: CommunityId,
    changes: &[(RewardId, i64)],
) -> Result<()> {
    let (ids, by): (Vec<Uuid>, Vec<i64>) = changes.iter().map(|(id, by)| (id.uuid(), *by)).unzip();
    diesel::sql_query(statement)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<BigInt>, _>(by)
        .execute(connection)
        .await?;
    Ok(())
}

/// The rewards of a community that a filter lets through, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Reward>> {
    let mut query = with_pictures!()
        .filter(rewards::community_id.eq(community.uuid()))
        .filter(rewards::id.gt(slice.after.unwrap_or_default()))
        .order(rewards::id)
        .limit(slice.probe())
        .into_boxed();
    if let Some(search) = &filter.search {
        let (first, after) = beginning_with(search);
        let found = keys::community_id.eq(community.uuid()).and(keys::key.ge(first)).and(keys::key.lt(after));
        query = query.filter(rewards::id.eq_any(keys::table.filter(found).select(keys::reward_id)));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(rewards::kind.eq(kind.to_string()));
    }
    if let Some(state) = filter.state {
        query = query.filter(rewards::state.eq(state.to_string()));
    }
    if filter.on_shelf_only {
        query = query.filter(rewards::state.eq(RewardState::OnShelf.to_string()));
    }
    if let Some(age_group) = filter.age_group {
        query = query.filter(rewards::age_group.eq(age_group.to_string()));
    }
    let kept = rewards::low_stock_at + rewards::reserved.nullable();
    let stock = rewards::stock.nullable();
    match filter.low {
        Some(true) => query = query.filter(kept.ge(stock)),
        Some(false) => query = query.filter(kept.is_null().or(kept.lt(stock))),
        None => {}
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
