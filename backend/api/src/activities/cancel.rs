//! `POST /activities/{id}/cancel`: calling an activity off.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, signups};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;

use super::json::{ActivityJson, Cancellation};
use super::steps::moved;
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::notices::tell_all;
use crate::problem::{Kind, Problem};

/// Cancel an activity
///
/// Before it is settled, also once it is closed; nobody earns anything by it. Who has a place in it or waits for one is told.
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
        Reply::ok(&call_off(connection, acting, &by.principal, (*id, body.reason.as_str())).await?)
    });
    done.await
}

/// Calls an activity off, and tells those who have a place in it or wait for one.
pub(crate) async fn call_off(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, reason): (ActivityId, &str),
) -> Result<ActivityJson, Problem> {
    let cancel = |activity: Activity| activity.cancel(reason.to_owned());
    let after = moved(connection, acting, who, (id, "activity.cancel"), cancel).await?;
    let on = own_community(connection, acting.community).await?.day_of(after.starts_at);
    let content = NoticeContent::ActivityCancelled {
        activity_id: id,
        activity_title: after.title.clone(),
        on,
        reason: reason.to_owned(),
    };
    let residents = signups::residents_in(connection, acting.community, id).await?;
    let told = |resident| (resident, format!("activity_cancelled:{id}"), content.clone());
    tell_all(connection, acting, residents.into_iter().map(told)).await?;
    Ok(after)
}
