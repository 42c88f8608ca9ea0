//! `GET /teams/{id}`: one team.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, teams};
use linli_domain::ids::{CommunityId, TeamId};
use linli_domain::teams::Team;

use super::json::TeamJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A team
///
/// With how many are in it and who leads it; names are masked unless the desk or a social worker asks.
#[utoipa::path(
    tag = "teams",
    params(("id" = TeamId, Path)),
    responses((status = 200, body = TeamJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/teams/{id}")]
pub async fn get_team(by: By<Anyone>, id: Path<TeamId>, app: Data<App>) -> Result<Json<TeamJson>, Problem> {
    let mut connection = app.connection().await?;
    let team = teams::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    let named = by.principal.may_see_names();
    Ok(Json(show(&mut connection, by.community(), team, named).await?))
}

/// A team with those who are in it.
pub(super) async fn show(
    connection: &mut Connection,
    community: CommunityId,
    team: Team,
    named: bool,
) -> Result<TeamJson, Problem> {
    let crew = teams::crews(connection, community, &[team.id]).await?.remove(&team.id);
    Ok(TeamJson::of(team, crew.unwrap_or_default(), named))
}
