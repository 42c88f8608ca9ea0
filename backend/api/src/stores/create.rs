//! `POST /partners/{id}/stores`: opening a store of a partner.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, partners, stores};
use linli_domain::Refusal;
use linli_domain::ids::PartnerId;
use linli_domain::partners::{Store, StoreState};

use super::hours::hours_of;
use super::json::{NewStore, StoreJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Open a store of a partner
#[utoipa::path(
    tag = "stores",
    params(("id" = PartnerId, Path)),
    request_body = NewStore,
    responses((status = 201, body = StoreJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/partners/{id}/stores")]
pub async fn create_store(
    by: By<Desk>,
    id: Path<PartnerId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewStore| {
        let store = new_store(connection, acting, *id, body).await?;
        Reply::created(format!("/api/v1/stores/{}", store.id), &StoreJson::from(&store))
    });
    done.await
}

pub(crate) async fn new_store(
    connection: &mut Connection,
    acting: &Acting,
    partner: PartnerId,
    new: &NewStore,
) -> Result<Store, Problem> {
    let partner = partners::find(connection, acting.community, partner).await?;
    let store = Store {
        id: acting.id(),
        partner: partner.ok_or_else(Problem::not_found)?.id,
        name: new.name.as_str().to_owned(),
        address: new.address.as_str().to_owned(),
        state: StoreState::Open,
        hours: new.hours.as_ref().map(hours_of).unwrap_or_default(),
    };
    if !stores::insert(connection, acting.community, &store).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: store.name }));
    }
    acting.audit(connection, store.id, Change::made("store.create", &StoreJson::from(&store))).await?;
    Ok(store)
}
