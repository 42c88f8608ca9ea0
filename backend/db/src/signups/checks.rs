//! Checking in and out.

use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, ShiftId};
use linli_domain::signups::{Signup, SignupState};

use super::{Row, parts_of};
use crate::schema::signups;
use crate::statement::Cached;
use crate::{Connection, Result};

/// The sign-up of a resident for a shift that was not withdrawn. What changes sign-ups locks their shift before it looks.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_open(
    connection: &mut Connection,
    community: CommunityId,
    (shift, resident): (ShiftId, ResidentId),
) -> Result<Option<Signup>> {
    let row: Option<Row> = signups::table
        .filter(signups::community_id.eq(community.uuid()))
        .filter(signups::shift_id.eq(shift.uuid()).and(signups::resident_id.eq(resident.uuid())))
        .filter(signups::state.ne(SignupState::Withdrawn.to_string()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The sign-ups of those who have a place in a shift, in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_shift(
    connection: &mut Connection,
    community: CommunityId,
    shift: ShiftId,
) -> Result<Vec<Signup>> {
    let rows: Vec<Row> = signups::table
        .filter(signups::community_id.eq(community.uuid()).and(signups::shift_id.eq(shift.uuid())))
        .filter(signups::state.eq(SignupState::SignedUp.to_string()))
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// Stores when the resident of a sign-up came and left.
///
/// # Errors
/// If the data base does not answer.
pub async fn store_checks(
    connection: &mut Connection,
    community: CommunityId,
    signup: &Signup,
) -> Result<()> {
    let (in_at, in_by) = parts_of(signup.checked_in);
    let (out_at, out_by) = parts_of(signup.checked_out);
    let update = diesel::update(signups::table.find((community.uuid(), signup.id.uuid()))).set((
        signups::checked_in_at.eq(in_at),
        signups::checked_in_by.eq(in_by),
        signups::checked_out_at.eq(out_at),
        signups::checked_out_by.eq(out_by),
    ));
    Cached(update).execute(connection).await?;
    Ok(())
}
