//! `GET /activities/{id}`: one activity.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, activities, shifts, signups};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::roles::Principal;

use super::json::ActivityJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// An activity
///
/// With its shifts and how many of their places are taken. What is not announced yet is seen by who guides the team and
/// who proposed it; what was called off also by who has signed up.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/activities/{id}")]
pub async fn get_activity(
    by: By<Anyone>,
    id: Path<ActivityId>,
    app: Data<App>,
) -> Result<Json<ActivityJson>, Problem> {
    let mut connection = app.connection().await?;
    Ok(Json(show(&mut connection, &by.principal, *id).await?))
}

/// The activity with this id, if `who` may see it.
pub(crate) async fn seen_activity(
    connection: &mut Connection,
    who: &Principal,
    id: ActivityId,
) -> Result<Activity, Problem> {
    let activity = activities::find(connection, who.community, id).await?.ok_or_else(Problem::not_found)?;
    let signed_up = match who.resident {
        Some(resident) => signups::is_open_in(connection, who.community, (id, resident)).await?,
        None => false,
    };
    if who.may_see_activity(&activity, signed_up) { Ok(activity) } else { Err(Problem::not_found()) }
}

async fn show(connection: &mut Connection, who: &Principal, id: ActivityId) -> Result<ActivityJson, Problem> {
    let activity = seen_activity(connection, who, id).await?;
    let names = activities::names(connection, who.community, &activity).await?;
    let shifts = shifts::of(connection, who.community, &[id]).await?;
    Ok(ActivityJson::of(&activity, &names, &shifts).seen_by(who))
}
