//! How much waits for somebody at the desk, in one statement.

use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Bool, Date, Nullable, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::CommunityId;
use linli_domain::waiting::{AtDesk, Waiting};

use crate::{Connection, Result};

/// What waits is few, and each kind has an index that finds it: states stand in the text and are no parameters.
const WAITING: &str = "SELECT \
         (SELECT count(*) FROM claims WHERE community_id = $1 AND state IN ('submitted', 'appealed')) AS claims, \
         (SELECT count(*) FROM memberships WHERE community_id = $1 AND state = 'requested') AS memberships, \
         (SELECT count(*) FROM activities WHERE community_id = $1 AND state = 'draft') AS activities, \
         (SELECT count(*) FROM activities WHERE community_id = $1 AND state = 'closed') AS rosters, \
         (SELECT count(*) FROM pacts WHERE community_id = $1 AND month = $2 AND settled_at IS NULL) AS pacts, \
         (SELECT count(*) FROM no_shows \
          WHERE community_id = $1 AND appealed_at IS NOT NULL AND decided_at IS NULL) AS no_shows, \
         desk.* \
     FROM (SELECT $3 AS is_desk) AS who LEFT JOIN LATERAL (SELECT \
         (SELECT count(*) FROM adjustments WHERE community_id = $1 AND state = 'proposed') AS adjustments, \
         (SELECT count(*) FROM statements WHERE community_id = $1 AND state = 'disputed') AS statements, \
         (SELECT count(*) FROM signals WHERE community_id = $1 AND outcome IS NULL) AS signals, \
         (SELECT count(*) FROM orders WHERE community_id = $1 AND state = 'held') AS orders_held, \
         (SELECT count(*) FROM orders WHERE community_id = $1 AND state = 'ready') AS orders_ready \
     ) AS desk ON who.is_desk";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    claims: i64,
    #[diesel(sql_type = BigInt)]
    memberships: i64,
    #[diesel(sql_type = BigInt)]
    activities: i64,
    #[diesel(sql_type = BigInt)]
    rosters: i64,
    #[diesel(sql_type = BigInt)]
    pacts: i64,
    #[diesel(sql_type = BigInt)]
    no_shows: i64,
    #[diesel(embed)]
    desk: DeskRow,
}

#[derive(QueryableByName)]
struct DeskRow {
    #[diesel(sql_type = Nullable<BigInt>)]
    adjustments: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    statements: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    signals: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    orders_held: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    orders_ready: Option<i64>,
}

impl DeskRow {
    fn read(self) -> Option<AtDesk> {
        Some(AtDesk {
            adjustments: self.adjustments?,
            statements: self.statements?,
            signals: self.signals?,
            orders_held: self.orders_held?,
            orders_ready: self.orders_ready?,
        })
    }
}

/// How many things wait, pacts among them those of `month`; the desk's own only for the desk.
///
/// # Errors
/// If the data base does not answer.
pub async fn count(
    connection: &mut Connection,
    community: CommunityId,
    (month, is_desk): (Month, bool),
) -> Result<Waiting> {
    let row: Row = diesel::sql_query(WAITING)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Date, _>(month.first_day())
        .bind::<Bool, _>(is_desk)
        .get_result(connection)
        .await?;
    Ok(Waiting {
        claims: row.claims,
        memberships: row.memberships,
        activities: row.activities,
        rosters: row.rosters,
        pacts: row.pacts,
        no_shows: row.no_shows,
        desk: row.desk.read(),
    })
}
