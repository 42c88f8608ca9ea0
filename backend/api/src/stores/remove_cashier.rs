//! `DELETE /stores/{id}/cashiers/{user_id}`: a cashier is one no longer.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};
use linli_db::{Connection, stores};
use linli_domain::ids::{StoreId, UserId};
use serde_json::json;

use super::managed::managed;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::Problem;

/// Take a cashier away from a store
///
/// By the desk or a manager of its partner. The person loses the role at once.
#[utoipa::path(
    tag = "stores",
    params(("id" = StoreId, Path), ("user_id" = UserId, Path)),
    responses((status = 200, description = "Taken away")),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[delete("/stores/{id}/cashiers/{user_id}")]
pub async fn remove_cashier(
    by: By<Managers>,
    path: Path<(StoreId, UserId)>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let (id, user) = path.into_inner();
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let store = managed(connection, &by.principal, id).await?;
        remove(connection, acting, store.id, user).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

async fn remove(
    connection: &mut Connection,
    acting: &Acting,
    store: StoreId,
    user: UserId,
) -> Result<(), Problem> {
    if !stores::remove_cashier(connection, acting.community, store, user).await? {
        return Err(Problem::not_found());
    }
    let line = Change::ended("store.remove_cashier", &json!({ "user_id": user }));
    acting.audit(connection, store, line).await?;
    Ok(())
}
