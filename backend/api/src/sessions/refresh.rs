//! `POST /sessions/refresh`: staying signed in.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, Utc};
use linli_db::{Connection, sessions, transaction};
use linli_domain::roles::Principal;
use linli_domain::sessions::{EndReason, Refresh, Session, refresh};

use super::cookie::RefreshToken;
use super::issue;
use super::json::AccessToken;
use crate::app::App;
use crate::problem::{Kind, Problem};

/// Renew the access token
///
/// With the refresh cookie, which is replaced. A refresh token that comes a second time ends the whole session
/// (except within ten seconds, when its answer may have been lost on the way).
#[utoipa::path(
    tag = "sessions",
    responses((status = 200, body = AccessToken)),
    extensions(("x-problems" = json!([Kind::NotSignedIn]))),
)]
#[post("/sessions/refresh")]
pub async fn refresh_session(request: HttpRequest, app: Data<App>) -> Result<HttpResponse, Problem> {
    let token = RefreshToken::of(&request).ok_or_else(|| Problem::of(Kind::NotSignedIn))?;
    let now = app.clock.now();
    let mut connection = app.connection().await?;
    let renewed =
        transaction(&mut connection, async |connection| renew(connection, &token, now).await).await?;
    let (session, issued) = renewed.ok_or_else(|| Problem::of(Kind::NotSignedIn))?;
    issue::answer(&app, &session, &issued, now)
}

type Renewed = (Session, (Principal, RefreshToken));

/// The renewed session; none if it is over, which also stands when the transaction is committed.
async fn renew(
    connection: &mut Connection,
    token: &RefreshToken,
    now: DateTime<Utc>,
) -> Result<Option<Renewed>, Problem> {
    let Some((session, state)) = sessions::lock_by_token(connection, &token.hash()).await? else {
        return Ok(None);
    };
    match refresh(&session, state, now) {
        Refresh::Over => Ok(None),
        Refresh::EndFamily => {
            sessions::end(connection, session.id, EndReason::TokenReused, now).await?;
            Ok(None)
        }
        Refresh::Renew => {
            if state.used_at.is_none() {
                sessions::use_token(connection, &token.hash(), now).await?;
            }
            let issued = issue::renew(connection, &session, now).await?;
            Ok(Some((session, issued)))
        }
    }
}
