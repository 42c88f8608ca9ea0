//! Recomputing everything that is kept as a running figure from the rows behind it.

use diesel::sql_types::{BigInt, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use uuid::Uuid;

use crate::{Connection, Result};

/// A figure that is not what its rows say.
#[derive(Debug, Clone, PartialEq, Eq, diesel::QueryableByName)]
pub struct Drift {
    /// Which figure, e.g. `wallet.posted`.
    #[diesel(sql_type = Text)]
    pub figure: String,
    /// Of which row.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// What is stored.
    #[diesel(sql_type = BigInt)]
    pub stored: i64,
    /// What the rows add up to.
    #[diesel(sql_type = BigInt)]
    pub computed: i64,
}

/// Recomputes the balances, holds, stock, quotas and places of a community; answers what differs.
///
/// # Errors
/// If the data base does not answer.
pub async fn verify(connection: &mut Connection, community: CommunityId) -> Result<Vec<Drift>> {
    let drift = diesel::sql_query(include_str!("verify.sql"))
        .bind::<SqlUuid, _>(community.uuid())
        .load(connection)
        .await?;
    Ok(drift)
}
