//! Moving up: who waits for a place gets it as soon as it is free, in the transaction that frees it.

use linli_db::{Connection, memberships, residents, shifts, signups};
use linli_domain::activities::{Activity, Shift};
use linli_domain::ids::{ResidentId, ShiftId};
use linli_domain::notices::NoticeContent;
use linli_domain::signups::{Signup, SignupState, Waiting, moved_up};
use serde_json::json;

use crate::acting::{Acting, Change};
use crate::communities::own_community;
use crate::notices::tell_all;
use crate::problem::Problem;

/// Locks everybody who waits for a place in these locked shifts, and `also` another resident, in the order of their ids.
/// Whoever needs both shifts and residents locks all the shifts first.
pub(crate) async fn lock_queues(
    connection: &mut Connection,
    acting: &Acting,
    shifts: &[ShiftId],
    also: Option<ResidentId>,
) -> Result<(), Problem> {
    let queue = signups::waiting(connection, acting.community, shifts).await?;
    let people: Vec<ResidentId> = queue.iter().map(|signup| signup.resident).chain(also).collect();
    Ok(residents::lock_all(connection, acting.community, &people).await?)
}

/// Gives the free places of a locked shift to those who wait for them, and tells them; answers how many.
pub(crate) async fn move_up(
    connection: &mut Connection,
    acting: &Acting,
    (activity, shift): (&Activity, &Shift),
) -> Result<i32, Problem> {
    let community = acting.community;
    if !shift.has_place() {
        return Ok(0);
    }
    let queue = signups::waiting(connection, community, &[shift.id]).await?;
    if queue.is_empty() {
        return Ok(0);
    }
    lock_queues(connection, acting, &[shift.id], None).await?;
    let people: Vec<ResidentId> = queue.iter().map(|signup| signup.resident).collect();
    let span = (shift.starts_at, shift.ends_at);
    let elsewhere = signups::engagements(connection, community, &people, span).await?;
    let members = memberships::active_among(connection, community, (activity.team, &people)).await?;
    let moved = moved_up((activity, shift), Waiting { queue, elsewhere, members }, acting.now);
    signups::move_up(connection, community, &moved, acting.now).await?;
    let places = i32::try_from(moved.len()).map_err(Problem::unexpected)?;
    shifts::take(connection, community, shift.id, places).await?;
    // It happens to them by itself: nobody acts in their place.
    let acting = acting.clone().on_behalf_of(None);
    let lines = moved.iter().map(|signup| (signup.id, line(signup)));
    acting.audit_all(connection, lines).await?;
    if !moved.is_empty() {
        let on = own_community(connection, community).await?.day_of(shift.starts_at);
        let notice = |signup: &Signup| {
            let activity_title = activity.title.clone();
            let content = NoticeContent::MovedUp {
                signup_id: signup.id,
                activity_title,
                on,
                starts_at: shift.starts_at,
            };
            (signup.resident, format!("moved_up:{}", signup.id), content)
        };
        let told = moved.iter().map(notice);
        tell_all(connection, &acting, told).await?;
    }
    Ok(places)
}

fn line(signup: &Signup) -> Change<'static> {
    let told = |state: SignupState| json!({ "state": state, "shift_id": signup.shift, "resident_id": signup.resident });
    Change::changed("signup.move_up", &told(SignupState::Waiting), &told(signup.state))
}
