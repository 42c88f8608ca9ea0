//! `GET /stores/{id}/statement.xlsx`: the statement of a store as a workbook.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use linli_domain::calendar::Month;
use linli_domain::ids::StoreId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::account::Asked;
use super::get_store::of_store;
use super::workbook::send;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params};
use crate::problem::{Kind, Problem};
use crate::workbook::WORKBOOK;

/// Which day or month.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct StoreWorkbookParams {
    /// Of this month of the community; of the one that goes on unless a month or a day is given.
    month: Option<Month>,
    /// Of this day of the community.
    day: Option<Day>,
}

/// The statement of a store as a workbook
///
/// Two sheets: 汇总 with the totals and 明细 with the lines, amounts in yuan, times on the community's clocks. Up to 20,000 lines.
#[utoipa::path(
    tag = "statements",
    params(("id" = StoreId, Path), StoreWorkbookParams),
    responses((status = 200, content_type = WORKBOOK, body = Vec<u8>)),
    extensions(
        ("x-roles" = json!(MerchantsOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::ListTooLong])),
    ),
)]
#[get("/stores/{id}/statement.xlsx")]
pub async fn export_store_statement(
    by: By<MerchantsOrDesk>,
    id: Path<StoreId>,
    Params(params): Params<StoreWorkbookParams>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let asked = Asked::read((params.month, params.day), &community, by.now)?;
    let account = of_store(&mut connection, &by.principal, &community, (*id, asked)).await?;
    let lines = account.lines(&mut connection, &community).await?;
    drop(connection);
    send(account, lines, community.timezone).await
}
