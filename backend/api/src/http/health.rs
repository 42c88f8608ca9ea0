//! Whether the server lives, and whether it can serve.

use actix_web::{HttpResponse, get, web};
use linli_db::communities;
use linli_domain::ids::CommunityId;

use crate::app::App;
use crate::problem::Problem;

#[get("/health/live")]
pub(super) async fn get_live() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({"status": "live"}))
}

#[get("/health/ready")]
pub(super) async fn get_ready(app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    communities::find(&mut connection, CommunityId::PLATFORM).await?.ok_or_else(Problem::not_found)?;
    Ok(HttpResponse::Ok().json(serde_json::json!({"status": "ready"})))
}
