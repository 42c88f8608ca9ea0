//! `GET /users`: the accounts of the community.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::users::{self, Filter};
use linli_domain::roles::Role;
use serde::Deserialize;
use utoipa::IntoParams;

use super::json::ListedUserJson;
use crate::app::App;
use crate::auth::{Administrators, By, Roles};
use crate::input::{Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which accounts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct UserParams {
    /// A part of the name, or the end of the phone number.
    search: Option<Text<1, 40>>,
    /// Of people who are this.
    role: Option<Role>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Accounts
///
/// In the order in which they were opened.
#[utoipa::path(
    tag = "users",
    params(UserParams),
    responses((status = 200, body = ListOf<ListedUserJson>)),
    extensions(("x-roles" = json!(Administrators::ALLOWED))),
)]
#[get("/users")]
pub async fn list_users(
    by: By<Administrators>,
    Params(params): Params<UserParams>,
    app: Data<App>,
) -> Result<Json<ListOf<ListedUserJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let filter = Filter { search: params.search.map(Text::into_string), role: params.role };
    let page = users::list(&mut *app.connection().await?, by.community(), &filter, &slice).await?;
    Ok(Json(list_of(page, ListedUserJson::from)))
}
