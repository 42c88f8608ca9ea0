//! `GET /users/{id}`: one account.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::users;
use linli_domain::ids::UserId;

use super::json::UserJson;
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::problem::Problem;

/// An account
#[utoipa::path(
    tag = "users",
    params(("id" = UserId, Path)),
    responses((status = 200, body = UserJson)),
    extensions(("x-roles" = json!(Administrators::ALLOWED))),
)]
#[get("/users/{id}")]
pub async fn get_user(
    by: By<Administrators>,
    id: Path<UserId>,
    app: Data<App>,
) -> Result<Json<UserJson>, Problem> {
    let user = users::find(&mut *app.connection().await?, by.community(), *id).await?;
    Ok(Json(UserJson::from(&user.ok_or_else(Problem::not_found)?)))
}
