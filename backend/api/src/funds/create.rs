//! `POST /funds`: setting up a fund.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, funds};
use linli_domain::Refusal;
use linli_domain::funds::FundTotals;

use super::json::{FundJson, NewFund};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Set up a fund
#[utoipa::path(
    tag = "funds",
    request_body = NewFund,
    responses((status = 201, body = FundJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/funds")]
pub async fn create_fund(by: By<Desk>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewFund| {
        let fund = create(connection, acting, body).await?;
        Reply::created(format!("/api/v1/funds/{}", fund.id), &fund)
    });
    done.await
}

pub(crate) async fn create(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewFund,
) -> Result<FundJson, Problem> {
    let fund = new.fund(acting.id(), acting.now);
    if !funds::insert(connection, acting.community, &fund).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: fund.name }));
    }
    let made = FundJson::with(&fund, FundTotals::default());
    acting.audit(connection, fund.id, Change::made("fund.create", &made)).await?;
    Ok(made)
}
