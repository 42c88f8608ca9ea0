//! `POST /activities/{id}/copy`: proposing an activity for another day.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::ActivityId;

use super::json::{ActivityJson, NewCopy};
use super::repeat::again;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Copy an activity
///
/// A draft with the same shifts on another day, at the same time of the community's day.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    request_body = NewCopy,
    responses((status = 201, body = ActivityJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::TeamDissolved, Kind::NoRulebookInForce, Kind::TwoReviewersNeeded, Kind::PhotoNeeded,
        ])),
    ),
)]
#[post("/activities/{id}/copy")]
pub async fn copy_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewCopy| {
        let mut made = again(connection, acting, (&by.principal, *id), |_| vec![body.on.get()]).await?;
        let copy = made.pop().ok_or_else(|| Problem::unexpected("no copy"))?;
        Reply::created(format!("/api/v1/activities/{}", copy.id), &copy)
    });
    done.await
}
