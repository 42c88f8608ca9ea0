//! `PATCH /teams/{id}`: changing a team, dissolving it.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, activities, teams};
use linli_domain::Refusal;
use linli_domain::ids::TeamId;
use linli_domain::teams::Team;

use super::get::show;
use super::json::{TeamChange, TeamJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a team
///
/// What is left out stays. A team is dissolved once no active team is below it and its announced activities are settled or
/// called off; it is taken up again if the team above it is active.
#[utoipa::path(
    tag = "teams",
    params(("id" = TeamId, Path)),
    request_body = TeamChange,
    responses((status = 200, body = TeamJson)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([
            Kind::TeamHasDerivedTeams, Kind::TeamHasActivities, Kind::UnsuitableParent, Kind::NameTaken,
        ])),
    ),
)]
#[patch("/teams/{id}")]
pub async fn change_team(
    by: By<Guides>,
    id: Path<TeamId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &TeamChange| {
        Reply::ok(&change(connection, acting, *id, body).await?)
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: TeamId,
    change: &TeamChange,
) -> Result<TeamJson, Problem> {
    let community = acting.community;
    let before = teams::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    // Locks go up the tree only, here and where a team is founded.
    let parent = match before.parent {
        Some(parent) => teams::lock(connection, community, parent).await?,
        None => None,
    };
    let has_active_below = teams::has_active_below(connection, community, id).await?;
    let state = change.state.unwrap_or(before.state);
    let has_announced = activities::is_any_announced(connection, community, id).await?;
    let moved = before.clone().with_state(state, parent.as_ref(), (has_active_below, has_announced))?;
    let text = |new: Option<&str>, old: String| new.map_or(old, str::to_owned);
    let after = Team {
        name: text(change.name.as_ref().map(|name| name.as_str()), moved.name),
        purpose: text(change.purpose.as_ref().map(|purpose| purpose.as_str()), moved.purpose),
        ..moved
    };
    if !teams::update(connection, community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let before = show(connection, community, before, true).await?;
    let after = show(connection, community, after, true).await?;
    acting.audit(connection, id, Change::changed("team.change", &before, &after)).await?;
    Ok(after)
}
