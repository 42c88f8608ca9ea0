//! `GET /residents/{id}/honours`: volunteer hours of a lifetime and their stars.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{attendances, residents, rulebooks};
use linli_domain::ids::ResidentId;

use super::json::HonoursJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::{Kind, Problem};

/// A resident's honours
///
/// The volunteer hours of settled rosters, and the star level they come to by the rule book in force. Spending points takes
/// nothing of them. For the desk, the social workers and the resident.
#[utoipa::path(
    tag = "residents",
    params(("id" = ResidentId, Path)),
    responses((status = 200, body = HonoursJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/residents/{id}/honours")]
pub async fn get_honours(
    by: By<Anyone>,
    id: Path<ResidentId>,
    app: Data<App>,
) -> Result<Json<HonoursJson>, Problem> {
    let (mut connection, community) = (app.connection().await?, by.community());
    residents::find(&mut connection, community, *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let minutes = attendances::lifetime_minutes(&mut connection, community, *id).await?;
    let version = rulebooks::in_force(&mut connection, community, by.now).await?;
    let stars = version.map(|version| version.book.stars).unwrap_or_default();
    Ok(Json(HonoursJson::of(stars.honours(minutes), stars)))
}
