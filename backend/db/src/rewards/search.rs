//! What rewards are found by as somebody types.

use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use linli_domain::names::name_keys;
use linli_domain::rewards::Reward;

use crate::schema::reward_search_keys as keys;
use crate::{Connection, Result};

const INSERT: &str = "INSERT INTO reward_search_keys (community_id, key, reward_id) \
     SELECT $1, key, $2 FROM unnest($3) AS u (key)";

/// Stores what a reward is found by, in place of what it was found by before.
pub(super) async fn replace_keys(
    connection: &mut Connection,
    community: CommunityId,
    reward: &Reward,
) -> Result<()> {
    let old = keys::community_id.eq(community.uuid()).and(keys::reward_id.eq(reward.id.uuid()));
    diesel::delete(keys::table.filter(old)).execute(connection).await?;
    let found_by: Vec<String> = name_keys(&reward.name).into_iter().collect();
    diesel::sql_query(INSERT)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(reward.id.uuid())
        .bind::<Array<Text>, _>(found_by)
        .execute(connection)
        .await?;
    Ok(())
}
