//! Recomputing everything that is kept as a running figure from the rows behind it.

use diesel::sql_types::{BigInt, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use linli_domain::verifications::Drift;
use uuid::Uuid;

use crate::{Connection, Result, seals};

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    figure: String,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = BigInt)]
    stored: i64,
    #[diesel(sql_type = BigInt)]
    computed: i64,
}

#[derive(diesel::QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

impl Row {
    fn read(self) -> Drift {
        Drift { figure: self.figure, id: self.id, stored: self.stored, computed: self.computed }
    }
}

/// Recomputes the balances, holds, stock, quotas, places and seals of a community; answers what differs.
///
/// # Errors
/// If the data base does not answer.
pub async fn verify(connection: &mut Connection, community: CommunityId) -> Result<Vec<Drift>> {
    let rows: Vec<Row> = diesel::sql_query(include_str!("verify.sql"))
        .bind::<SqlUuid, _>(community.uuid())
        .load(connection)
        .await?;
    let mut drift: Vec<Drift> = rows.into_iter().map(Row::read).collect();
    drift.extend(seals::verify(connection, community).await?);
    Ok(drift)
}

/// How many rows of a community [`verify`] looks at.
///
/// # Errors
/// If the data base does not answer.
pub async fn rows(connection: &mut Connection, community: CommunityId) -> Result<i64> {
    let counted: Counted = diesel::sql_query(include_str!("rows.sql"))
        .bind::<SqlUuid, _>(community.uuid())
        .get_result(connection)
        .await?;
    Ok(counted.rows)
}
