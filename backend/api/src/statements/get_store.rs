//! `GET /stores/{id}/statement`: what was confirmed in a store in a day or a month.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::Connection;
use linli_db::statements::Filter;
use linli_domain::calendar::Month;
use linli_domain::communities::Community;
use linli_domain::ids::StoreId;
use linli_domain::roles::Principal;
use serde::Deserialize;
use utoipa::IntoParams;

use super::account::{Account, Asked};
use super::json::{LineJson, StoreStatement};
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params};
use crate::paging::{Limit, list_of, slice};
use crate::problem::{Kind, Problem};

/// Which day or month.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StoreStatementParams {
    /// Of this month of the community; of the one that goes on unless a month or a day is given.
    month: Option<Month>,
    /// Of this day of the community.
    day: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// The statement of a store
///
/// For a month or a day, in the order of time, with what was undone; the totals are without that. A month that is closed
/// says the same for ever. Merchants see their own stores.
#[utoipa::path(
    tag = "statements",
    params(("id" = StoreId, Path), StoreStatementParams),
    responses((status = 200, body = StoreStatement)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/stores/{id}/statement")]
pub async fn get_store_statement(
    by: By<MerchantsOrDesk>,
    id: Path<StoreId>,
    Params(params): Params<StoreStatementParams>,
    app: Data<App>,
) -> Result<Json<StoreStatement>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let asked = Asked::read((params.month, params.day), &community, by.now)?;
    let account = of_store(&mut connection, &by.principal, &community, (*id, asked)).await?;
    let page = account.page(&mut connection, &community, &slice).await?;
    let (standing, totals) = account.stores.first().ok_or_else(Problem::not_found)?;
    let list = list_of(page, LineJson::from);
    Ok(Json(StoreStatement::new(standing, (asked.month, asked.day), *totals, list)))
}

/// The account of one store, if the caller sees it.
///
/// # Errors
/// `not-found`; `forbidden`.
pub(super) async fn of_store(
    connection: &mut Connection,
    who: &Principal,
    community: &Community,
    (id, asked): (StoreId, Asked),
) -> Result<Account, Problem> {
    let filter = Filter { stores: Some(vec![id]), ..Filter::default() };
    let account = Account::load(connection, community, asked, &filter).await?;
    if account.stores.is_empty() {
        return Err(Problem::not_found());
    }
    if who.may_see_store(id) { Ok(account) } else { Err(Problem::of(Kind::Forbidden)) }
}
