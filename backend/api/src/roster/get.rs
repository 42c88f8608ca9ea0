//! `GET /activities/{id}/roster`: who signed up and who came.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Slice, activities, roster};
use linli_domain::ids::ActivityId;
use uuid::Uuid;

use super::json::RosterLine;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::input::{Moment, Params};
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// The roster of an activity
///
/// Who signed up and who came, shift by shift in the order in which they begin. With full names, for the team's leaders,
/// the desk and the social workers; once it is settled, with what each attendance earned and why.
#[utoipa::path(
    tag = "roster",
    params(("id" = ActivityId, Path), ListParams),
    responses((status = 200, body = ListOf<RosterLine>)),
    extensions(("x-roles" = json!(Leaders::ALLOWED))),
)]
#[get("/activities/{id}/roster")]
pub async fn get_roster(
    by: By<Leaders>,
    id: Path<ActivityId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<RosterLine>>, Problem> {
    let Slice { after, limit } = slice::<(Moment, Uuid, Uuid)>(params.cursor.as_deref(), params.limit)?;
    let slice =
        Slice { after: after.map(|(begins, shift, resident)| (begins.get(), shift, resident)), limit };
    let mut connection = app.connection().await?;
    let activity = activities::find(&mut connection, by.community(), *id).await?;
    let activity = activity.ok_or_else(Problem::not_found)?;
    if !by.principal.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let page = roster::list(&mut connection, by.community(), activity.id, &slice).await?;
    Ok(Json(list_of(page, RosterLine::from)))
}
