//! `PATCH /funds/{id}`: changing a fund, closing it, opening it again.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, funds};
use linli_domain::Refusal;
use linli_domain::ids::FundId;

use super::json::{FundChangeJson, FundJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a fund
///
/// What is left out stays. A closed fund takes no points; what was given to it stays given.
#[utoipa::path(
    tag = "funds",
    params(("id" = FundId, Path)),
    request_body = FundChangeJson,
    responses((status = 200, body = FundJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[patch("/funds/{id}")]
pub async fn change_fund(
    by: By<Desk>,
    id: Path<FundId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &FundChangeJson| {
        Reply::ok(&change(connection, acting, *id, body).await?)
    });
    done.await
}

pub(crate) async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: FundId,
    change: &FundChangeJson,
) -> Result<FundJson, Problem> {
    let before = funds::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let after = before.changed(change.into());
    if !funds::update(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let totals = funds::totals(connection, acting.community, &[id]).await?.remove(&id).unwrap_or_default();
    let (was, is) = (FundJson::with(&before, totals), FundJson::with(&after, totals));
    acting.audit(connection, id, Change::changed("fund.change", &was, &is)).await?;
    Ok(is)
}
