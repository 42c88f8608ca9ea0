//! `linli user`: accounts are opened, disabled, enabled, and get new passwords.

use linli_db::{Connection, communities, transaction, users};
use linli_domain::residents::Phone;
use serde_json::json;

use super::database::with_connection;
use super::password;
use super::settings::DatabaseArgs;
use crate::acting::Acting;
use crate::auth::hash_password;
use crate::clock::Clock;
use crate::input::parse;
use crate::problem::Problem;
use crate::users::{NewUser, UserChangeJson, change_account, new_user};

/// What an account is opened with.
#[derive(clap::Args)]
pub(super) struct NewUserArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Slug of the community; `platform` for an operator of the platform
    #[arg(long)]
    community: String,
    /// Name of the person
    #[arg(long)]
    name: String,
    /// Phone number that signs in
    #[arg(long)]
    phone: String,
    /// Office: community_administrator, staff, social_worker, or platform_operator; several if repeated
    #[arg(long = "office")]
    offices: Vec<String>,
}

/// Whose account it is.
#[derive(clap::Args)]
pub(super) struct AccountArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Slug of the community; `platform` for an operator of the platform
    #[arg(long)]
    community: String,
    /// Phone number that signs in
    #[arg(long)]
    phone: String,
}

/// Opens an account, whose password is asked for.
pub(super) fn create(args: &NewUserArgs) -> Result<(), String> {
    let body = json!({
        "name": args.name, "phone": args.phone, "offices": args.offices, "password": password::ask()?,
    });
    let new: NewUser = parse(body.to_string().as_bytes()).map_err(|problem| problem.sentence())?;
    with_connection(&args.database, async |connection| {
        let acting = acting_in(connection, &args.community).await?;
        let created = async {
            let hash = hash_password(new.password.secret()).await?;
            let user = new.user(acting.id());
            transaction(connection, async |connection| new_user(connection, &acting, &user, &hash).await)
                .await
        };
        created.await.map_err(|problem: Problem| problem.sentence())
    })?;
    println!("{} can sign in", args.name);
    Ok(())
}

/// Disables an account, or enables it again; disabled, it is signed out everywhere.
pub(super) fn disable(args: &AccountArgs, disabled: bool) -> Result<(), String> {
    change(args, UserChangeJson { disabled: Some(disabled), ..UserChangeJson::default() })?;
    println!("{} {} sign in", args.phone, if disabled { "can no longer" } else { "can" });
    Ok(())
}

/// Gives an account a new password, which is asked for; it is signed out everywhere.
pub(super) fn new_password(args: &AccountArgs) -> Result<(), String> {
    let body = json!({ "password": password::ask()? });
    change(args, parse(body.to_string().as_bytes()).map_err(|problem| problem.sentence())?)?;
    println!("{} has a new password", args.phone);
    Ok(())
}

fn change(args: &AccountArgs, change: UserChangeJson) -> Result<(), String> {
    let phone: Phone = args.phone.parse().map_err(|_| format!("{:?} is no phone number", args.phone))?;
    with_connection(&args.database, async |connection| {
        let acting = acting_in(connection, &args.community).await?;
        let changed = async {
            let user = users::find_by_phone(connection, acting.community, &phone).await?;
            let id = user.ok_or_else(|| Problem::field("phone", "没有这个账号"))?.id;
            let hash = match &change.password {
                Some(password) => Some(hash_password(password.secret()).await?),
                None => None,
            };
            transaction(connection, async |connection| {
                change_account(connection, &acting, id, &change, hash.as_deref()).await
            })
            .await
        };
        changed.await.map(|_| ()).map_err(|problem: Problem| problem.sentence())
    })
}

/// The program at work in the community with this slug.
async fn acting_in(connection: &mut Connection, slug: &str) -> Result<Acting, String> {
    let found = communities::find_by_slug(connection, slug).await.map_err(|error| error.to_string())?;
    let community = found.ok_or_else(|| format!("there is no community {slug:?}"))?;
    Ok(Acting::program(community.id, Clock::default().now()))
}
