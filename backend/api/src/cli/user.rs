//! `linli user create`.

use linli_db::{communities, transaction};
use serde_json::json;

use super::database::with_connection;
use super::password;
use super::settings::DatabaseArgs;
use crate::acting::Acting;
use crate::auth::hash_password;
use crate::clock::Clock;
use crate::input::parse;
use crate::problem::Problem;
use crate::users::{NewUser, new_user};

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

/// Opens an account, whose password is asked for.
pub(super) fn create(args: &NewUserArgs) -> Result<(), String> {
    let body = json!({
        "name": args.name, "phone": args.phone, "offices": args.offices, "password": password::ask()?,
    });
    let new: NewUser = parse(body.to_string().as_bytes()).map_err(|problem| problem.sentence())?;
    with_connection(&args.database, async |connection| {
        let found =
            communities::find_by_slug(connection, &args.community).await.map_err(|e| e.to_string())?;
        let community = found.ok_or_else(|| format!("there is no community {:?}", args.community))?;
        let acting = Acting::program(community.id, Clock::default().now());
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
