//! `PUT /me/password`: a new password of one's own.

use actix_web::web::Data;
use actix_web::{HttpResponse, put};
use linli_db::users::{self, Credential, find_credentials, still_opens};
use linli_db::{Connection, sessions};
use linli_domain::ids::SessionId;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Anyone, By, Roles, hash_password, verify_password};
use crate::command::{Command, Reply};
use crate::input::{NewPassword, Password};
use crate::problem::{Kind, Problem};

/// A new password in place of the one there is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    /// The password there is.
    pub current_password: Password,
    /// The new one.
    pub new_password: NewPassword,
}

/// Change one's own password
///
/// Ends all other sessions of the account. Wrong passwords are counted as those of signing in are.
#[utoipa::path(
    tag = "sessions",
    request_body = OwnPassword,
    responses((status = 200, description = "Changed")),
    extensions(("x-roles" = json!(Anyone::ALLOWED)), ("x-problems" = json!([Kind::TooManyRequests]))),
)]
#[put("/me/password")]
pub async fn change_own_password(
    by: By<Anyone>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let body: OwnPassword = command.parse()?;
    let known = check(&app, &by, &body).await?;
    let hash = hash_password(body.new_password.secret()).await?;
    let session = by.session;
    let done = command.run(&app, &by, async |connection, acting, _: &OwnPassword| {
        // Refused here and not before: a repeated request gets its first answer, though the password is another now.
        let known = known.as_ref().ok_or_else(wrong)?;
        change(connection, acting, (known, session), &hash).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

fn wrong() -> Problem {
    Problem::field("current_password", "当前密码不正确")
}

/// What the caller signs in with, if the current password is right.
async fn check(app: &App, by: &By<Anyone>, body: &OwnPassword) -> Result<Option<Credential>, Problem> {
    let acting = by.acting();
    let (account, address) = (by.principal.user.to_string(), acting.address.as_deref());
    app.throttle.count(&account, address, by.now)?;
    let found = own_credential(&mut *app.connection().await?, &acting, by).await?;
    let hash = found.as_ref().map(|credential| credential.password_hash.clone());
    let fits = verify_password(body.current_password.secret(), hash).await?;
    if fits {
        app.throttle.forget(&account, address);
    }
    Ok(found.filter(|_| fits))
}

async fn own_credential(
    connection: &mut Connection,
    acting: &Acting,
    by: &By<Anyone>,
) -> Result<Option<Credential>, Problem> {
    let user = users::find(connection, acting.community, by.principal.user).await?;
    let phone = user.ok_or_else(Problem::not_found)?.phone;
    let all = find_credentials(connection, &phone).await?;
    Ok(all.into_iter().find(|credential| credential.community == acting.community))
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    (known, session): (&Credential, SessionId),
    hash: &str,
) -> Result<(), Problem> {
    let id = known.user;
    users::lock(connection, acting.community, id).await?;
    // The password was checked before this transaction; it may have been changed since.
    if !still_opens(connection, known).await? {
        return Err(wrong());
    }
    users::set_password(connection, acting.community, (id, &known.phone), hash, acting.now).await?;
    sessions::end_all(connection, acting.community, id, Some(session), acting.now).await?;
    acting
        .audit(connection, id, Change::made("user.change_own_password", &json!({"new_password": true})))
        .await?;
    Ok(())
}
