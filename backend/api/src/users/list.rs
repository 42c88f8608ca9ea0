//! `GET /users`: the accounts of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::users;

use super::json::UserJson;
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::Problem;

/// Accounts
///
/// In the order in which they were opened.
#[utoipa::path(
    tag = "users",
    params(ListParams),
    responses((status = 200, body = ListOf<UserJson>)),
    extensions(("x-roles" = json!(Administrators::ALLOWED))),
)]
#[get("/users")]
pub async fn list_users(
    by: By<Administrators>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<UserJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let page = users::list(&mut *app.connection().await?, by.community(), &slice).await?;
    Ok(Json(list_of(page, |user| UserJson::from(&user))))
}
