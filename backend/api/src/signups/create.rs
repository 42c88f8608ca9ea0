//! `POST /shifts/{id}/signups`: taking a place in a shift.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::signups::SignupFor;
use linli_db::{Connection, activities, memberships, residents, shifts, signups};
use linli_domain::ids::{ResidentId, ShiftId};
use linli_domain::memberships::MembershipState;
use linli_domain::signups::{Applicant, Signup};

use super::json::{NewSignup, SignupJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Sign up for a shift
///
/// While the activity recruits or runs, and until the shift begins. The desk signs up in a resident's place.
#[utoipa::path(
    tag = "signups",
    params(("id" = ShiftId, Path)),
    request_body = NewSignup,
    responses((status = 201, body = SignupJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ShiftStarted, Kind::ResidentNotActive, Kind::NotAMember,
            Kind::AlreadySignedUp, Kind::ShiftFull,
        ])),
    ),
)]
#[post("/shifts/{id}/signups")]
pub async fn create_signup(
    by: By<ResidentOrDesk>,
    shift: Path<ShiftId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewSignup| {
        let resident = by.resident(body.resident_id)?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        let made = new_signup(connection, &acting, (*shift, resident)).await?;
        Reply::created(format!("/api/v1/signups?resident_id={resident}"), &made)
    });
    done.await
}

pub(crate) async fn new_signup(
    connection: &mut Connection,
    acting: &Acting,
    (shift, resident): (ShiftId, ResidentId),
) -> Result<SignupJson, Problem> {
    let community = acting.community;
    let of = shifts::find(connection, community, shift).await?.ok_or_else(Problem::not_found)?.activity;
    // Kept as they are, so that nobody signs up who is moving out, or for what is being called off.
    let resident = residents::share(connection, community, resident).await?;
    let resident = resident.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let activity = activities::share(connection, community, of).await?;
    // Locked, so that no two take the last place.
    let shift = shifts::lock(connection, community, shift).await?;
    let (activity, shift) = activity.zip(shift).ok_or_else(Problem::not_found)?;
    let of_team = (activity.team, resident.id);
    let who = Applicant {
        resident: &resident,
        is_member: memberships::exists_in(connection, community, of_team, &[MembershipState::Active]).await?,
        is_signed_up: signups::has_place(connection, community, (shift.id, resident.id)).await?,
    };
    let signup = Signup::new(acting.id(), (&activity, &shift), who, acting.now)?;
    signups::insert(connection, community, &signup).await?;
    shifts::take(connection, community, shift.id, 1).await?;
    let made =
        SignupFor { signup, shift, title: activity.title, place: activity.place, state: activity.state };
    let made = SignupJson::from(made);
    acting.audit(connection, made.id, Change::made("signup.create", &made)).await?;
    Ok(made)
}
