//! `GET /shifts/{id}`: one shift.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, activities, shifts};
use linli_domain::ids::ShiftId;
use linli_domain::roles::Principal;

use super::json::ShiftOfActivity;
use crate::activities::seen_activity;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A shift
///
/// With its activity, for whoever sees that.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path)),
    responses((status = 200, body = ShiftOfActivity)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/shifts/{id}")]
pub async fn get_shift(
    by: By<Anyone>,
    id: Path<ShiftId>,
    app: Data<App>,
) -> Result<Json<ShiftOfActivity>, Problem> {
    Ok(Json(show(&mut *app.connection().await?, &by.principal, *id).await?))
}

async fn show(connection: &mut Connection, who: &Principal, id: ShiftId) -> Result<ShiftOfActivity, Problem> {
    let shift = shifts::find(connection, who.community, id).await?.ok_or_else(Problem::not_found)?;
    let activity = seen_activity(connection, who, shift.activity).await?;
    let names = activities::names(connection, who.community, &activity).await?;
    Ok(ShiftOfActivity::of(&shift, activity, names))
}
