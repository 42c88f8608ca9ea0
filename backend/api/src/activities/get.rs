//! `GET /activities/{id}`: one activity.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{activities, shifts};
use linli_domain::ids::ActivityId;

use super::json::ActivityJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// An activity
///
/// With its shifts and how many of their places are taken.
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
    let activity = activities::find(&mut connection, by.community(), *id).await?;
    let activity = activity.ok_or_else(Problem::not_found)?;
    let shifts = shifts::of(&mut connection, by.community(), &[activity.id]).await?;
    Ok(Json(ActivityJson::of(&activity, &shifts)))
}
