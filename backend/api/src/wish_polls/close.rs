//! `POST /wish-polls/{id}/close`: ending a poll before its time.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, wish_polls};
use linli_domain::ids::WishPollId;
use serde_json::json;

use super::json::WishPollJson;
use super::shown;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Close a wish poll
///
/// Before its time; by its time it closes of itself.
#[utoipa::path(
    tag = "wish-polls",
    params(("id" = WishPollId, Path)),
    responses((status = 200, body = WishPollJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/wish-polls/{id}/close")]
pub async fn close_wish_poll(
    by: By<Desk>,
    id: Path<WishPollId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&close(connection, acting, *id).await?)
    });
    done.await
}

pub(crate) async fn close(
    connection: &mut Connection,
    acting: &Acting,
    id: WishPollId,
) -> Result<WishPollJson, Problem> {
    let before = wish_polls::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let was = json!({ "state": before.state(acting.now) });
    let after = before.closed(acting.now)?;
    wish_polls::update(connection, acting.community, &after).await?;
    let is = shown(connection, acting, &after).await?;
    let line = Change::changed("wish_poll.close", &was, &json!({ "state": is.state, "ballots": is.ballots }));
    acting.audit(connection, id, line).await?;
    Ok(is)
}
