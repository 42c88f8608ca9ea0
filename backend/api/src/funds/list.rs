//! `GET /funds`: the funds of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::funds;
use linli_domain::funds::FundState;
use linli_domain::ids::FundId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::FundJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which funds.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct FundParams {
    /// In this state.
    state: Option<FundState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Funds
///
/// The newest first, each with what was given to it.
#[utoipa::path(
    tag = "funds",
    params(FundParams),
    responses((status = 200, body = ListOf<FundJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/funds")]
pub async fn list_funds(
    by: By<Anyone>,
    Params(params): Params<FundParams>,
    app: Data<App>,
) -> Result<Json<ListOf<FundJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let page = funds::list(&mut connection, by.community(), params.state, &slice).await?;
    let ids: Vec<FundId> = page.items.iter().map(|fund| fund.id).collect();
    let totals = funds::totals(&mut connection, by.community(), &ids).await?;
    let whole = |fund| FundJson::with(&fund, totals.get(&fund.id).copied().unwrap_or_default());
    Ok(Json(list_of(page, whole)))
}
