//! Who was expected at the shifts of an activity, and how often residents were absent before.

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{Array, Bool, Nullable, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Span;
use linli_domain::ids::{ActivityId, CommunityId, ResidentId, ShiftId, TransferId};
use linli_domain::no_shows::{Expected, Standing};
use uuid::Uuid;

use crate::{Connection, Result};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    shift_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    moved_up_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    checked_in_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Bool)]
    attended: bool,
}

const EXPECTED: &str = "SELECT g.resident_id, g.shift_id, s.starts_at, g.moved_up_at, g.checked_in_at, \
         a.id IS NOT NULL AS attended \
     FROM shifts s \
     JOIN signups g ON g.community_id = s.community_id AND g.shift_id = s.id AND g.state = 'signed_up' \
     JOIN residents r ON r.community_id = s.community_id AND r.id = g.resident_id AND r.state = 'active' \
     LEFT JOIN attendances a ON a.community_id = s.community_id AND a.shift_id = s.id \
         AND a.resident_id = g.resident_id \
     WHERE s.community_id = $1 AND s.activity_id = $2 AND NOT EXISTS ( \
         SELECT FROM no_shows n \
         WHERE n.community_id = s.community_id AND n.shift_id = s.id AND n.resident_id = g.resident_id \
     )";

/// Who is registered and had a place in the shifts of an activity, and was not marked for them yet; in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn expected(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<Vec<Expected>> {
    let rows: Vec<Row> = diesel::sql_query(EXPECTED)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(activity.uuid())
        .load(connection)
        .await?;
    let one = |row: Row| Expected {
        resident: ResidentId::new(row.resident_id),
        shift: ShiftId::new(row.shift_id),
        starts_at: row.starts_at,
        moved_up_at: row.moved_up_at,
        checked_in_at: row.checked_in_at,
        attended: row.attended,
    };
    Ok(rows.into_iter().map(one).collect())
}

#[derive(QueryableByName)]
struct Absence {
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
}

const ABSENT: &str = "SELECT n.resident_id, s.starts_at FROM no_shows n \
     JOIN shifts s ON s.community_id = n.community_id AND s.id = n.shift_id \
     WHERE n.community_id = $1 AND n.resident_id = ANY ($2) AND n.kind = 'absent' AND s.starts_at >= $3 \
         AND n.verdict IS DISTINCT FROM 'granted'";

/// The absences of these residents from a moment on that still count: who, and when the shift began. Whoever counts them
/// holds the residents' wallets locked.
///
/// # Errors
/// If the data base does not answer.
pub async fn absent_since(
    connection: &mut Connection,
    community: CommunityId,
    residents: &[ResidentId],
    since: DateTime<Utc>,
) -> Result<Vec<(ResidentId, DateTime<Utc>)>> {
    let residents: Vec<Uuid> = residents.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<Absence> = diesel::sql_query(ABSENT)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(residents)
        .bind::<Timestamptz, _>(since)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (ResidentId::new(row.resident_id), row.starts_at)).collect())
}

#[derive(QueryableByName)]
struct StandingRow {
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    transfer_id: Option<Uuid>,
}

const STANDING: &str = "SELECT s.starts_at, t.id AS transfer_id FROM no_shows n \
     JOIN shifts s ON s.community_id = n.community_id AND s.id = n.shift_id \
     LEFT JOIN transfers t ON t.community_id = n.community_id AND t.id = n.transfer_id AND NOT EXISTS ( \
         SELECT FROM transfers b WHERE b.community_id = t.community_id AND b.reverses_id = t.id \
             AND b.reverses_id IS NOT NULL \
     ) \
     WHERE n.community_id = $1 AND n.resident_id = $2 AND n.kind = 'absent' AND n.verdict IS DISTINCT FROM 'granted' \
         AND s.starts_at >= $3 AND s.starts_at < $4";

/// The absences of a resident that count, from one moment to before another, with the deductions that nobody has taken back; in
/// no order. Whoever counts them holds the resident's wallet locked.
///
/// # Errors
/// If the data base does not answer.
pub async fn standing(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    (from, to): Span,
) -> Result<Vec<Standing>> {
    let rows: Vec<StandingRow> = diesel::sql_query(STANDING)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(resident.uuid())
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .load(connection)
        .await?;
    let one = |row: StandingRow| Standing {
        starts_at: row.starts_at,
        transfer: row.transfer_id.map(TransferId::new),
    };
    Ok(rows.into_iter().map(one).collect())
}
