//! `PATCH /users/{id}`: changing an account.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, communities, sessions, users};
use linli_domain::ids::UserId;
use linli_domain::users::{User, check_offices};

use super::json::{Changed, UserChangeJson, UserJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{Administrators, By, Roles, hash_password};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change an account
///
/// What is left out stays. Whoever may do something else from now on, or signs in with another phone or password, is
/// signed out everywhere. A phone has one account in a community. What a resident's account signs in with is not the
/// number in the register: neither changes with the other. A community keeps at least one administrator who can sign in.
#[utoipa::path(
    tag = "users",
    params(("id" = UserId, Path)),
    request_body = UserChangeJson,
    responses((status = 200, body = UserJson)),
    extensions(
        ("x-roles" = json!(Administrators::ALLOWED)),
        ("x-problems" = json!([Kind::AccountExists, Kind::LastAdministrator])),
    ),
)]
#[patch("/users/{id}")]
pub async fn change_user(
    by: By<Administrators>,
    id: Path<UserId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let hash = match command.parse::<UserChangeJson>()?.password {
        Some(password) => Some(hash_password(password.secret()).await?),
        None => None,
    };
    let done = command.run(&app, &by, async |connection, acting, body: &UserChangeJson| {
        let user = change_account(connection, acting, *id, body, hash.as_deref()).await?;
        Reply::ok(&UserJson::from(&user))
    });
    done.await
}

/// Changes an account; a new password was hashed before.
///
/// # Errors
/// `not-found`; `invalid-input` if an office is not given by name here; `account-exists` if the phone has another account;
/// `last-administrator`.
pub(crate) async fn change_account(
    connection: &mut Connection,
    acting: &Acting,
    id: UserId,
    change: &UserChangeJson,
    password_hash: Option<&str>,
) -> Result<User, Problem> {
    // One change of accounts at a time: two administrators who go at the same moment must not both see the other stay.
    communities::lock(connection, acting.community).await?;
    let before = users::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if let Some(offices) = &change.offices {
        check_offices(acting.community, offices)
            .map_err(|refusal| Problem::refused_at("offices", refusal))?;
    }
    let others = users::other_administrators(connection, acting.community, id).await?;
    let after = before.changed(change.into(), others, acting.now)?;
    if !users::update(connection, acting.community, (&before, &after)).await? {
        return Err(Problem::of(Kind::AccountExists).at("phone", "该手机号已有账号"));
    }
    if let Some(hash) = password_hash {
        users::set_password(connection, acting.community, (id, &after.phone), hash, acting.now).await?;
    }
    let new_password = password_hash.is_some();
    if before.must_sign_in_again(&after, new_password) {
        sessions::end_all(connection, acting.community, id, None, acting.now).await?;
    }
    let new_phone = before.phone != after.phone;
    let changed = Changed { user: UserJson::from(&after), new_phone, new_password };
    acting.audit(connection, id, Change::changed("user.change", &UserJson::from(&before), &changed)).await?;
    Ok(after)
}
