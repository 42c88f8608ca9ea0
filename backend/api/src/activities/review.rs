//! `POST /activities/{id}/review`: reviewing a proposal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;

use super::json::ActivityJson;
use super::steps::moved;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Review an activity
///
/// By the desk or a social worker, but not by who proposed it.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityJson)),
    extensions(("x-roles" = json!(Guides::ALLOWED)), ("x-problems" = json!([Kind::WrongState, Kind::ReviewerIsOrganiser]))),
)]
#[post("/activities/{id}/review")]
pub async fn review_activity(
    by: By<Guides>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let review = |activity: Activity| activity.review(by.principal.user);
        Reply::ok(&moved(connection, acting, &by.principal, (*id, "activity.review"), review).await?)
    });
    done.await
}
