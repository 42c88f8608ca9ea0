//! `POST /activities/{id}/close`: ending an activity.

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

/// Close an activity
///
/// Nobody signs up any more; the roster can still be corrected until it is settled.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityJson)),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/activities/{id}/close")]
pub async fn close_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let moved = moved(connection, acting, &by.principal, (*id, "activity.close"), Activity::close);
        Reply::ok(&moved.await?)
    });
    done.await
}
