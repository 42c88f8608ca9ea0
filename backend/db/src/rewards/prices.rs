//! What rewards have cost: written once, never changed.

use chrono::{DateTime, Utc};
use diesel::dsl::max;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, RewardId, RewardPriceId, UserId};
use linli_domain::points::Points;
use linli_domain::rewards::RewardPrice;
use uuid::Uuid;

use crate::schema::{reward_prices, users};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = reward_prices, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    reward_id: Uuid,
    points: i64,
    from_at: DateTime<Utc>,
    actor_id: Option<Uuid>,
}

impl Row {
    fn read(self) -> RewardPrice {
        RewardPrice {
            id: RewardPriceId::new(self.id),
            reward: RewardId::new(self.reward_id),
            points: Points::new(self.points),
            from: self.from_at,
            actor: self.actor_id.map(UserId::new),
        }
    }
}

/// Stores what a reward costs from now on; the reward's own figure is changed beside.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_price(
    connection: &mut Connection,
    community: CommunityId,
    price: &RewardPrice,
) -> Result<()> {
    let row = Row {
        community_id: community.uuid(),
        id: price.id.uuid(),
        reward_id: price.reward.uuid(),
        points: price.points.get(),
        from_at: price.from,
        actor_id: price.actor.map(UserId::uuid),
    };
    diesel::insert_into(reward_prices::table).values(row).execute(connection).await?;
    Ok(())
}

/// Since when the last price of a reward holds; none if it has none yet. Whoever asks has locked the reward.
///
/// # Errors
/// If the data base does not answer.
pub async fn last_price_from(
    connection: &mut Connection,
    community: CommunityId,
    of: RewardId,
) -> Result<Option<DateTime<Utc>>> {
    let last = reward_prices::table
        .filter(reward_prices::community_id.eq(community.uuid()).and(reward_prices::reward_id.eq(of.uuid())))
        .select(max(reward_prices::from_at))
        .first(connection)
        .await?;
    Ok(last)
}

/// The prices of a reward with the name of whoever set each, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn prices(
    connection: &mut Connection,
    community: CommunityId,
    of: RewardId,
    slice: &Slice,
) -> Result<Page<(RewardPrice, Option<String>)>> {
    let by = users::community_id
        .eq(reward_prices::community_id)
        .and(users::id.nullable().eq(reward_prices::actor_id));
    let mut query = reward_prices::table
        .left_join(users::table.on(by))
        .filter(reward_prices::community_id.eq(community.uuid()))
        .filter(reward_prices::reward_id.eq(of.uuid()))
        .order(reward_prices::id.desc())
        .limit(slice.probe())
        .select((Row::as_select(), users::name.nullable()))
        .into_boxed();
    if let Some(after) = slice.after {
        query = query.filter(reward_prices::id.lt(after));
    }
    let rows: Vec<(Row, Option<String>)> = query.load(connection).await?;
    slice.page(rows, |(row, _)| row.id).try_map(|(row, name)| Ok((row.read(), name)))
}
