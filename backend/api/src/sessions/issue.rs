//! Issuing an access token and the refresh token beside it.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use chrono::{DateTime, Duration, Utc};
use linli_db::{Connection, sessions, users};
use linli_domain::roles::Principal;
use linli_domain::sessions::Session;

use super::cookie::RefreshToken;
use super::json::AccessToken;
use crate::app::App;
use crate::auth::{ACCESS_MINUTES, Claims, ISSUER};
use crate::problem::{Kind, Problem};

/// Stores a refresh token for a session; answers the person behind it and the token.
///
/// # Errors
/// `not-signed-in` if the account is disabled or the session over.
pub(super) async fn renew(
    connection: &mut Connection,
    session: &Session,
    now: DateTime<Utc>,
) -> Result<(Principal, RefreshToken), Problem> {
    let token = RefreshToken::new();
    sessions::insert_token(connection, session.id, &token.hash(), now).await?;
    let who = (session.community, session.user, session.id);
    let principal = users::principal(connection, who, now).await?;
    Ok((principal.ok_or_else(|| Problem::of(Kind::NotSignedIn))?, token))
}

/// The answer with the access token in its body and the refresh token in its cookie.
///
/// # Errors
/// If the token cannot be signed.
pub(super) fn answer(
    app: &App,
    session: &Session,
    (principal, token): &(Principal, RefreshToken),
    now: DateTime<Utc>,
) -> Result<HttpResponse, Problem> {
    let lifetime = Duration::minutes(ACCESS_MINUTES);
    let roles: Vec<_> = principal.roles.iter().copied().collect();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: ISSUER.to_owned(),
        sub: session.user,
        sid: session.id,
        community: session.community,
        roles: roles.clone(),
        iat: now.timestamp(),
        exp: (now + lifetime).timestamp(),
    };
    let body = AccessToken {
        access_token: app.keys.sign(&claims).map_err(Problem::unexpected)?,
        token_type: "Bearer",
        expires_in: lifetime.num_seconds(),
        community: session.community,
        roles,
    };
    Ok(HttpResponse::Ok()
        .cookie(token.cookie(app.secure_cookies))
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(body))
}
