//! `GET /partners/{id}/statement.xlsx`: a partner's month over all its stores, as a workbook.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use linli_db::partners;
use linli_db::statements::Filter;
use linli_domain::calendar::Month;
use linli_domain::ids::PartnerId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::account::{Account, Asked};
use super::workbook::send;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::communities::own_community;
use crate::input::Params;
use crate::problem::{Kind, Problem};
use crate::workbook::WORKBOOK;

/// Which month.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PartnerWorkbookParams {
    /// Of this month of the community; of the one that goes on unless given.
    month: Option<Month>,
}

/// A partner's month as a workbook
///
/// All its stores: 汇总 with the totals of each and of all, 明细 with the lines. Up to 20,000 lines. As a list:
/// `GET /statements` with `month` and `partner_id`.
#[utoipa::path(
    tag = "statements",
    params(("id" = PartnerId, Path), PartnerWorkbookParams),
    responses((status = 200, content_type = WORKBOOK, body = Vec<u8>)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::ListTooLong])),
    ),
)]
#[get("/partners/{id}/statement.xlsx")]
pub async fn export_partner_statement(
    by: By<Managers>,
    id: Path<PartnerId>,
    Params(params): Params<PartnerWorkbookParams>,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let mut connection = app.connection().await?;
    let community = own_community(&mut connection, by.community()).await?;
    let partner = partners::find(&mut connection, community.id, *id).await?.ok_or_else(Problem::not_found)?;
    if !by.principal.may_manage(partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let asked = Asked::read((params.month, None), &community, by.now)?;
    let filter = Filter { partner: Some(partner.id), ..Filter::default() };
    let account = Account::load(&mut connection, &community, asked, &filter).await?;
    let lines = account.lines(&mut connection, &community).await?;
    drop(connection);
    send(account, lines, community.timezone).await
}
