//! `POST /stores/{id}/statements`: closing a month of a store.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, statements};
use linli_domain::Refusal;
use linli_domain::calendar::Month;
use linli_domain::ids::{StatementId, StoreId};
use linli_domain::statements::{Statement, StatementState};

use super::get::show;
use super::json::{NewStatement, StatementWithDispute};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Close a month of a store
///
/// Once it is over and nothing in it can be undone any more. From then on the statement says the same for ever, and waits for
/// the partner. The program closes what nobody has closed some days into the next month.
#[utoipa::path(
    tag = "statements",
    params(("id" = StoreId, Path)),
    request_body = NewStatement,
    responses((status = 201, body = StatementWithDispute)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::MonthNotClosable, Kind::MonthClosed])),
    ),
)]
#[post("/stores/{id}/statements")]
pub async fn close_statement(
    by: By<Desk>,
    id: Path<StoreId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewStatement| {
        let closed = close_if_open(connection, acting, *id, body.month).await?;
        let id = closed.ok_or(Refusal::MonthClosed)?;
        let shown = show(connection, acting.community, id).await?;
        Reply::created(format!("/api/v1/statements/{id}"), &shown)
    });
    done.await
}

/// Closes a month of a store; answers none if somebody has done so before.
pub(super) async fn close_if_open(
    connection: &mut Connection,
    acting: &Acting,
    store: StoreId,
    month: Month,
) -> Result<Option<StatementId>, Problem> {
    // Held before anything is read: what is on its way comes before, and what comes later finds the month closed.
    if !statements::hold_store(connection, acting.community, store).await? {
        return Err(Problem::not_found());
    }
    if statements::of_store(connection, acting.community, store, month).await?.is_some() {
        return Ok(None);
    }
    let community = own_community(connection, acting.community).await?;
    community.check_closable(month, acting.now)?;
    let (id, span) = (acting.id(), month.span(community.timezone));
    let totals = statements::freeze(connection, acting.community, (id, store), span).await?;
    let statement = Statement {
        id,
        store,
        month,
        span,
        totals,
        state: StatementState::Closed,
        closed_at: acting.now,
        closed_by: acting.actor,
        answer: None,
        settlement: None,
    };
    statements::insert(connection, acting.community, &statement).await?;
    let shown: StatementWithDispute = show(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::made("statement.close", &shown)).await?;
    Ok(Some(id))
}
