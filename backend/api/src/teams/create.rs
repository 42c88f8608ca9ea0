//! `POST /teams`: founding a team.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::teams::Crew;
use linli_db::{Connection, teams};
use linli_domain::Refusal;
use linli_domain::teams::{Team, TeamState};

use super::json::{NewTeam, TeamJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Day;
use crate::problem::{Kind, Problem};

/// Found a team
///
/// An agency at the root, a core team under it, or a team derived from a core team.
#[utoipa::path(
    tag = "teams",
    request_body = NewTeam,
    responses((status = 201, body = TeamJson)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([Kind::UnsuitableParent, Kind::NameTaken])),
    ),
)]
#[post("/teams")]
pub async fn create_team(by: By<Guides>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewTeam| {
        let team = new_team(connection, acting, body).await?;
        let location = format!("/api/v1/teams/{}", team.id);
        Reply::created(location, &TeamJson::of(team, Crew::default(), true))
    });
    done.await
}

pub(crate) async fn new_team(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewTeam,
) -> Result<Team, Problem> {
    // Locked, so that the parent is not dissolved meanwhile.
    let parent = match new.parent_id {
        Some(id) => teams::lock(connection, acting.community, id).await?,
        None => None,
    };
    if new.parent_id.is_some() && parent.is_none() {
        return Err(Problem::unknown_reference("parent_id"));
    }
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let team = Team {
        id: acting.id(),
        kind: new.kind,
        parent: new.parent_id,
        name: new.name.as_str().to_owned(),
        purpose: new.purpose.as_str().to_owned(),
        state: TeamState::Active,
        founded_on: new.founded_on.map_or(today, Day::get),
    };
    team.check_parent(parent.as_ref()).map_err(|refusal| Problem::refused_at("parent_id", refusal))?;
    if !teams::insert(connection, acting.community, &team).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: team.name }));
    }
    let change = Change::made("team.create", &TeamJson::of(team.clone(), Crew::default(), true));
    acting.audit(connection, team.id, change).await?;
    Ok(team)
}
