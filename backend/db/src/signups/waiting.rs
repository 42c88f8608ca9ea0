//! The queues of full shifts, and where those who wait are at that time.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, BigInt, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, QueryableByName, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{ActivityState, Span};
use linli_domain::ids::{ActivityId, CommunityId, ResidentId, ShiftId};
use linli_domain::signups::{Engagement, Signup, SignupState};
use uuid::Uuid;

use super::Row;
use crate::schema::{activities, shifts, signups};
use crate::{Connection, Result};

/// Whose, the shift, its activity, what that is called, and from when to when.
type TakenRow = (Uuid, Uuid, Uuid, String, DateTime<Utc>, DateTime<Utc>);

/// Who waits for a place in these shifts, in the order in which they came.
///
/// # Errors
/// If the data base does not answer.
pub async fn waiting(
    connection: &mut Connection,
    community: CommunityId,
    shifts: &[ShiftId],
) -> Result<Vec<Signup>> {
    let shifts: Vec<Uuid> = shifts.iter().map(|shift| shift.uuid()).collect();
    let rows: Vec<Row> = signups::table
        .filter(signups::community_id.eq(community.uuid()).and(signups::shift_id.eq_any(shifts)))
        .filter(signups::state.eq(SignupState::Waiting.to_string()))
        .order(signups::id)
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The places that these residents have between two moments, in activities that were not called off.
///
/// # Errors
/// If the data base does not answer.
pub async fn engagements(
    connection: &mut Connection,
    community: CommunityId,
    residents: &[ResidentId],
    (from, to): Span,
) -> Result<Vec<Engagement>> {
    let residents: Vec<Uuid> = residents.iter().map(|resident| resident.uuid()).collect();
    let of_signup = shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id));
    let of_shift =
        activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id));
    let rows: Vec<TakenRow> = signups::table
        .inner_join(shifts::table.on(of_signup))
        .inner_join(activities::table.on(of_shift))
        .filter(signups::community_id.eq(community.uuid()).and(signups::resident_id.eq_any(residents)))
        .filter(signups::state.eq(SignupState::SignedUp.to_string()))
        .filter(shifts::starts_at.lt(to).and(shifts::ends_at.gt(from)))
        .filter(activities::state.ne(ActivityState::Cancelled.to_string()))
        .order((shifts::starts_at, shifts::id))
        .select((
            signups::resident_id,
            shifts::id,
            activities::id,
            activities::title,
            shifts::starts_at,
            shifts::ends_at,
        ))
        .load(connection)
        .await?;
    let engagement = |(resident, shift, activity, title, starts_at, ends_at)| Engagement {
        resident: ResidentId::new(resident),
        shift: ShiftId::new(shift),
        activity: ActivityId::new(activity),
        title,
        starts_at,
        ends_at,
    };
    Ok(rows.into_iter().map(engagement).collect())
}

/// Stores that these sign-ups have a place now. One statement for all; the places are counted by `shifts::take`.
///
/// # Errors
/// If the data base does not answer.
pub async fn move_up(
    connection: &mut Connection,
    community: CommunityId,
    moved: &[Signup],
    now: DateTime<Utc>,
) -> Result<()> {
    let ids: Vec<Uuid> = moved.iter().map(|signup| signup.id.uuid()).collect();
    diesel::update(signups::table)
        .filter(signups::community_id.eq(community.uuid()).and(signups::id.eq_any(ids)))
        .set((signups::state.eq(SignupState::SignedUp.to_string()), signups::moved_up_at.eq(now)))
        .execute(connection)
        .await?;
    Ok(())
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = BigInt)]
    place: i64,
}

const PLACES: &str = "SELECT id, row_number() OVER (PARTITION BY shift_id ORDER BY id) AS place FROM signups \
     WHERE community_id = $1 AND shift_id = ANY ($2) AND state = 'waiting'";

/// The places in the queues of these shifts, by the sign-ups that wait.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn queue_places(
    connection: &mut Connection,
    community: CommunityId,
    shifts: &[ShiftId],
) -> Result<BTreeMap<Uuid, i64>> {
    if shifts.is_empty() {
        return Ok(BTreeMap::new());
    }
    let shifts: Vec<Uuid> = shifts.iter().map(|shift| shift.uuid()).collect();
    let rows: Vec<Place> = diesel::sql_query(PLACES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(shifts)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.place)).collect())
}

/// The place of a sign-up in the queue of its shift; none if it does not wait.
///
/// # Errors
/// If the data base does not answer.
pub async fn queue_place(
    connection: &mut Connection,
    community: CommunityId,
    signup: &Signup,
) -> Result<Option<i64>> {
    if signup.state != SignupState::Waiting {
        return Ok(None);
    }
    let places = queue_places(connection, community, &[signup.shift]).await?;
    Ok(places.get(&signup.id.uuid()).copied())
}
