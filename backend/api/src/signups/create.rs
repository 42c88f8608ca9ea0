//! `POST /shifts/{id}/signups`: taking a place in a shift.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::signups::SignupFor;
use linli_db::{Connection, activities, memberships, residents, shifts, signups};
use linli_domain::activities::{Activity, Shift};
use linli_domain::ids::{ResidentId, ShiftId};
use linli_domain::memberships::MembershipState;
use linli_domain::signups::{Applicant, Signup, SignupState};

use super::json::{NewSignup, SignupJson};
use super::move_up::{lock_queues, move_up};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Sign up for a shift
///
/// While the activity recruits or runs, and until the shift begins; not for two shifts at the same time. Who would wait gets
/// a place in the queue if the shift is full, and moves up by itself when a place becomes free. The desk signs up in a
/// resident's place.
#[utoipa::path(
    tag = "signups",
    params(("id" = ShiftId, Path)),
    request_body = NewSignup,
    responses((status = 201, body = SignupJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ShiftStarted, Kind::ResidentNotActive, Kind::NotAMember,
            Kind::AlreadySignedUp, Kind::Clash, Kind::ShiftFull,
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
        let made = new_signup(connection, &acting, (*shift, resident), body.wait).await?;
        Reply::created(format!("/api/v1/signups?resident_id={resident}"), &made)
    });
    done.await
}

/// A locked shift after those who wait for it and can come have moved up: a place may be free because they were elsewhere when
/// it became free, and nobody overtakes them. The applicant is locked with them.
async fn after_the_queue(
    connection: &mut Connection,
    acting: &Acting,
    (activity, shift): (&Activity, Shift),
    applicant: ResidentId,
) -> Result<Shift, Problem> {
    if !shift.has_place() {
        return Ok(shift);
    }
    lock_queues(connection, acting, &[shift.id], Some(applicant)).await?;
    let places = move_up(connection, acting, (activity, &shift)).await?;
    Ok(Shift { taken: shift.taken.saturating_add(places), ..shift })
}

pub(crate) async fn new_signup(
    connection: &mut Connection,
    acting: &Acting,
    (shift, resident): (ShiftId, ResidentId),
    waits: bool,
) -> Result<SignupJson, Problem> {
    let community = acting.community;
    let of = shifts::find(connection, community, shift).await?.ok_or_else(Problem::not_found)?.activity;
    // Kept as it is, so that nobody signs up for what is being called off.
    let activity = activities::share(connection, community, of).await?;
    // Locked, so that no two take the last place; and the resident, so that nobody takes two at the same time, or one
    // while moving out.
    let shift = shifts::lock(connection, community, shift).await?;
    let (activity, shift) = activity.zip(shift).ok_or_else(Problem::not_found)?;
    let shift = after_the_queue(connection, acting, (&activity, shift), resident).await?;
    let resident = residents::lock(connection, community, resident).await?;
    let resident = resident.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let (of_team, span) = ((activity.team, resident.id), (shift.starts_at, shift.ends_at));
    let who = Applicant {
        resident: &resident,
        is_member: memberships::exists_in(connection, community, of_team, &[MembershipState::Active]).await?,
        is_signed_up: signups::find_open(connection, community, (shift.id, resident.id)).await?.is_some(),
        waits,
        elsewhere: &signups::engagements(connection, community, &[resident.id], span).await?,
    };
    let signup = Signup::new(acting.id(), (&activity, &shift), who, acting.now)?;
    signups::insert(connection, community, &signup).await?;
    if signup.state == SignupState::SignedUp {
        shifts::take(connection, community, shift.id, 1).await?;
    }
    let queue_place = signups::queue_place(connection, community, &signup).await?;
    let Activity { title, place, state, .. } = activity;
    let made = SignupJson::from(SignupFor { signup, shift, title, place, state, queue_place });
    acting.audit(connection, made.id, Change::made("signup.create", &made)).await?;
    Ok(made)
}
