//! `POST /sessions`: signing in.

use actix_web::http::header::USER_AGENT;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse, post};
use chrono::{DateTime, Duration, Utc};
use futures::future::try_join_all;
use linli_db::users::{Credential, find_credentials, still_opens};
use linli_db::{sessions, transaction};
use linli_domain::sessions::{SESSION_DAYS, Session};
use serde_json::json;

use super::issue;
use super::json::{AccessToken, NewSession};
use crate::acting::Ids;
use crate::app::App;
use crate::auth::{address, verify_password};
use crate::input::{parse, read_body};
use crate::problem::{Kind, Problem};

/// Sign in
///
/// With phone and password. The refresh token comes as an HttpOnly cookie. Whether the phone has an account cannot be
/// told from the answer. If it has several, the community must be named. After ten wrong passwords from one address there
/// is one try every 30 seconds (429 with `Retry-After`); from elsewhere the same phone still signs in.
#[utoipa::path(
    tag = "sessions",
    request_body = NewSession,
    responses((status = 200, body = AccessToken)),
    extensions(("x-problems" = json!([Kind::SignInFailed, Kind::CommunityChoiceNeeded, Kind::TooManyRequests]))),
)]
#[post("/sessions")]
pub async fn create_session(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let body: NewSession = parse(&read_body(request.clone(), payload.into_inner()).await?)?;
    let (now, address) = (app.clock.now(), address(&request, app.behind_proxy));
    app.throttle.count(body.phone.as_str(), address.as_deref(), now)?;
    let credential = authenticate(&app, &body).await?;
    app.throttle.forget(body.phone.as_str(), address.as_deref());
    let session = new_session(&credential, now);
    let agent = request.headers().get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let agent: String = agent.chars().take(200).collect();
    let mut connection = app.connection().await?;
    let issued = transaction(&mut connection, async |connection| {
        // The password was checked before this transaction; it may have been changed since.
        if !still_opens(connection, &credential).await? {
            return Err(Problem::of(Kind::SignInFailed));
        }
        sessions::insert(connection, &session, &agent, now).await?;
        issue::renew(connection, &session, now).await
    });
    let issued = issued.await.map_err(|problem: Problem| match problem.kind() {
        Kind::NotSignedIn => Problem::of(Kind::SignInFailed),
        _ => problem,
    })?;
    issue::answer(&app, &session, &issued, now)
}

/// The account that this phone and password open.
async fn authenticate(app: &App, body: &NewSession) -> Result<Credential, Problem> {
    // The connection goes back before the password is hashed: hashing takes longer than all the rest.
    let found = find_credentials(&mut *app.connection().await?, &body.phone).await?;
    let candidates: Vec<Credential> = found
        .into_iter()
        .filter(|credential| body.community.as_ref().is_none_or(|slug| slug.as_str() == credential.slug))
        .collect();
    if candidates.is_empty() {
        verify_password(body.password.secret(), None).await?;
    }
    // All at once, the disabled ones too: how long it takes should not tell how many accounts there are.
    let checks = candidates
        .iter()
        .map(|credential| verify_password(body.password.secret(), Some(credential.password_hash.clone())));
    let fits = try_join_all(checks).await?;
    let fitting = candidates.into_iter().zip(fits);
    one_of(fitting.filter(|(found, fits)| *fits && !found.disabled).map(|(found, _)| found).collect())
}

/// The only account of those that the password opens.
fn one_of(mut fitting: Vec<Credential>) -> Result<Credential, Problem> {
    if fitting.len() > 1 {
        let name =
            |credential: &Credential| json!({"slug": credential.slug, "name": credential.community_name});
        let communities: Vec<_> = fitting.iter().map(name).collect();
        let problem =
            Problem::of(Kind::CommunityChoiceNeeded).at("community", "该手机号在多个社区有账号，请选择");
        return Err(problem.with(json!({ "communities": communities })));
    }
    fitting.pop().ok_or_else(|| Problem::of(Kind::SignInFailed))
}

fn new_session(credential: &Credential, now: DateTime<Utc>) -> Session {
    Session {
        id: Ids::system().id(now),
        community: credential.community,
        user: credential.user,
        expires_at: now + Duration::days(SESSION_DAYS),
        ended_at: None,
    }
}
