//! `DELETE /sessions/current`: signing out.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete};
use linli_db::{Connection, sessions, transaction};
use linli_domain::sessions::EndReason;
use serde_json::json;

use super::cookie::{self, RefreshToken};
use crate::app::App;
use crate::problem::Problem;

/// Sign out
///
/// Ends the session of the refresh cookie at once, and takes the cookie away: neither it nor the access token is worth
/// anything from now on. It needs no access token, which may have run out; without a session it does nothing.
#[utoipa::path(tag = "sessions", responses((status = 200, description = "Signed out")))]
#[delete("/sessions/current")]
pub async fn end_session(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    if let Some(token) = RefreshToken::of(&request) {
        let mut connection = app.connection().await?;
        let now = app.clock.now();
        let end = async |connection: &mut Connection| match sessions::lock_by_token(connection, &token.hash())
            .await?
        {
            Some((session, _)) => sessions::end(connection, session.id, EndReason::SignedOut, now).await,
            None => Ok(()),
        };
        transaction(&mut connection, end).await?;
    }
    Ok(HttpResponse::Ok().cookie(cookie::removal(app.secure_cookies)).json(json!({})))
}
