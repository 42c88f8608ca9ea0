//! `GET /stores/{id}/cashiers`: who confirms vouchers in a store.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::stores;
use linli_domain::ids::StoreId;

use super::managed::managed;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::partners::AssigneeJson;
use crate::problem::Problem;

/// The cashiers of a store
///
/// For the desk and the managers of its partner, in the order in which their accounts were opened.
#[utoipa::path(
    tag = "stores",
    params(("id" = StoreId, Path), ListParams),
    responses((status = 200, body = ListOf<AssigneeJson>)),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[get("/stores/{id}/cashiers")]
pub async fn list_cashiers(
    by: By<Managers>,
    id: Path<StoreId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<AssigneeJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let store = managed(&mut connection, &by.principal, *id).await?;
    let page = stores::list_cashiers(&mut connection, by.community(), store.id, &slice).await?;
    Ok(Json(list_of(page, |cashier| AssigneeJson::from(&cashier))))
}
