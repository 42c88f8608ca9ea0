//! `GET /signups`: what a resident has signed up for.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::signups::{self, Filter};
use linli_domain::ids::{ActivityId, ResidentId};
use linli_domain::signups::SignupState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::SignupJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which sign-ups.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SignupParams {
    /// Of this resident; the caller unless given.
    resident_id: Option<ResidentId>,
    /// In this state.
    state: Option<SignupState>,
    /// For shifts of this activity.
    activity_id: Option<ActivityId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Sign-ups of a resident
///
/// For the resident, the desk and the social workers; the newest first.
#[utoipa::path(
    tag = "signups",
    params(SignupParams),
    responses((status = 200, body = ListOf<SignupJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/signups")]
pub async fn list_signups(
    by: By<Anyone>,
    Params(params): Params<SignupParams>,
    app: Data<App>,
) -> Result<Json<ListOf<SignupJson>>, Problem> {
    let resident = by.seen_resident(params.resident_id)?;
    let filter = Filter { resident, state: params.state, activity: params.activity_id };
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = signups::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, SignupJson::from)))
}
