//! `POST /statements/{id}/agree`: the partner agrees to a closed statement.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, statements};
use linli_domain::ids::StatementId;
use linli_domain::roles::Principal;
use linli_domain::statements::{Answer, Statement};

use super::get::show;
use super::json::StatementWithDispute;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, PartnerManagers, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Agree to a statement
///
/// Once, by a manager of the partner.
#[utoipa::path(
    tag = "statements",
    params(("id" = StatementId, Path)),
    responses((status = 200, body = StatementWithDispute)),
    extensions(
        ("x-roles" = json!(PartnerManagers::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState])),
    ),
)]
#[post("/statements/{id}/agree")]
pub async fn agree_statement(
    by: By<PartnerManagers>,
    id: Path<StatementId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&agree(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn agree(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: StatementId,
) -> Result<StatementWithDispute, Problem> {
    let before = lock_own(connection, acting, who, id).await?;
    let after = before.answered(Answer { by: who.user, at: acting.now, dispute: None })?;
    statements::update(connection, acting.community, &after).await?;
    let shown = show(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::made("statement.agree", &shown)).await?;
    Ok(shown)
}

/// The statement, locked, if the caller speaks for its partner.
///
/// # Errors
/// `not-found`; `forbidden`.
pub(super) async fn lock_own(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: StatementId,
) -> Result<Statement, Problem> {
    let statement =
        statements::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let standing = statements::find(connection, acting.community, id).await?;
    let own = standing.is_some_and(|standing| who.may_answer_for(standing.partner));
    if own { Ok(statement) } else { Err(Problem::of(Kind::Forbidden)) }
}
