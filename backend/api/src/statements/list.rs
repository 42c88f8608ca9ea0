//! `GET /statements`: the statements of stores.

use actix_web::get;
use actix_web::web::{Data, Json};
use linli_db::statements::{self, Filter, Standing};
use linli_db::{Connection, Page, Slice};
use linli_domain::calendar::Month;
use linli_domain::communities::Community;
use linli_domain::ids::{PartnerId, StoreId};
use linli_domain::statements::StatementState;
use serde::Deserialize;
use utoipa::IntoParams;

use super::account::{Asked, totals_of};
use super::json::StatementJson;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::communities::own_community;
use crate::confirmations::stores_of;
use crate::input::Params;
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which statements.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StatementParams {
    /// Of this month, whether it is closed or not; only those that are closed, of all months, unless given.
    month: Option<Month>,
    /// Where they stand; `open` together with a month only.
    state: Option<StatementState>,
    /// Of this store; of all that the caller sees unless given.
    store_id: Option<StoreId>,
    /// Of this partner's stores.
    partner_id: Option<PartnerId>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Statements
///
/// Of a month: all stores in the order of their creation, with what they come to by now. Otherwise: what was closed, the
/// newest first; `state=disputed` is what waits for the desk. Merchants see their own stores.
#[utoipa::path(
    tag = "statements",
    params(StatementParams),
    responses((status = 200, body = ListOf<StatementJson>)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/statements")]
pub async fn list_statements(
    by: By<MerchantsOrDesk>,
    Params(params): Params<StatementParams>,
    app: Data<App>,
) -> Result<Json<ListOf<StatementJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    if params.month.is_none() && params.state == Some(StatementState::Open) {
        return Err(Problem::field("month", "查看未关账的门店请指明月份"));
    }
    let stores = stores_of(&by.principal, params.store_id)?;
    let filter = Filter { stores, partner: params.partner_id, state: params.state };
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let page = match params.month {
        Some(month) => of_month(&mut connection, &community, (month, &filter), &slice).await?,
        None => statements::list(&mut connection, community.id, &filter, &slice).await?.try_map(closed)?,
    };
    Ok(Json(list_of(page, |shown| shown)))
}

async fn of_month(
    connection: &mut Connection,
    community: &Community,
    (month, filter): (Month, &Filter),
    slice: &Slice,
) -> Result<Page<StatementJson>, Problem> {
    let page = statements::of_month(connection, community.id, (month, filter), slice).await?;
    let asked = Asked { month, day: None, span: month.span(community.timezone) };
    let totals = totals_of(connection, community, asked, &page.items).await?;
    page.try_map(|standing| {
        let totals = totals.get(&standing.store).copied().unwrap_or_default();
        Ok(StatementJson::new(&standing, month, totals))
    })
}

/// A statement that was closed.
///
/// # Errors
/// If it was not.
pub(super) fn closed(standing: Standing) -> Result<StatementJson, Problem> {
    let statement = standing.statement.as_ref().ok_or_else(|| Problem::unexpected("no statement"))?;
    Ok(StatementJson::new(&standing, statement.month, statement.totals))
}
