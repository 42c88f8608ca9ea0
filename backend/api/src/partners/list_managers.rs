//! `GET /partners/{id}/managers`: who manages a partner.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::partners;
use linli_domain::ids::PartnerId;

use super::json::AssigneeJson;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// The managers of a partner
///
/// For the desk and for themselves, in the order in which their accounts were opened.
#[utoipa::path(
    tag = "partners",
    params(("id" = PartnerId, Path), ListParams),
    responses((status = 200, body = ListOf<AssigneeJson>)),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[get("/partners/{id}/managers")]
pub async fn list_managers(
    by: By<Managers>,
    id: Path<PartnerId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<AssigneeJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    partners::find(&mut connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_manage(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let page = partners::list_managers(&mut connection, by.community(), *id, &slice).await?;
    Ok(Json(list_of(page, |manager| AssigneeJson::from(&manager))))
}
