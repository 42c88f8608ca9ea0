//! Attendances: the roster of an activity, replaced as a whole until it is settled.

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, Jsonb, Nullable, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{Attended, NoAward, Outcome, Settled};
use linli_domain::ids::{ActivityId, AttendanceId, CommunityId, ResidentId, ShiftId, TransferId};
use linli_domain::ledger::Explanation;
use linli_domain::points::Points;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read, to_json};
use crate::schema::{attendances, residents, shifts, transfers};
use crate::{Connection, Result};

/// An attendance that is to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewAttendance {
    /// Its identifier.
    pub id: AttendanceId,
    /// The shift.
    pub shift: ShiftId,
    /// Who attended.
    pub resident: ResidentId,
    /// For how many minutes.
    pub minutes: i32,
}

/// An attendance in a roster.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// Its identifier.
    pub id: AttendanceId,
    /// The shift.
    pub shift: ShiftId,
    /// Who attended.
    pub resident: ResidentId,
    /// The full name.
    pub name: String,
    /// For how many minutes.
    pub minutes: i32,
    /// What it earned; none before the roster is settled.
    pub result: Option<Earnings>,
}

/// What a settled attendance earned.
#[derive(Debug, Clone)]
pub struct Earnings {
    /// The points.
    pub points: Points,
    /// Why exactly these, as a sentence.
    pub explanation: String,
}

/// Stores the roster of an activity in place of the one before.
///
/// # Errors
/// If the data base does not answer.
pub async fn replace(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
    roster: &[NewAttendance],
    now: DateTime<Utc>,
) -> Result<()> {
    let of_activity = shifts::table
        .filter(shifts::community_id.eq(community.uuid()).and(shifts::activity_id.eq(activity.uuid())))
        .select(shifts::id);
    let before =
        attendances::community_id.eq(community.uuid()).and(attendances::shift_id.eq_any(of_activity));
    diesel::delete(attendances::table.filter(before)).execute(connection).await?;
    let rows: Vec<_> = roster
        .iter()
        .map(|attendance| {
            (
                attendances::community_id.eq(community.uuid()),
                attendances::id.eq(attendance.id.uuid()),
                attendances::shift_id.eq(attendance.shift.uuid()),
                attendances::resident_id.eq(attendance.resident.uuid()),
                attendances::minutes.eq(attendance.minutes),
                attendances::recorded_at.eq(now),
            )
        })
        .collect();
    diesel::insert_into(attendances::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Attendances with their shifts and who attended.
macro_rules! of_activity {
    ($community:expr, $activity:expr) => {
        attendances::table
            .inner_join(shifts::table.on(
                shifts::community_id.eq(attendances::community_id).and(shifts::id.eq(attendances::shift_id)),
            ))
            .inner_join(
                residents::table.on(residents::community_id
                    .eq(attendances::community_id)
                    .and(residents::id.eq(attendances::resident_id))),
            )
            .filter(attendances::community_id.eq($community.uuid()))
            .filter(shifts::activity_id.eq($activity.uuid()))
            .order((shifts::starts_at, attendances::id))
    };
}

type Row = (Uuid, Uuid, Uuid, String, i32, Option<Value>, Option<i64>, Option<Value>);

/// The roster of an activity, in the order of its shifts, with what each attendance earned if it is settled.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_activity(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<Vec<Attendance>> {
    let rows: Vec<Row> = of_activity!(community, activity)
        .left_join(
            transfers::table.on(transfers::community_id
                .eq(attendances::community_id)
                .and(transfers::id.nullable().eq(attendances::transfer_id))),
        )
        .select((
            attendances::id,
            attendances::shift_id,
            attendances::resident_id,
            residents::name,
            attendances::minutes,
            attendances::no_award,
            transfers::amount.nullable(),
            transfers::explanation.nullable(),
        ))
        .load(connection)
        .await?;
    rows.into_iter().map(attendance).collect()
}

fn attendance(
    (id, shift, resident, name, minutes, no_award, amount, explanation): Row,
) -> Result<Attendance> {
    let result = match (amount.zip(explanation), no_award) {
        (Some((amount, explanation)), _) => {
            let explanation = from_json::<Explanation>(explanation)?.to_string();
            Some(Earnings { points: Points::new(amount), explanation })
        }
        (None, Some(why)) => {
            let explanation = from_json::<NoAward>(why)?.to_string();
            Some(Earnings { points: Points::ZERO, explanation })
        }
        (None, None) => None,
    };
    Ok(Attendance {
        id: AttendanceId::new(id),
        shift: ShiftId::new(shift),
        resident: ResidentId::new(resident),
        name,
        minutes,
        result,
    })
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
    let rows: Vec<(Uuid, DateTime<Utc>, Uuid, String, i32)> = of_activity!(community, activity)
        .select((
            attendances::id,
            shifts::starts_at,
            attendances::resident_id,
            residents::state,
            attendances::minutes,
        ))
        .load(connection)
        .await?;
    let attended = |(id, starts_at, resident, state, minutes): (Uuid, DateTime<Utc>, Uuid, String, i32)| {
        Ok(Attended {
            id: AttendanceId::new(id),
            starts_at,
            resident: ResidentId::new(resident),
            standing: read(&state)?,
            minutes: i64::from(minutes),
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
