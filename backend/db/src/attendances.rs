//! Attendances: who came to a shift, replaced as a whole until the activity is settled.

use chrono::{DateTime, Utc};
use diesel::dsl::sum;
use diesel::sql_types::{Array, Bool, Integer, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, QueryableByName, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{ActivityState, Attended, Outcome, Settled, Shift};
use linli_domain::ids::{ActivityId, AttendanceId, CommunityId, ResidentId, ShiftId, TransferId, UserId};
use linli_domain::signups::MinutesFrom;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{read, to_json};
use crate::schema::{activities, attendances, shifts};
use crate::shifts::Row as ShiftRow;
use crate::{Connection, Result};

/// An attendance that is to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewAttendance {
    /// Its identifier.
    pub id: AttendanceId,
    /// Who attended.
    pub resident: ResidentId,
    /// For how many minutes.
    pub minutes: i32,
    /// Where they come from.
    pub source: MinutesFrom,
    /// Whether it was done under hardship 艰苦条件.
    pub hardship: bool,
    /// Who writes it into the roster.
    pub recorded_by: UserId,
}

/// An attendance of a shift.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// Its identifier.
    pub id: AttendanceId,
    /// The shift.
    pub shift: ShiftId,
    /// Who attended.
    pub resident: ResidentId,
    /// For how many minutes.
    pub minutes: i32,
    /// Where they come from.
    pub source: MinutesFrom,
    /// Whether it was done under hardship 艰苦条件.
    pub hardship: bool,
}

/// Stores the roster of a shift in place of the one before.
///
/// # Errors
/// If the data base does not answer.
pub async fn replace(
    connection: &mut Connection,
    community: CommunityId,
    shift: ShiftId,
    roster: &[NewAttendance],
    now: DateTime<Utc>,
) -> Result<()> {
    let before = attendances::community_id.eq(community.uuid()).and(attendances::shift_id.eq(shift.uuid()));
    diesel::delete(attendances::table.filter(before)).execute(connection).await?;
    let rows: Vec<_> = roster
        .iter()
        .map(|attendance| {
            (
                attendances::community_id.eq(community.uuid()),
                attendances::id.eq(attendance.id.uuid()),
                attendances::shift_id.eq(shift.uuid()),
                attendances::resident_id.eq(attendance.resident.uuid()),
                attendances::minutes.eq(attendance.minutes),
                attendances::source.eq(attendance.source.to_string()),
                attendances::hardship.eq(attendance.hardship),
                attendances::recorded_at.eq(now),
                attendances::recorded_by.eq(attendance.recorded_by.uuid()),
            )
        })
        .collect();
    diesel::insert_into(attendances::table).values(rows).execute(connection).await?;
    Ok(())
}

/// The attendances of the shifts of an activity, in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_activity(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<Vec<Attendance>> {
    let rows: Vec<(Uuid, Uuid, Uuid, i32, String, bool)> =
        attendances::table
            .inner_join(shifts::table.on(
                shifts::community_id.eq(attendances::community_id).and(shifts::id.eq(attendances::shift_id)),
            ))
            .filter(attendances::community_id.eq(community.uuid()))
            .filter(shifts::activity_id.eq(activity.uuid()))
            .select((
                attendances::id,
                attendances::shift_id,
                attendances::resident_id,
                attendances::minutes,
                attendances::source,
                attendances::hardship,
            ))
            .load(connection)
            .await?;
    let attendance = |(id, shift, resident, minutes, source, hardship): (_, _, _, _, String, _)| {
        Ok(Attendance {
            id: AttendanceId::new(id),
            shift: ShiftId::new(shift),
            resident: ResidentId::new(resident),
            minutes,
            source: read(&source)?,
            hardship,
        })
    };
    rows.into_iter().map(attendance).collect()
}

/// Who is recorded, and for which shift.
type OverlapRow = (Uuid, ShiftRow);

/// What is recorded for these residents in other shifts that have time in common with this one, in whichever activity, as long
/// as that was not called off. Whoever asks holds the residents locked.
///
/// # Errors
/// If the data base does not answer.
pub async fn overlapping(
    connection: &mut Connection,
    community: CommunityId,
    residents: &[ResidentId],
    shift: &Shift,
) -> Result<Vec<(ResidentId, Shift)>> {
    let residents: Vec<Uuid> = residents.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<OverlapRow> =
        attendances::table
            .inner_join(shifts::table.on(
                shifts::community_id.eq(attendances::community_id).and(shifts::id.eq(attendances::shift_id)),
            ))
            .inner_join(activities::table.on(
                activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id)),
            ))
            .filter(attendances::community_id.eq(community.uuid()))
            .filter(attendances::resident_id.eq_any(residents).and(shifts::id.ne(shift.id.uuid())))
            .filter(shifts::starts_at.lt(shift.ends_at).and(shifts::ends_at.gt(shift.starts_at)))
            .filter(activities::state.ne(ActivityState::Cancelled.to_string()))
            .order((shifts::starts_at, shifts::id))
            .select((attendances::resident_id, ShiftRow::as_select()))
            .load(connection)
            .await?;
    Ok(rows.into_iter().map(|(resident, shift)| (ResidentId::new(resident), shift.read())).collect())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    came_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Integer)]
    minutes: i32,
    #[diesel(sql_type = Bool)]
    hardship: bool,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    recorded_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    checked_in_by: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    checked_out_by: Option<Uuid>,
}

const TO_SETTLE: &str = "SELECT a.id, s.starts_at, a.resident_id, r.state, a.minutes, a.hardship, a.recorded_by, \
         CASE WHEN a.source = 'automatic' THEN g.checked_in_at END AS came_at, g.checked_in_by, g.checked_out_by \
     FROM shifts s \
     JOIN attendances a ON a.community_id = s.community_id AND a.shift_id = s.id \
     JOIN residents r ON r.community_id = s.community_id AND r.id = a.resident_id \
     LEFT JOIN signups g ON g.community_id = s.community_id AND g.shift_id = s.id AND g.resident_id = a.resident_id \
         AND g.state = 'signed_up' \
     WHERE s.community_id = $1 AND s.activity_id = $2 \
     ORDER BY s.starts_at, a.id";

/// Keeps everybody in the roster of an activity from changing until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn share_people(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<()> {
    let there = of_activity(connection, community, activity).await?;
    let people: Vec<ResidentId> = there.iter().map(|one| one.resident).collect();
    crate::residents::share_all(connection, community, &people).await?;
    Ok(())
}

/// The roster of an activity as its settlement needs it.
///
/// # Errors
/// If the data base does not answer.
pub async fn to_settle(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<Vec<Attended>> {
    let rows: Vec<Row> = diesel::sql_query(TO_SETTLE)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(activity.uuid())
        .load(connection)
        .await?;
    let attended = |row: Row| {
        Ok(Attended {
            id: AttendanceId::new(row.id),
            starts_at: row.starts_at,
            came_at: row.came_at,
            resident: ResidentId::new(row.resident_id),
            standing: read(&row.state)?,
            minutes: i64::from(row.minutes),
            hardship: row.hardship,
            recorded_by: row.recorded_by.map(UserId::new),
            checked_by: [row.checked_in_by, row.checked_out_by].map(|by| by.map(UserId::new)),
        })
    };
    rows.into_iter().map(attended).collect()
}

const STORE_RESULTS: &str = "UPDATE attendances a SET transfer_id = x.transfer_id, no_award = x.no_award \
     FROM unnest($2, $3, $4) AS x (id, transfer_id, no_award) \
     WHERE a.community_id = $1 AND a.id = x.id";

/// Stores what each attendance of a roster earned: its transfer, or why there is none. One statement for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn store_results(
    connection: &mut Connection,
    community: CommunityId,
    results: &[(Settled, Option<TransferId>)],
) -> Result<()> {
    let ids: Vec<Uuid> = results.iter().map(|(settled, _)| settled.attendance.uuid()).collect();
    let transfers: Vec<Option<Uuid>> =
        results.iter().map(|(_, transfer)| transfer.map(TransferId::uuid)).collect();
    let why = results.iter().map(|(settled, _)| match &settled.outcome {
        Outcome::Awarded(_) => Ok(None),
        Outcome::NotAwarded(why) => to_json(why).map(Some),
    });
    let why = why.collect::<Result<Vec<Option<Value>>>>()?;
    diesel::sql_query(STORE_RESULTS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Nullable<SqlUuid>>, _>(transfers)
        .bind::<Array<Nullable<Jsonb>>, _>(why)
        .execute(connection)
        .await?;
    Ok(())
}

/// For how many minutes a resident has attended activities whose rosters are settled.
///
/// # Errors
/// If the data base does not answer.
pub async fn lifetime_minutes(
    connection: &mut Connection,
    community: CommunityId,
    of: ResidentId,
) -> Result<i64> {
    let minutes: Option<i64> =
        attendances::table
            .inner_join(shifts::table.on(
                shifts::community_id.eq(attendances::community_id).and(shifts::id.eq(attendances::shift_id)),
            ))
            .inner_join(activities::table.on(
                activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id)),
            ))
            .filter(attendances::community_id.eq(community.uuid()))
            .filter(attendances::resident_id.eq(of.uuid()))
            .filter(activities::state.eq(ActivityState::Settled.to_string()))
            .select(sum(attendances::minutes))
            .first(connection)
            .await?;
    Ok(minutes.unwrap_or_default())
}
