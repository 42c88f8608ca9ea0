//! `GET /activities/{id}/roster`: who signed up and who came.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, activities, attendances, shifts, signups};
use linli_domain::activities::Activity;
use linli_domain::ids::{ActivityId, CommunityId};

use super::json::{RosterJson, RosterShift};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::problem::{Kind, Problem};

/// The roster of an activity
///
/// With full names, for the team's leaders, the desk and the social workers; once it is settled, with what each
/// attendance earned and why.
#[utoipa::path(
    tag = "roster",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = RosterJson)),
    extensions(("x-roles" = json!(Leaders::ALLOWED))),
)]
#[get("/activities/{id}/roster")]
pub async fn get_roster(
    by: By<Leaders>,
    id: Path<ActivityId>,
    app: Data<App>,
) -> Result<Json<RosterJson>, Problem> {
    let mut connection = app.connection().await?;
    let activity = activities::find(&mut connection, by.community(), *id).await?;
    let activity = activity.ok_or_else(Problem::not_found)?;
    if !by.principal.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(show(&mut connection, by.community(), &activity).await?))
}

/// The roster as it stands.
pub(super) async fn show(
    connection: &mut Connection,
    community: CommunityId,
    activity: &Activity,
) -> Result<RosterJson, Problem> {
    let shifts = shifts::of(connection, community, &[activity.id]).await?;
    let signups = signups::of_activity(connection, community, activity.id).await?;
    let attendances = attendances::of_activity(connection, community, activity.id).await?;
    let of = |shift| RosterShift::of(shift, &signups, &attendances);
    Ok(RosterJson {
        activity_id: activity.id,
        state: activity.state,
        shifts: shifts.iter().map(of).collect(),
    })
}
