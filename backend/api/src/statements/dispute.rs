//! `POST /statements/{id}/dispute`: the partner does not agree to a closed statement.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, statements};
use linli_domain::ids::{StatementId, StatementLineId};
use linli_domain::roles::Principal;
use linli_domain::statements::Answer;

use super::agree::lock_own;
use super::get::show;
use super::json::{NewDispute, StatementWithDispute};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, PartnerManagers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Dispute a statement
///
/// Once, by a manager of the partner, who says why and may name lines. The desk settles it; the statement stays as it is, and what is
/// to be put right is corrected in the month that goes on.
#[utoipa::path(
    tag = "statements",
    params(("id" = StatementId, Path)),
    request_body = NewDispute,
    responses((status = 200, body = StatementWithDispute)),
    extensions(
        ("x-roles" = json!(PartnerManagers::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState])),
    ),
)]
#[post("/statements/{id}/dispute")]
pub async fn dispute_statement(
    by: By<PartnerManagers>,
    id: Path<StatementId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewDispute| {
        Reply::ok(&dispute(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn dispute(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (StatementId, &NewDispute),
) -> Result<StatementWithDispute, Problem> {
    let before = lock_own(connection, acting, who, id).await?;
    let dispute = Some(new.reason.as_str().to_owned());
    let after = before.answered(Answer { by: who.user, at: acting.now, dispute })?;
    let lines = named(connection, acting, (id, new)).await?;
    statements::update(connection, acting.community, &after).await?;
    statements::dispute_lines(connection, acting.community, id, &lines).await?;
    let shown = show(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::made("statement.dispute", &shown)).await?;
    Ok(shown)
}

/// The lines that are named, each once, if all of them are the statement's.
async fn named(
    connection: &mut Connection,
    acting: &Acting,
    (id, new): (StatementId, &NewDispute),
) -> Result<Vec<StatementLineId>, Problem> {
    let named = new.line_ids.as_deref().unwrap_or_default();
    let known = statements::its_lines(connection, acting.community, id, named).await?;
    match named.iter().position(|line| !known.contains(line)) {
        Some(place) => Err(Problem::unknown_reference(format!("line_ids[{place}]"))),
        None => Ok(known),
    }
}
