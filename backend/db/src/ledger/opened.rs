//! Opening balances that stand.

use std::collections::BTreeSet;

use diesel::QueryableByName;
use diesel::sql_types::{Array, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId};
use uuid::Uuid;

use crate::{Connection, Result};

const OPENED: &str = "SELECT a.owner_id FROM accounts a \
     JOIN transfers t ON t.community_id = $1 AND t.credit_account_id = a.id AND t.code = 'opening' \
     WHERE a.community_id = $1 AND a.kind = 'wallet' AND a.owner_id = ANY ($2) AND NOT EXISTS ( \
         SELECT 1 FROM transfers r \
         WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL \
     )";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    owner_id: Uuid,
}

/// Which of these residents have an opening balance that was not reversed.
///
/// # Errors
/// If the data base does not answer.
pub async fn opened(
    connection: &mut Connection,
    community: CommunityId,
    of: impl IntoIterator<Item = ResidentId>,
) -> Result<BTreeSet<ResidentId>> {
    let owners: Vec<Uuid> = of.into_iter().map(ResidentId::uuid).collect();
    let rows: Vec<Row> = diesel::sql_query(OPENED)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(owners)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| ResidentId::new(row.owner_id)).collect())
}
