//! The sign-ups of a resident.

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{ActivityId, CommunityId, ResidentId, ShiftId};
use linli_domain::signups::SignupState;

use super::waiting::queue_places;
use super::{Row, SignupFor};
use crate::error::read;
use crate::schema::{activities, shifts, signups};
use crate::shifts::Row as ShiftRow;
use crate::{Connection, Page, Result, Slice};

/// Which sign-ups are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// Those of this resident.
    pub resident: ResidentId,
    /// Those in this state.
    pub state: Option<SignupState>,
    /// Those for shifts of this activity.
    pub activity: Option<ActivityId>,
}

/// A sign-up, its shift, and what its activity is called, where people meet, and where it stands.
type Found = (Row, ShiftRow, (String, String, String));

/// A resident's sign-ups with what they are for, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<SignupFor>> {
    let found = found(connection, community, filter, slice).await?;
    let waits = |row: &Row| row.state == SignupState::Waiting.to_string();
    let full: Vec<ShiftId> =
        found.iter().filter(|(row, ..)| waits(row)).map(|(row, ..)| ShiftId::new(row.shift_id)).collect();
    let places = queue_places(connection, community, &full).await?;
    slice.page(found, |(row, ..)| row.id).try_map(|(row, shift, (title, place, state))| {
        let queue_place = places.get(&row.id).copied();
        Ok(SignupFor {
            signup: row.read()?,
            shift: shift.read(),
            title,
            place,
            state: read(&state)?,
            queue_place,
        })
    })
}

async fn found(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Vec<Found>> {
    let of_signup = shifts::community_id.eq(signups::community_id).and(shifts::id.eq(signups::shift_id));
    let of_shift =
        activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id));
    let mut query = signups::table
        .inner_join(shifts::table.on(of_signup))
        .inner_join(activities::table.on(of_shift))
        .filter(signups::community_id.eq(community.uuid()))
        .filter(signups::resident_id.eq(filter.resident.uuid()))
        .order(signups::id.desc())
        .limit(slice.probe())
        .select((
            Row::as_select(),
            ShiftRow::as_select(),
            (activities::title, activities::place, activities::state),
        ))
        .into_boxed();
    if let Some(state) = filter.state {
        query = query.filter(signups::state.eq(state.to_string()));
    }
    if let Some(activity) = filter.activity {
        query = query.filter(shifts::activity_id.eq(activity.uuid()));
    }
    if let Some(after) = slice.after {
        query = query.filter(signups::id.lt(after));
    }
    Ok(query.load(connection).await?)
}
