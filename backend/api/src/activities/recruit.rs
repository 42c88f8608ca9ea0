//! `POST /activities/{id}/recruit`: opening an activity for sign-ups.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;

use super::json::ActivityJson;
use super::steps::moved;
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
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/activities/{id}/recruit")]
pub async fn recruit_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let moved = moved(connection, acting, &by.principal, (*id, "activity.recruit"), Activity::recruit);
        Reply::ok(&moved.await?)
    });
    done.await
}
