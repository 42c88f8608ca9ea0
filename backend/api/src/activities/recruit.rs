//! `POST /activities/{id}/recruit`: opening an activity for sign-ups.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, teams};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::roles::Principal;

use super::json::ActivityJson;
use super::steps::moved;
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Open an activity for sign-ups
///
/// After its review.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityJson)),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState, Kind::TeamDissolved]))),
)]
#[post("/activities/{id}/recruit")]
pub async fn recruit_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&recruit(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn recruit(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ActivityId,
) -> Result<ActivityJson, Problem> {
    let announced = moved(connection, acting, who, (id, "activity.recruit"), Activity::recruit).await?;
    // Kept as it is: a team is not dissolved while an activity of it is being announced.
    let team = teams::share(connection, acting.community, announced.team_id).await?;
    team.ok_or_else(|| Problem::unexpected("an activity of no team"))?.check_active()?;
    Ok(announced)
}
