//! `GET /memberships`: the teams a resident is in, has asked to join, or has left; for those who guide, of everybody.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::memberships;
use linli_domain::ids::ResidentId;
use linli_domain::memberships::MembershipState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::MembershipJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::{Kind, Problem};

/// Which memberships of a resident.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ResidentMembershipParams {
    /// The resident; the caller unless given.
    resident_id: Option<ResidentId>,
    /// True for those of everybody, which is for the desk and the social workers; with a resident, only that one's.
    everybody: Option<bool>,
    /// In this state.
    state: Option<MembershipState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Memberships of a resident
///
/// For the resident, the desk and the social workers; in the order of the requests. `everybody=true&state=requested` is what
/// waits in all teams.
#[utoipa::path(
    tag = "memberships",
    params(ResidentMembershipParams),
    responses((status = 200, body = ListOf<MembershipJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/memberships")]
pub async fn list_resident_memberships(
    by: By<Anyone>,
    Params(params): Params<ResidentMembershipParams>,
    app: Data<App>,
) -> Result<Json<ListOf<MembershipJson>>, Problem> {
    let all = params.everybody == Some(true) && params.resident_id.is_none();
    let resident = if all { everybody(&by)? } else { Some(by.seen_resident(params.resident_id)?) };
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = memberships::Filter { resident, state: params.state, team: None };
    let page = memberships::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |(membership, names)| MembershipJson::of(&membership, names))))
}

/// Nobody in particular, for those who guide all teams.
///
/// # Errors
/// `forbidden` for others.
fn everybody(by: &By<Anyone>) -> Result<Option<ResidentId>, Problem> {
    if by.principal.may_see_names() { Ok(None) } else { Err(Problem::of(Kind::Forbidden)) }
}
