//! `GET /activities`: what teams propose, do and have done.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::activities::{Filter, Viewer};
use linli_db::{Connection, Slice, activities, shifts};
use linli_domain::activities::ActivityState;
use linli_domain::calendar::start_of;
use linli_domain::ids::TeamId;
use linli_domain::roles::Principal;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::json::ActivityJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
use crate::input::{Day, Moment, Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which activities.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ActivityParams {
    /// Of this team.
    team_id: Option<TeamId>,
    /// In this state.
    state: Option<ActivityState>,
    /// Those that residents can sign up for, if true: that recruit or run.
    open: Option<bool>,
    /// Those with a shift that begins on this day of the community or later; the soonest first, by that shift.
    from: Option<Day>,
    /// Those with a shift that begins on this day or earlier; with `from`, between the two, both included.
    until: Option<Day>,
    /// Those whose title has this text in it.
    search: Option<Text<1, 60>>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Activities
///
/// The latest to begin first; with `from` the soonest first. What is not announced yet is seen by who guides the team and who proposed it; what was
/// called off also by who has signed up.
#[utoipa::path(
    tag = "activities",
    params(ActivityParams),
    responses((status = 200, body = ListOf<ActivityJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/activities")]
pub async fn list_activities(
    by: By<Anyone>,
    Params(params): Params<ActivityParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ActivityJson>>, Problem> {
    let Slice { after, limit } = slice::<(Moment, Uuid)>(params.cursor.as_deref(), params.limit)?;
    let slice = Slice { after: after.map(|(begins, id)| (begins.get(), id)), limit };
    let mut connection = app.connection().await?;
    let filter = filter(&mut connection, &by.principal, &params).await?;
    let page = activities::list(&mut connection, by.community(), &filter, &slice).await?;
    let ids: Vec<_> = page.items.iter().map(|(activity, _)| activity.id).collect();
    let shifts = shifts::of(&mut connection, by.community(), &ids).await?;
    let shown = |(activity, names)| ActivityJson::of(&activity, &names, &shifts).seen_by(&by.principal);
    Ok(Json(list_of(page, shown)))
}

async fn filter(
    connection: &mut Connection,
    who: &Principal,
    params: &ActivityParams,
) -> Result<Filter, Problem> {
    let timezone = own_community(connection, who.community).await?.timezone;
    let after = params.until.and_then(|day| day.get().succ_opt());
    let open = params.open.unwrap_or_default().then(|| ActivityState::OPEN.to_vec());
    Ok(Filter {
        team: params.team_id,
        states: params.state.map(|state| vec![state]).or(open),
        since: params.from.map(|day| start_of(day.get(), timezone)),
        before: after.map(|day| start_of(day, timezone)),
        search: params.search.as_ref().map(|text| text.as_str().to_owned()),
        seen_by: viewer(who),
    })
}

/// Who sees a part of the list; none if all of it.
fn viewer(who: &Principal) -> Option<Viewer> {
    let (user, resident) = (who.user, who.resident);
    who.guided_teams().map(|guides| Viewer { guides, user, resident })
}
