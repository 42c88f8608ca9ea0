//! `POST /activities/{id}/send-back`: having a proposal mended.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;

use super::json::{ActivityJson, SendingBack};
use super::steps::{moved, tell_organiser};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Send a proposal back
///
/// By the desk or a social worker, but not by who proposed it, who is told why. Once it is changed, it waits for its
/// review again.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    request_body = SendingBack,
    responses((status = 200, body = ActivityJson)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ReviewerIsOrganiser])),
    ),
)]
#[post("/activities/{id}/send-back")]
pub async fn send_back_activity(
    by: By<Guides>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &SendingBack| {
        Reply::ok(&send_back(connection, acting, &by.principal, (*id, body.reason.as_str())).await?)
    });
    done.await
}

async fn send_back(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, reason): (ActivityId, &str),
) -> Result<ActivityJson, Problem> {
    let send_back = |activity: Activity| activity.sent_back(who.user, reason.to_owned());
    let after = moved(connection, acting, who, (id, "activity.send_back"), send_back).await?;
    let content = NoticeContent::ActivityReturned {
        activity_id: id,
        activity_title: after.title.clone(),
        reason: reason.to_owned(),
    };
    // It can be sent back more than once: each time is told.
    let subject = format!("activity_returned:{id}:{}", acting.now.timestamp_millis());
    tell_organiser(connection, acting, &after, (subject, content)).await?;
    Ok(after)
}
