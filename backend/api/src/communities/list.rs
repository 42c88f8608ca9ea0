//! `GET /communities`: all communities.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::communities;

use super::json::CommunityJson;
use crate::app::App;
use crate::auth::{By, Operators, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Communities
///
/// In the order of their creation.
#[utoipa::path(
    tag = "communities",
    params(ListParams),
    responses((status = 200, body = ListOf<CommunityJson>)),
    extensions(("x-roles" = json!(Operators::ALLOWED))),
)]
#[get("/communities")]
pub async fn list_communities(
    _by: By<Operators>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<CommunityJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = communities::list(&mut *app.connection().await?, &slice).await?;
    Ok(Json(list_of(page, |community| CommunityJson::from(&community))))
}
