//! `POST /users`: opening an account.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, residents, users};
use linli_domain::users::{User, check_offices};

use super::json::{NewUser, UserJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles, hash_password};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Open an account
///
/// For staff, social workers and administrators with their offices; for residents with the resident; for cashiers and
/// partner managers with neither: their roles follow from the lists of stores and partners.
#[utoipa::path(
    tag = "users",
    request_body = NewUser,
    responses((status = 201, body = UserJson)),
    extensions(
        ("x-roles" = json!(Administrators::ALLOWED)),
        ("x-problems" = json!([Kind::AccountExists, Kind::ResidentNotActive])),
    ),
)]
#[post("/users")]
pub async fn create_user(
    by: By<Administrators>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let hash = hash_password(command.parse::<NewUser>()?.password.secret()).await?;
    let done = command.run(&app, &by, async |connection, acting, body: &NewUser| {
        let user = body.user(acting.id());
        new_user(connection, acting, &user, &hash).await?;
        Reply::created(format!("/api/v1/users/{}", user.id), &UserJson::from(&user))
    });
    done.await
}

/// Opens an account, whose password was hashed before.
///
/// # Errors
/// `invalid-input` if an office is not given by name here or there is no such resident; `resident-not-active`;
/// `account-exists` if the phone or the resident has an account.
pub(crate) async fn new_user(
    connection: &mut Connection,
    acting: &Acting,
    user: &User,
    password_hash: &str,
) -> Result<(), Problem> {
    check_offices(acting.community, &user.offices)
        .map_err(|refusal| Problem::refused_at("offices", refusal))?;
    if let Some(resident) = user.resident {
        let resident = residents::find(connection, acting.community, resident).await?;
        resident.ok_or_else(|| Problem::unknown_reference("resident_id"))?.check_active()?;
    }
    if !users::insert(connection, acting.community, user, acting.now).await? {
        return Err(Problem::of(Kind::AccountExists));
    }
    let account = (user.id, &user.phone);
    users::set_password(connection, acting.community, account, password_hash, acting.now).await?;
    acting.audit(connection, user.id, Change::made("user.create", &UserJson::from(user))).await?;
    Ok(())
}
