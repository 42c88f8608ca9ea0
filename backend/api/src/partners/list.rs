//! `GET /partners`: the partners of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::partners;
use linli_domain::partners::PartnerState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::PartnerJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which partners.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PartnerParams {
    /// In this state.
    state: Option<PartnerState>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Partners
///
/// In the order of their creation.
#[utoipa::path(
    tag = "partners",
    params(PartnerParams),
    responses((status = 200, body = ListOf<PartnerJson>)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/partners")]
pub async fn list_partners(
    by: By<Anyone>,
    Params(params): Params<PartnerParams>,
    app: Data<App>,
) -> Result<Json<ListOf<PartnerJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = partners::list(&mut *app.connection().await?, by.community(), params.state, &slice).await?;
    let sight = by.principal.sees_contacts();
    Ok(Json(list_of(page, |partner| PartnerJson::seen(&partner, sight))))
}
