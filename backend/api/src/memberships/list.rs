//! `GET /teams/{id}/memberships`: who is in a team, and who has asked to be.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{memberships, teams};
use linli_domain::ids::TeamId;
use linli_domain::memberships::MembershipState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::MembershipJson;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::{Kind, Problem};

/// Which memberships of a team.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct MembershipParams {
    /// In this state.
    state: Option<MembershipState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Memberships of a team
///
/// With full names, for the team's leaders, the desk and the social workers; in the order of the requests.
#[utoipa::path(
    tag = "memberships",
    params(("id" = TeamId, Path), MembershipParams),
    responses((status = 200, body = ListOf<MembershipJson>)),
    extensions(("x-roles" = json!(Leaders::ALLOWED))),
)]
#[get("/teams/{id}/memberships")]
pub async fn list_memberships(
    by: By<Leaders>,
    id: Path<TeamId>,
    Params(params): Params<MembershipParams>,
    app: Data<App>,
) -> Result<Json<ListOf<MembershipJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let team = teams::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_guide(team.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let filter = memberships::Filter { team: Some(team.id), state: params.state, resident: None };
    let page = memberships::list(&mut connection, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |(membership, names)| MembershipJson::of(&membership, names))))
}
