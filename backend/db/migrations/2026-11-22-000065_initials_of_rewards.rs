//! Migration 65: rewards from before migration 60 are found by their pinyin initials too, which PostgreSQL cannot work out.

use std::fmt;

use diesel::connection::BoxableConnection;
use diesel::migration::{Migration, MigrationMetadata, MigrationName, MigrationVersion, Result};
use diesel::pg::Pg;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use linli_domain::names::name_keys;
use uuid::Uuid;

use crate::Connection;

/// Adds their initials to what rewards are found by.
pub(super) struct InitialsOfRewards;

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = SqlUuid)]
    community_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
}

const INSERT: &str = "INSERT INTO reward_search_keys (community_id, key, reward_id) \
     SELECT community, key, reward FROM unnest($1, $2, $3) AS u (community, key, reward) ON CONFLICT DO NOTHING";

impl Migration<Pg> for InitialsOfRewards {
    fn run(&self, connection: &mut dyn BoxableConnection<Pg>) -> Result<()> {
        let connection = connection.downcast_mut::<AsyncConnectionWrapper<Connection>>();
        let connection = connection.ok_or("a connection that this program does not migrate with")?;
        let rewards: Vec<Named> = sql_query("SELECT community_id, id, name FROM rewards").load(connection)?;
        let keys = rewards.iter().flat_map(|reward| {
            name_keys(&reward.name).into_iter().map(|key| (reward.community_id, (key, reward.id)))
        });
        let (communities, (keys, ids)): (Vec<Uuid>, (Vec<String>, Vec<Uuid>)) = keys.unzip();
        sql_query(INSERT)
            .bind::<Array<SqlUuid>, _>(communities)
            .bind::<Array<Text>, _>(keys)
            .bind::<Array<SqlUuid>, _>(ids)
            .execute(connection)?;
        Ok(())
    }

    fn revert(&self, _: &mut dyn BoxableConnection<Pg>) -> Result<()> {
        Err("migrations go forward only".into())
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        self
    }
}

impl MigrationMetadata for InitialsOfRewards {}

impl MigrationName for InitialsOfRewards {
    fn version(&self) -> MigrationVersion<'_> {
        MigrationVersion::from("20261122000065")
    }
}

impl fmt::Display for InitialsOfRewards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("2026-11-22-000065_initials_of_rewards")
    }
}
