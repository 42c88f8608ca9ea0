//! `GET /adjustments`: what needs a second person, and what became of it.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::adjustments::{self, Filter};
use linli_domain::adjustments::AdjustmentState;
use linli_domain::ids::ResidentId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::AdjustmentJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which adjustments.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentParams {
    /// Those that stand there.
    state: Option<AdjustmentState>,
    /// Those of this resident.
    resident_id: Option<ResidentId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Adjustments above the limit
///
/// The newest first. Those up to the limit are transfers at once, and stand among them only.
#[utoipa::path(
    tag = "adjustments",
    params(AdjustmentParams),
    responses((status = 200, body = ListOf<AdjustmentJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/adjustments")]
pub async fn list_adjustments(
    by: By<Desk>,
    Params(params): Params<AdjustmentParams>,
    app: Data<App>,
) -> Result<Json<ListOf<AdjustmentJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = Filter { id: None, state: params.state, resident: params.resident_id };
    let page = adjustments::list(&mut *app.connection().await?, by.community(), filter, &slice).await?;
    Ok(Json(list_of(page, AdjustmentJson::from)))
}
