//! `POST /signups/{id}/withdraw`: giving a place back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::signups::SignupFor;
use linli_db::{Connection, activities, shifts, signups};
use linli_domain::activities::Shift;
use linli_domain::ids::SignupId;
use linli_domain::roles::Principal;
use linli_domain::signups::{Signup, SignupState};

use super::json::SignupJson;
use super::move_up::move_up;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Withdraw from a shift
///
/// Until it begins; the place goes to the first who waits for one and is not elsewhere at that time.
#[utoipa::path(
    tag = "signups",
    params(("id" = SignupId, Path)),
    responses((status = 200, body = SignupJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ShiftStarted])),
    ),
)]
#[post("/signups/{id}/withdraw")]
pub async fn withdraw_signup(
    by: By<ResidentOrDesk>,
    id: Path<SignupId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&withdraw_for(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

async fn withdraw_for(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: SignupId,
) -> Result<SignupJson, Problem> {
    let signup = signups::find(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_act_for(signup.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let acting = acting.clone().on_behalf_of(who.in_place_of(signup.resident));
    withdraw(connection, &acting, &signup).await
}

/// Gives up the place that a sign-up has or waits for; whose it is was checked.
pub(crate) async fn withdraw(
    connection: &mut Connection,
    acting: &Acting,
    found: &Signup,
) -> Result<SignupJson, Problem> {
    let community = acting.community;
    let of = shifts::find(connection, community, found.shift).await?;
    let of = of.ok_or_else(|| Problem::unexpected("a sign-up for no shift"))?.activity;
    // The activity first, kept as it is so that nobody moves up in what is being called off; then the shift, as everywhere;
    // then the sign-up as it stands under that lock.
    let activity = activities::share(connection, community, of).await?;
    let activity = activity.ok_or_else(|| Problem::unexpected("a shift of no activity"))?;
    let shift = shifts::lock(connection, community, found.shift).await?;
    let before = signups::find(connection, community, found.id).await?;
    let (shift, before) = shift.zip(before).ok_or_else(|| Problem::unexpected("a sign-up for no shift"))?;
    let signup = before.clone().withdraw(&shift, acting.now)?;
    let queue_place = signups::queue_place(connection, community, &before).await?;
    signups::update(connection, community, &signup).await?;
    if before.state == SignupState::SignedUp {
        shifts::take(connection, community, shift.id, -1).await?;
        let freed = Shift { taken: shift.taken.saturating_sub(1), ..shift.clone() };
        move_up(connection, acting, (&activity, &freed)).await?;
    }
    let whole = |signup, queue_place| SignupFor {
        signup,
        shift: shift.clone(),
        title: activity.title.clone(),
        place: activity.place.clone(),
        state: activity.state,
        queue_place,
    };
    let (before, after) =
        (SignupJson::from(whole(before, queue_place)), SignupJson::from(whole(signup, None)));
    acting.audit(connection, after.id, Change::changed("signup.withdraw", &before, &after)).await?;
    Ok(after)
}
