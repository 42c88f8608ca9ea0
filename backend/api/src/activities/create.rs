//! `POST /activities`: proposing an activity.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, activities, shifts, teams};
use linli_domain::activities::{Activity, ActivityState};
use linli_domain::ids::UserId;

use super::json::{ActivityJson, NewActivity};
use super::steps::{check_rule, planned, shifts_of};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Propose an activity
///
/// A draft, which somebody else reviews. A team leader proposes for the own team only.
#[utoipa::path(
    tag = "activities",
    request_body = NewActivity,
    responses((status = 201, body = ActivityJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::TeamDissolved, Kind::NoRulebookInForce, Kind::TwoReviewersNeeded, Kind::PhotoNeeded,
        ])),
    ),
)]
#[post("/activities")]
pub async fn create_activity(
    by: By<Leaders>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewActivity| {
        if !by.principal.may_guide(body.team_id) {
            return Err(Problem::of(Kind::Forbidden));
        }
        let made = new_activity(connection, acting, by.principal.user, body).await?;
        Reply::created(format!("/api/v1/activities/{}", made.id), &made)
    });
    done.await
}

pub(crate) async fn new_activity(
    connection: &mut Connection,
    acting: &Acting,
    organiser: UserId,
    new: &NewActivity,
) -> Result<ActivityJson, Problem> {
    let community = acting.community;
    // Kept as it is, so that a team that is being dissolved gets no new draft.
    let team = teams::share(connection, community, new.team_id).await?;
    team.ok_or_else(|| Problem::unknown_reference("team_id"))?.check_active()?;
    let (planned, (starts_at, ends_at)) = planned(&new.shifts)?;
    let activity = Activity {
        id: acting.id(),
        team: new.team_id,
        title: new.title.as_str().to_owned(),
        description: new.description.as_str().to_owned(),
        category: new.category,
        beneficiary: new.beneficiary,
        place: new.place.as_str().to_owned(),
        organiser,
        changed_by: organiser,
        rule_code: new.rule_code.as_str().to_owned(),
        recruit: new.recruit,
        state: ActivityState::Draft,
        starts_at,
        ends_at,
        settled_at: None,
        cancel_reason: None,
        return_reason: None,
        created_at: acting.now,
    };
    let shifts = shifts_of(activity.id, acting, &planned);
    check_rule(connection, acting, &activity.rule_code, &shifts).await?;
    activities::insert(connection, community, &activity).await?;
    shifts::insert(connection, community, &shifts).await?;
    let names = activities::names(connection, community, &activity).await?;
    let made = ActivityJson::of(&activity, &names, &shifts);
    acting.audit(connection, made.id, Change::made("activity.create", &made)).await?;
    Ok(made)
}
