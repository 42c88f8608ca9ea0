//! `POST /activities/{id}/repeat`: proposing an activity for several days to come.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use linli_db::{Connection, activities, shifts, teams};
use linli_domain::activities::{Activity, Shift, first_day, shifts_on, span_of};
use linli_domain::ids::ActivityId;
use linli_domain::roles::Principal;

use super::json::{ActivityJson, Drafts, Repetition};
use super::steps::{check_rule, shifts_of};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Repeat an activity
///
/// Drafts with the same shifts each week, fortnight or month, at the same time of the community's day: all of them, or
/// none. Each is reviewed like any other.
#[utoipa::path(
    tag = "activities",
    params(("id" = ActivityId, Path)),
    request_body = Repetition,
    responses((status = 200, body = Drafts)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::TeamDissolved, Kind::NoRulebookInForce, Kind::TwoReviewersNeeded, Kind::PhotoNeeded,
        ])),
    ),
)]
#[post("/activities/{id}/repeat")]
pub async fn repeat_activity(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Repetition| {
        let times = u32::try_from(body.times.get()).map_err(Problem::unexpected)?;
        let days = |first| (1..=times).filter_map(|number| body.every.day(first, number)).collect();
        Reply::ok(&Drafts { items: again(connection, acting, (&by.principal, *id), days).await? })
    });
    done.await
}

/// Proposes an activity again for the `days` that follow from that of its first shift.
pub(crate) async fn again(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, ActivityId),
    days: impl FnOnce(NaiveDate) -> Vec<NaiveDate>,
) -> Result<Vec<ActivityJson>, Problem> {
    let community = acting.community;
    let activity = activities::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    // Kept as it is, so that a team that is being dissolved gets no new draft.
    let team = teams::share(connection, community, activity.team).await?;
    team.ok_or_else(|| Problem::unexpected("an activity of no team"))?.check_active()?;
    let old = shifts::of(connection, community, &[id]).await?;
    let timezone = own_community(connection, community).await?.timezone;
    let first =
        first_day(&old, timezone).ok_or_else(|| Problem::unexpected("an activity without a shift"))?;
    let (mut drafts, mut new): (Vec<Activity>, Vec<Shift>) = (Vec::new(), Vec::new());
    for day in days(first) {
        let planned = shifts_on(day, &old, timezone);
        let span = span_of(&planned).ok_or_else(|| Problem::unexpected("an activity without a shift"))?;
        let draft = activity.again(acting.id(), who.user, span, acting.now);
        new.extend(shifts_of(draft.id, acting, &planned));
        drafts.push(draft);
    }
    check_rule(connection, acting, &activity.rule_code, &new).await?;
    activities::insert_all(connection, community, &drafts).await?;
    shifts::insert(connection, community, &new).await?;
    let mine = Activity { organiser: who.user, ..activity };
    let names = activities::names(connection, community, &mine).await?;
    let made: Vec<ActivityJson> = drafts.iter().map(|draft| ActivityJson::of(draft, &names, &new)).collect();
    let lines = made.iter().map(|draft| (draft.id, Change::made("activity.create", draft)));
    acting.audit_all(connection, lines).await?;
    Ok(made)
}
