//! `GET /activities`: what teams propose, do and have done.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::{Slice, activities, shifts};
use linli_domain::activities::ActivityState;
use linli_domain::ids::TeamId;
use linli_domain::roles::Principal;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::json::ActivityJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::{Moment, Params};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which activities.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ActivityParams {
    /// Of this team.
    team_id: Option<TeamId>,
    /// In this state.
    state: Option<ActivityState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Activities
///
/// The latest to begin first. What is not announced yet is seen by who guides the team and who proposed it; what was
/// called off also by who has signed up.
#[utoipa::path(
    tag = "activities",
    params(ActivityParams),
    responses((status = 200, body = ListOf<ActivityJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/activities")]
pub async fn list_activities(
    by: By<Anyone>,
    Params(params): Params<ActivityParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ActivityJson>>, Problem> {
    let Slice { after, limit } = slice::<(Moment, Uuid)>(params.cursor.as_deref(), params.limit)?;
    let slice = Slice { after: after.map(|(begins, id)| (begins.get(), id)), limit };
    let filter =
        activities::Filter { team: params.team_id, state: params.state, seen_by: viewer(&by.principal) };
    let mut connection = app.connection().await?;
    let page = activities::list(&mut connection, by.community(), &filter, &slice).await?;
    let ids: Vec<_> = page.items.iter().map(|activity| activity.id).collect();
    let shifts = shifts::of(&mut connection, by.community(), &ids).await?;
    Ok(Json(list_of(page, |activity| ActivityJson::of(&activity, &shifts).seen_by(&by.principal))))
}

/// Who sees a part of the list; none if all of it.
fn viewer(who: &Principal) -> Option<activities::Viewer> {
    let (user, resident) = (who.user, who.resident);
    who.guided_teams().map(|guides| activities::Viewer { guides, user, resident })
}
