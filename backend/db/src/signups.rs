//! Sign-ups for shifts.

mod checks;
mod list;
mod waiting;

pub use checks::{find_open, of_shift, store_checks};
pub use list::{Filter, list};
pub use waiting::{engagements, move_up, queue_place, waiting};

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, OptionalExtension, QueryDsl, Queryable,
    Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::{ActivityState, Shift};
use linli_domain::ids::{ActivityId, CommunityId, ResidentId, ShiftId, SignupId, UserId};
use linli_domain::signups::{Check, Signup, SignupState};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{shifts, signups};
use crate::statement::Cached;
use crate::{Connection, Error, Result};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = signups, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    shift_id: Uuid,
    resident_id: Uuid,
    state: String,
    signed_up_at: DateTime<Utc>,
    withdrawn_at: Option<DateTime<Utc>>,
    moved_up_at: Option<DateTime<Utc>>,
    checked_in_at: Option<DateTime<Utc>>,
    checked_out_at: Option<DateTime<Utc>>,
    checked_in_by: Option<Uuid>,
    checked_out_by: Option<Uuid>,
}

fn check((at, by): (Option<DateTime<Utc>>, Option<Uuid>)) -> Option<Check> {
    at.map(|at| Check { at, by: by.map(UserId::new) })
}

fn parts_of(check: Option<Check>) -> (Option<DateTime<Utc>>, Option<Uuid>) {
    (check.map(|check| check.at), check.and_then(|check| check.by).map(UserId::uuid))
}

impl Row {
    fn read(self) -> Result<Signup> {
        Ok(Signup {
            id: SignupId::new(self.id),
            shift: ShiftId::new(self.shift_id),
            resident: ResidentId::new(self.resident_id),
            state: read(&self.state)?,
            signed_up_at: self.signed_up_at,
            moved_up_at: self.moved_up_at,
            withdrawn_at: self.withdrawn_at,
            checked_in: check((self.checked_in_at, self.checked_in_by)),
            checked_out: check((self.checked_out_at, self.checked_out_by)),
        })
    }
}

/// A sign-up with what it is for.
#[derive(Debug, Clone)]
pub struct SignupFor {
    /// The sign-up.
    pub signup: Signup,
    /// The shift.
    pub shift: Shift,
    /// What the activity is called.
    pub title: String,
    /// Where people meet.
    pub place: String,
    /// Where the activity stands.
    pub state: ActivityState,
    /// Who waits: how many are before, and this one.
    pub queue_place: Option<i64>,
}

/// Stores a new sign-up.
///
/// # Errors
/// If the data base does not answer, or the resident has a place in the shift or waits for one.
pub async fn insert(connection: &mut Connection, community: CommunityId, signup: &Signup) -> Result<()> {
    let (checked_in_at, checked_in_by) = parts_of(signup.checked_in);
    let (checked_out_at, checked_out_by) = parts_of(signup.checked_out);
    let row = Row {
        community_id: community.uuid(),
        id: signup.id.uuid(),
        shift_id: signup.shift.uuid(),
        resident_id: signup.resident.uuid(),
        state: signup.state.to_string(),
        signed_up_at: signup.signed_up_at,
        withdrawn_at: signup.withdrawn_at,
        moved_up_at: signup.moved_up_at,
        checked_in_at,
        checked_out_at,
        checked_in_by,
        checked_out_by,
    };
    Cached(diesel::insert_into(signups::table).values(row)).execute(connection).await?;
    Ok(())
}

/// Stores the state of a sign-up as it is now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, signup: &Signup) -> Result<()> {
    let update = diesel::update(signups::table.find((community.uuid(), signup.id.uuid())))
        .set((signups::state.eq(signup.state.to_string()), signups::withdrawn_at.eq(signup.withdrawn_at)));
    Cached(update).execute(connection).await?;
    Ok(())
}

/// The sign-up with this id. What changes sign-ups locks their shift before it looks.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: SignupId,
) -> Result<Option<Signup>> {
    let row: Option<Row> = signups::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Whether the resident has a place in a shift of the activity, or waits for one.
///
/// # Errors
/// If the data base does not answer.
pub async fn is_open_in(
    connection: &mut Connection,
    community: CommunityId,
    (activity, resident): (ActivityId, ResidentId),
) -> Result<bool> {
    let of_signup = shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id));
    let found = signups::table
        .inner_join(shifts::table.on(of_signup))
        .filter(signups::community_id.eq(community.uuid()).and(signups::resident_id.eq(resident.uuid())))
        .filter(signups::state.ne(SignupState::Withdrawn.to_string()))
        .filter(shifts::activity_id.eq(activity.uuid()));
    diesel::select(exists(found)).get_result(connection).await.map_err(Error::from)
}

/// Who has a place in a shift of the activity, or waits for one; each once, in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn residents_in(
    connection: &mut Connection,
    community: CommunityId,
    activity: ActivityId,
) -> Result<Vec<ResidentId>> {
    let of_signup = shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id));
    let residents: Vec<Uuid> = signups::table
        .inner_join(shifts::table.on(of_signup))
        .filter(signups::community_id.eq(community.uuid()).and(shifts::activity_id.eq(activity.uuid())))
        .filter(signups::state.ne(SignupState::Withdrawn.to_string()))
        .select(signups::resident_id)
        .distinct()
        .load(connection)
        .await?;
    Ok(residents.into_iter().map(ResidentId::new).collect())
}

/// The places a resident has or waits for in shifts that begin after `now`, in the order of the shifts' ids.
///
/// # Errors
/// If the data base does not answer.
pub async fn ahead_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    now: DateTime<Utc>,
) -> Result<Vec<Signup>> {
    let of_signup = shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id));
    let rows: Vec<Row> = signups::table
        .inner_join(shifts::table.on(of_signup))
        .filter(signups::community_id.eq(community.uuid()).and(signups::resident_id.eq(resident.uuid())))
        .filter(signups::state.ne(SignupState::Withdrawn.to_string()))
        .filter(shifts::starts_at.gt(now))
        .order(signups::shift_id)
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}
