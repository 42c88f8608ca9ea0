//! `PATCH /stores/{id}`: changing a store.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, stores};
use linli_domain::Refusal;
use linli_domain::ids::StoreId;
use linli_domain::partners::Store;
use linli_domain::roles::Principal;

use super::json::{StoreChangeJson, StoreJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a store
///
/// What is left out stays. Its partner's managers know best where it is and whether it is open.
#[utoipa::path(
    tag = "stores",
    params(("id" = StoreId, Path)),
    request_body = StoreChangeJson,
    responses((status = 200, body = StoreJson)),
    extensions(("x-roles" = json!(Managers::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[patch("/stores/{id}")]
pub async fn change_store(
    by: By<Managers>,
    id: Path<StoreId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &StoreChangeJson| {
        Reply::ok(&StoreJson::from(&change(connection, (acting, &by.principal), *id, body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    (acting, who): (&Acting, &Principal),
    id: StoreId,
    change: &StoreChangeJson,
) -> Result<Store, Problem> {
    let before = stores::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_manage(before.partner) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let after = before.changed(change.into());
    if !stores::update(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let line = Change::changed("store.change", &StoreJson::from(&before), &StoreJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}
