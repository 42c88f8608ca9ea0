//! What has become of imported residents, and taking those back of whom nothing has.

use diesel::QueryableByName;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, ImportId, ResidentId};
use linli_domain::residents::ResidentState;
use uuid::Uuid;

use crate::error::read;
use crate::schema::residents;
use crate::{Connection, Result};

/// A resident who came by an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Who.
    pub id: ResidentId,
    /// The name.
    pub name: String,
    /// Where the resident stands.
    pub state: ResidentState,
}

/// The residents who came by an import, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_import(
    connection: &mut Connection,
    community: CommunityId,
    import: ImportId,
) -> Result<Vec<Imported>> {
    let rows: Vec<(Uuid, String, String)> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::import_id.eq(import.uuid())))
        .order(residents::id)
        .select((residents::id, residents::name, residents::state))
        .for_no_key_update()
        .load(connection)
        .await?;
    let one = |(id, name, state): (Uuid, String, String)| {
        Ok(Imported { id: ResidentId::new(id), name, state: read(&state)? })
    };
    rows.into_iter().map(one).collect()
}

/// The tables in which a resident has a history who stands there; a test holds the list against the tables that name
/// residents.
pub const LOOKED_AT: [(&str, &str); 15] = [
    ("adjustments", "resident_id"),
    ("attendances", "resident_id"),
    ("buildings", "block_head_id"),
    ("claims", "beneficiary_id"),
    ("claims", "resident_id"),
    ("households", "representative_id"),
    ("memberships", "resident_id"),
    ("no_shows", "resident_id"),
    ("orders", "resident_id"),
    ("pact_marks", "on_behalf_of"),
    ("pact_marks", "resident_id"),
    ("signups", "resident_id"),
    ("users", "resident_id"),
    ("vouchers", "resident_id"),
    ("wish_ballots", "resident_id"),
];

/// Those of an import.
const MINE: &str =
    "WITH mine AS MATERIALIZED (SELECT id FROM residents WHERE community_id = $1 AND import_id = $2)";

/// Those whose wallets have moved otherwise than by what was taken back since.
const MOVED: &str = "SELECT a.owner_id FROM mine m \
     JOIN accounts a ON a.community_id = $1 AND a.owner_id = m.id AND a.kind = 'wallet' \
     JOIN transfers t ON t.community_id = $1 AND t.{side}_account_id = a.id \
     WHERE t.reverses_id IS NULL AND NOT EXISTS ( \
         SELECT 1 FROM transfers u \
         WHERE u.community_id = $1 AND u.reverses_id = t.id AND u.reverses_id IS NOT NULL \
     )";

fn query() -> String {
    let stands_in = |(table, column): &(&str, &str)| {
        format!("SELECT m.id FROM {table} x JOIN mine m ON m.id = x.{column} WHERE x.community_id = $1")
    };
    let all: Vec<String> = LOOKED_AT.iter().map(stands_in).collect();
    let (debit, credit) = (MOVED.replace("{side}", "debit"), MOVED.replace("{side}", "credit"));
    format!("{MINE} {} UNION {debit} UNION {credit} ORDER BY id", all.join(" UNION "))
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

/// Those who came by an import and have a history by now.
///
/// # Errors
/// If the data base does not answer.
pub async fn with_history(
    connection: &mut Connection,
    community: CommunityId,
    import: ImportId,
) -> Result<Vec<ResidentId>> {
    let rows: Vec<Id> = diesel::sql_query(query())
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(import.uuid())
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| ResidentId::new(row.id)).collect())
}

const MOVE_OUT: &str = "UPDATE residents r SET state = 'moved_out', card_code = u.card \
     FROM unnest($2, $3) AS u (id, card) WHERE r.community_id = $1 AND r.id = u.id";

const FORGET_CARDS: &str = "DELETE FROM resident_search_keys k USING residents r \
     WHERE k.community_id = $1 AND r.community_id = $1 AND r.id = k.resident_id AND r.id = ANY ($2) \
       AND k.key = lower(r.card_code)";

const FIND_BY_CARD: &str = "INSERT INTO resident_search_keys (community_id, key, resident_id) \
     SELECT $1, lower(u.card), u.id FROM unnest($2, $3) AS u (id, card)";

/// Residents move out, and get other cards: what is printed on the old ones is free for others.
///
/// # Errors
/// If the data base does not answer.
pub async fn move_out(
    connection: &mut Connection,
    community: CommunityId,
    who: &[(ResidentId, Code)],
) -> Result<()> {
    let ids: Vec<Uuid> = who.iter().map(|(id, _)| id.uuid()).collect();
    let cards: Vec<&str> = who.iter().map(|(_, card)| card.as_str()).collect();
    diesel::sql_query(FORGET_CARDS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(&ids)
        .execute(connection)
        .await?;
    for statement in [MOVE_OUT, FIND_BY_CARD] {
        diesel::sql_query(statement)
            .bind::<SqlUuid, _>(community.uuid())
            .bind::<Array<SqlUuid>, _>(&ids)
            .bind::<Array<Text>, _>(&cards)
            .execute(connection)
            .await?;
    }
    Ok(())
}
