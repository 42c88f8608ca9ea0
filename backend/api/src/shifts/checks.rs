//! What checking in and checking out have in common.

use linli_db::signups::SignupFor;
use linli_db::{Connection, activities, residents, shifts, signups};
use linli_domain::Refusal;
use linli_domain::activities::{Activity, Shift};
use linli_domain::ids::{ResidentId, ShiftId};
use linli_domain::roles::Principal;
use linli_domain::signups::{Check, Signup, Tick, check_code};

use super::json::CheckAtPlace;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::problem::{Kind, Problem};
use crate::signups::SignupJson;

/// How a sign-up changes when its resident comes or goes.
type How = fn(Signup, (&Activity, &Shift), Check) -> Result<Signup, Refusal>;

/// Under which name the tries of somebody at a place are counted: what succeeds at one place leaves those at another.
fn tries(acting: &Acting, shift: ShiftId) -> Result<String, Problem> {
    Ok(format!("place code {} {shift}", acting.user()?))
}

/// Whether this is the code that is shown at the place now. Who tries wrong ones for long is slowed down: six digits can be
/// guessed. The tries are forgotten once the check is done with.
fn check_shown(app: &App, acting: &Acting, shift: ShiftId, given: &str) -> Result<(), Problem> {
    app.throttle.count(&tries(acting, shift)?, None, acting.now)?;
    let codes = Tick::taken_at(acting.now).map(|tick| app.keys.place_code(shift, tick));
    Ok(check_code(given, &codes)?)
}

/// Checks somebody in or out: the caller with the code of the place, or by hand a resident of a team the caller guides.
pub(super) async fn check(
    connection: &mut Connection,
    acting: &Acting,
    (app, who): (&App, &Principal),
    (shift, action): (ShiftId, &str),
    body: &CheckAtPlace,
    how: How,
) -> Result<SignupJson, Problem> {
    let found = shifts::find(connection, acting.community, shift).await?.ok_or_else(Problem::not_found)?;
    let activity = activities::share(connection, acting.community, found.activity).await?;
    let activity = activity.ok_or_else(|| Problem::unexpected("a shift of no activity"))?;
    let resident = body.resident_id.or(who.resident);
    let resident = resident.ok_or_else(|| Problem::field("resident_id", "请指明居民"))?;
    let by_hand = match &body.code {
        Some(code) if who.resident == Some(resident) => {
            check_shown(app, acting, shift, code.as_str())?;
            None
        }
        None if who.may_guide(activity.team) => Some(acting.user()?),
        None if who.resident == Some(resident) => return Err(Problem::field("code", "请输入现场签到码")),
        Some(_) | None => return Err(Problem::of(Kind::Forbidden)),
    };
    let known = residents::find(connection, acting.community, resident).await?;
    known.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let acting = acting.clone().on_behalf_of(who.in_place_of(resident));
    let check = Check { at: acting.now, by: by_hand };
    let of = (&activity, shift, resident, action);
    let done = checked(connection, &acting, of, |signup, of| how(signup, of, check)).await?;
    if by_hand.is_none() {
        app.throttle.forget(&tries(&acting, shift)?, None);
    }
    Ok(done)
}

/// Stores that a resident has come or gone; who says so was checked.
pub(crate) async fn checked(
    connection: &mut Connection,
    acting: &Acting,
    (activity, shift, resident, action): (&Activity, ShiftId, ResidentId, &str),
    how: impl FnOnce(Signup, (&Activity, &Shift)) -> Result<Signup, Refusal>,
) -> Result<SignupJson, Problem> {
    let community = acting.community;
    let shift = shifts::lock(connection, community, shift).await?.ok_or_else(Problem::not_found)?;
    let before = signups::find_open(connection, community, (shift.id, resident)).await?;
    let before = before.ok_or(Refusal::NotSignedUp)?;
    let after = how(before.clone(), (activity, &shift))?;
    signups::store_checks(connection, community, &after).await?;
    let whole = |signup| SignupFor {
        signup,
        shift: shift.clone(),
        title: activity.title.clone(),
        place: activity.place.clone(),
        state: activity.state,
        queue_place: None,
    };
    let (before, after) = (SignupJson::from(whole(before)), SignupJson::from(whole(after)));
    acting.audit(connection, after.id, Change::changed(action, &before, &after)).await?;
    Ok(after)
}
