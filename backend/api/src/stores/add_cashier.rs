//! `POST /stores/{id}/cashiers`: naming a cashier of a store.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, stores, users};
use linli_domain::ids::StoreId;
use linli_domain::residents::Phone;

use super::managed::managed;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::partners::{Assigned, NewAssignee};
use crate::problem::Problem;

/// Name a cashier of a store
///
/// By the desk or a manager of its partner. The person has the role at once. Somebody who is a cashier of the store stays
/// one: 200, and nothing changes.
#[utoipa::path(
    tag = "stores",
    params(("id" = StoreId, Path)),
    request_body = NewAssignee,
    responses((status = 201, body = Assigned), (status = 200, body = Assigned)),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[post("/stores/{id}/cashiers")]
pub async fn add_cashier(
    by: By<Managers>,
    id: Path<StoreId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewAssignee| {
        let store = managed(connection, &by.principal, *id).await?;
        name_cashier(connection, acting, store.id, &body.phone).await
    });
    done.await
}

pub(crate) async fn name_cashier(
    connection: &mut Connection,
    acting: &Acting,
    store: StoreId,
    phone: &Phone,
) -> Result<Reply, Problem> {
    let user = users::find_by_phone(connection, acting.community, phone).await?;
    let cashier = Assigned { user_id: user.ok_or_else(|| Problem::unknown_reference("phone"))?.id };
    if !stores::add_cashier(connection, acting.community, store, cashier.user_id).await? {
        return Reply::ok(&cashier);
    }
    acting.audit(connection, store, Change::made("store.add_cashier", &cashier)).await?;
    Reply::created(format!("/api/v1/stores/{store}/cashiers/{}", cashier.user_id), &cashier)
}
