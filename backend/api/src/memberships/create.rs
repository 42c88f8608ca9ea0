//! `POST /teams/{id}/memberships`: asking to join a team.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::memberships::Names;
use linli_db::{Connection, memberships, residents, teams};
use linli_domain::Refusal;
use linli_domain::ids::{ResidentId, TeamId};
use linli_domain::memberships::{Membership, MembershipState};

use super::json::{MembershipJson, NewMembership};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Ask to join a team
///
/// A leader of the team, the desk or a social worker decides. The desk asks in a resident's place, and may approve in
/// the same step.
#[utoipa::path(
    tag = "memberships",
    params(("id" = TeamId, Path)),
    request_body = NewMembership,
    responses((status = 201, body = MembershipJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::TeamDissolved, Kind::ResidentNotActive, Kind::AlreadyMember])),
    ),
)]
#[post("/teams/{id}/memberships")]
pub async fn create_membership(
    by: By<ResidentOrDesk>,
    team: Path<TeamId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewMembership| {
        let resident = by.resident(body.resident_id)?;
        if body.active && !by.principal.may_guide(*team) {
            return Err(Problem::of(Kind::Forbidden));
        }
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
        let made = new_membership(connection, &acting, (*team, resident), body.active).await?;
        Reply::created(format!("/api/v1/memberships?resident_id={resident}"), &made)
    });
    done.await
}

pub(crate) async fn new_membership(
    connection: &mut Connection,
    acting: &Acting,
    (team, resident): (TeamId, ResidentId),
    active: bool,
) -> Result<MembershipJson, Problem> {
    let community = acting.community;
    let resident = residents::share(connection, community, resident).await?;
    // Locked, so that the team is not dissolved meanwhile and nobody asks twice at once.
    let team = teams::lock(connection, community, team).await?.ok_or_else(Problem::not_found)?;
    let resident = resident.ok_or_else(|| Problem::unknown_reference("resident_id"))?;
    let open = [MembershipState::Requested, MembershipState::Active];
    let open = memberships::exists_in(connection, community, (team.id, resident.id), &open).await?;
    let mut made = Membership::request(acting.id(), &team, &resident, open, acting.now)?;
    if active {
        made = made.approve(&team, &resident, acting.now)?;
    }
    if !memberships::insert(connection, community, &made).await? {
        return Err(Refusal::AlreadyMember.into());
    }
    let made = MembershipJson::of(&made, Names { resident: resident.name, team: team.name });
    acting.audit(connection, made.id, Change::made("membership.create", &made)).await?;
    Ok(made)
}
