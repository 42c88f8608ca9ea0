//! `POST /activities/{id}/cancel`: calling an activity off.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;

use super::json::{ActivityJson, Cancellation};
use super::steps::moved;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Cancel an activity
///
/// Before it is settled, also once it is closed; nobody earns anything by it.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    request_body = Cancellation,
    responses((status = 200, body = ActivityJson)),
    extensions(("x-roles" = json!(Leaders::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/activities/{id}/cancel")]
pub async fn cancel_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Cancellation| {
        let cancel = |activity: Activity| activity.cancel(body.reason.as_str().to_owned());
        Reply::ok(&moved(connection, acting, &by.principal, (*id, "activity.cancel"), cancel).await?)
    });
    done.await
}
