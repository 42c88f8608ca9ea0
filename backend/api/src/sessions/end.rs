//! `DELETE /sessions/current`: signing out.

use actix_web::web::Data;
use actix_web::{HttpResponse, delete};
use linli_db::sessions;
use linli_domain::sessions::EndReason;
use serde_json::json;

use super::cookie;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::Problem;

/// Sign out
///
/// Ends the session at once: its access token and its refresh token are worth nothing from now on.
#[utoipa::path(
    tag = "sessions",
    responses((status = 200, description = "Signed out")),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[delete("/sessions/current")]
pub async fn end_session(by: By<Anyone>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let session = by.session;
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        sessions::end(connection, session, EndReason::SignedOut, acting.now).await?;
        Reply::ok(&json!({}))
    });
    let mut response = done.await?;
    response.add_cookie(&cookie::removal(app.secure_cookies)).map_err(Problem::unexpected)?;
    Ok(response)
}
