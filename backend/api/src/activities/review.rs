//! `POST /activities/{id}/review`: reviewing a proposal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, shifts};
use linli_domain::activities::Activity;
use linli_domain::ids::ActivityId;
use linli_domain::notices::NoticeContent;
use linli_domain::roles::Principal;

use super::json::ActivityJson;
use super::steps::{check_rule, moved, tell_organiser};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Guides, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Review an activity
///
/// By the desk or a social worker, but not by who proposed it or changed it last. The rule must still be in force at
/// every shift. Who proposed it is told.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    responses((status = 200, body = ActivityJson)),
    extensions(
        ("x-roles" = json!(Guides::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::ReviewerIsOrganiser, Kind::ReviewerIsEditor, Kind::NoRulebookInForce,
            Kind::TwoReviewersNeeded, Kind::PhotoNeeded,
        ])),
    ),
)]
#[post("/activities/{id}/review")]
pub async fn review_activity(
    by: By<Guides>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&review(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn review(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ActivityId,
) -> Result<ActivityJson, Problem> {
    let review = |activity: Activity| activity.review(who.user);
    let reviewed = moved(connection, acting, who, (id, "activity.review"), review).await?;
    let shifts = shifts::of(connection, acting.community, &[id]).await?;
    check_rule(connection, acting, &reviewed.rule_code, &shifts).await?;
    let content = NoticeContent::ActivityReviewed { activity_id: id, activity_title: reviewed.title.clone() };
    tell_organiser(connection, acting, &reviewed, (format!("activity_reviewed:{id}"), content)).await?;
    Ok(reviewed)
}
