//! `GET /stores/{id}`: one store.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::stores;
use linli_domain::ids::StoreId;

use super::json::StoreJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A store
#[utoipa::path(
    tag = "stores",
    params(("id" = StoreId, Path)),
    responses((status = 200, body = StoreJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/stores/{id}")]
pub async fn get_store(
    by: By<Anyone>,
    id: Path<StoreId>,
    app: Data<App>,
) -> Result<Json<StoreJson>, Problem> {
    let store = stores::find(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(StoreJson::from(&store.ok_or_else(Problem::not_found)?)))
}
