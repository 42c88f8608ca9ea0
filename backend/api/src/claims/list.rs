//! `GET /claims`: a resident's own, those a resident can confirm, or all that wait for review.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::claims::{self, Filter};
use linli_domain::claims::ClaimState;
use linli_domain::ids::ResidentId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ClaimJson;
use crate::app::App;
use crate::auth::{By, ResidentOrGuides, Roles};
use crate::input::{Day, Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which claims.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ClaimParams {
    /// Those that stand there.
    state: Option<ClaimState>,
    /// Those that wait for reviewers only, submitted or appealed about; the oldest first.
    waiting: Option<bool>,
    /// Those of this resident; the caller's own unless given, or at the desk all.
    resident_id: Option<ResidentId>,
    /// Those whose deed was done for this resident; residents see those that their own word counts for.
    beneficiary_id: Option<ResidentId>,
    /// Those by the rule with this code.
    rule_code: Option<Text<1, 20>>,
    /// Those of deeds from this day on.
    from: Option<Day>,
    /// Those of deeds up to this day.
    to: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Claims
///
/// The newest first; those that wait, the oldest first. Residents have their own, and those that they can confirm; the desk
/// and the social workers have all.
#[utoipa::path(
    tag = "claims",
    params(ClaimParams),
    responses((status = 200, body = ListOf<ClaimJson>)),
    extensions(("x-roles" = json!(ResidentOrGuides::ALLOWED))),
)]
#[get("/claims")]
pub async fn list_claims(
    by: By<ResidentOrGuides>,
    Params(params): Params<ClaimParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ClaimJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = filter(&by, &params)?;
    let page = claims::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, |listed| ClaimJson::shown_to(&by.principal, listed))))
}

/// What the caller may see of what was asked for.
fn filter(by: &By<ResidentOrGuides>, params: &ClaimParams) -> Result<Filter, Problem> {
    let guides = by.principal.may_see_names();
    let beneficiary = params.beneficiary_id.map(|one| by.seen_resident(Some(one))).transpose()?;
    let resident = match (params.resident_id, beneficiary) {
        (Some(resident), _) if beneficiary.is_none() || guides => Some(by.seen_resident(Some(resident))?),
        (Some(resident), _) => Some(resident),
        (None, Some(_)) => None,
        (None, None) if guides => None,
        (None, None) => Some(by.seen_resident(None)?),
    };
    Ok(Filter {
        state: params.state,
        waiting: params.waiting.unwrap_or_default(),
        resident,
        beneficiary,
        confirmable: beneficiary.is_some() && !guides,
        rule_code: params.rule_code.as_ref().map(|code| code.as_str().to_owned()),
        from: params.from.map(Day::get),
        to: params.to.map(Day::get),
    })
}
