//! `GET /partners/{id}`: one partner.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::partners;
use linli_domain::ids::PartnerId;

use super::json::PartnerJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::Problem;

/// A partner
#[utoipa::path(
    tag = "partners",
    params(("id" = PartnerId, Path)),
    responses((status = 200, body = PartnerJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/partners/{id}")]
pub async fn get_partner(
    by: By<Anyone>,
    id: Path<PartnerId>,
    app: Data<App>,
) -> Result<Json<PartnerJson>, Problem> {
    let partner = partners::find(&mut *app.connection().await?, by.community(), *id).await?;
    let partner = partner.ok_or_else(Problem::not_found)?;
    Ok(Json(PartnerJson::seen(&partner, by.principal.sees_contacts())))
}
