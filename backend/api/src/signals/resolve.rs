//! `POST /signals/{id}/resolve`: what came of looking into a signal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, signals};
use linli_domain::ids::SignalId;
use linli_domain::signals::Look;

use super::json::{NewLook, SignalJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Mark a signal as looked into
///
/// Once: dismissed, or acted upon, with a note.
#[utoipa::path(
    tag = "signals",
    params(("id" = SignalId, Path)),
    request_body = NewLook,
    responses((status = 200, body = SignalJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/signals/{id}/resolve")]
pub async fn resolve_signal(
    by: By<Desk>,
    id: Path<SignalId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewLook| {
        Reply::ok(&resolve(connection, acting, *id, body).await?)
    });
    done.await
}

pub(crate) async fn resolve(
    connection: &mut Connection,
    acting: &Acting,
    id: SignalId,
    new: &NewLook,
) -> Result<SignalJson, Problem> {
    let before = signals::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let note = new.note.as_str().to_owned();
    let look = Look { outcome: new.outcome, note, by: acting.user()?, at: acting.now };
    let after = before.looked_into(look)?;
    signals::update(connection, acting.community, &after).await?;
    let found = signals::find(connection, acting.community, id).await?;
    let shown = SignalJson::from(found.ok_or_else(Problem::not_found)?);
    acting.audit(connection, id, Change::made("signal.resolve", &shown)).await?;
    Ok(shown)
}
