//! `POST /statements/{id}/settle`: the desk answers a dispute.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, statements};
use linli_domain::ids::StatementId;
use linli_domain::statements::Settlement;

use super::get::show;
use super::json::{NewSettlement, StatementWithDispute};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Settle a dispute
///
/// Once, by the desk, but not by who disputed the statement. The note says what came of it.
#[utoipa::path(
    tag = "statements",
    params(("id" = StatementId, Path)),
    request_body = NewSettlement,
    responses((status = 200, body = StatementWithDispute)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::OwnDispute])),
    ),
)]
#[post("/statements/{id}/settle")]
pub async fn settle_statement(
    by: By<Desk>,
    id: Path<StatementId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewSettlement| {
        Reply::ok(&settle(connection, acting, *id, body).await?)
    });
    done.await
}

pub(crate) async fn settle(
    connection: &mut Connection,
    acting: &Acting,
    id: StatementId,
    new: &NewSettlement,
) -> Result<StatementWithDispute, Problem> {
    let before = statements::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let note = new.note.as_str().to_owned();
    let after = before.settled(Settlement { by: acting.user()?, at: acting.now, note })?;
    statements::update(connection, acting.community, &after).await?;
    let shown = show(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::made("statement.settle", &shown)).await?;
    Ok(shown)
}
