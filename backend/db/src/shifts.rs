//! Shifts of activities, with the places that are taken.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Shift;
use linli_domain::ids::{ActivityId, CommunityId, ShiftId};
use uuid::Uuid;

use crate::schema::shifts;
use crate::statement::Cached;
use crate::{Connection, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = shifts, check_for_backend(diesel::pg::Pg))]
pub(crate) struct Row {
    id: Uuid,
    activity_id: Uuid,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    capacity: i32,
    taken: i32,
    recorded_at: Option<DateTime<Utc>>,
}

impl Row {
    pub(crate) fn read(self) -> Shift {
        Shift {
            id: ShiftId::new(self.id),
            activity: ActivityId::new(self.activity_id),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            capacity: self.capacity,
            taken: self.taken,
            recorded_at: self.recorded_at,
        }
    }
}

/// Stores new shifts.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, new: &[Shift]) -> Result<()> {
    let rows: Vec<_> = new
        .iter()
        .map(|shift| {
            (
                shifts::community_id.eq(community.uuid()),
                shifts::id.eq(shift.id.uuid()),
                shifts::activity_id.eq(shift.activity.uuid()),
                shifts::starts_at.eq(shift.starts_at),
                shifts::ends_at.eq(shift.ends_at),
                shifts::capacity.eq(shift.capacity),
                shifts::taken.eq(shift.taken),
            )
        })
        .collect();
    diesel::insert_into(shifts::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Takes the shifts of a draft away, to store others instead.
///
/// # Errors
/// If the data base does not answer, or somebody has signed up.
pub async fn delete_of(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<()> {
    let of = shifts::community_id.eq(community.uuid()).and(shifts::activity_id.eq(activity.uuid()));
    diesel::delete(shifts::table.filter(of)).execute(connection).await?;
    Ok(())
}

/// The shifts of these activities, in the order in which they begin.
///
/// # Errors
/// If the data base does not answer.
pub async fn of(
    connection: &mut Connection,
    community: CommunityId,
    activities: &[ActivityId],
) -> Result<Vec<Shift>> {
    let ids: Vec<Uuid> = activities.iter().map(|activity| activity.uuid()).collect();
    let rows: Vec<Row> = shifts::table
        .filter(shifts::community_id.eq(community.uuid()).and(shifts::activity_id.eq_any(ids)))
        .order((shifts::starts_at, shifts::id))
        .select(Row::as_select())
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// The shift with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: ShiftId) -> Result<Option<Shift>> {
    let row: Option<Row> = shifts::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(Row::read))
}

/// The shift with this id, locked until the transaction ends: its places are given out one after the other.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: ShiftId) -> Result<Option<Shift>> {
    let row: Option<Row> = shifts::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(Row::read))
}

/// These shifts, locked until the transaction ends, in the order of their ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all(connection: &mut Connection, community: CommunityId, ids: &[ShiftId]) -> Result<()> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let _: Vec<Uuid> = shifts::table
        .filter(shifts::community_id.eq(community.uuid()).and(shifts::id.eq_any(ids)))
        .order(shifts::id)
        .select(shifts::id)
        .for_no_key_update()
        .load(connection)
        .await?;
    Ok(())
}

/// Stores for how many a locked shift is.
///
/// # Errors
/// If the data base does not answer, or more have signed up.
pub async fn resize(connection: &mut Connection, community: CommunityId, shift: &Shift) -> Result<()> {
    diesel::update(shifts::table.find((community.uuid(), shift.id.uuid())))
        .set(shifts::capacity.eq(shift.capacity))
        .execute(connection)
        .await?;
    Ok(())
}

/// Stores when it was recorded who came to a locked shift.
///
/// # Errors
/// If the data base does not answer.
pub async fn record(
    connection: &mut Connection,
    community: CommunityId,
    shift: ShiftId,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(shifts::table.find((community.uuid(), shift.uuid())))
        .set(shifts::recorded_at.eq(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Counts a place of a locked shift as taken (1) or given back (−1).
///
/// # Errors
/// If the data base does not answer, or there is no such place.
pub async fn take(
    connection: &mut Connection,
    community: CommunityId,
    shift: ShiftId,
    places: i32,
) -> Result<()> {
    let update = diesel::update(shifts::table.find((community.uuid(), shift.uuid())))
        .set(shifts::taken.eq(shifts::taken + places));
    Cached(update).execute(connection).await?;
    Ok(())
}
