//! `linli community create`.

use linli_db::transaction;
use linli_domain::ids::CommunityId;
use serde_json::json;

use super::database::with_connection;
use super::password;
use super::settings::DatabaseArgs;
use crate::acting::Acting;
use crate::auth::hash_password;
use crate::clock::Clock;
use crate::communities::{NewCommunity, new_community};
use crate::input::parse;
use crate::problem::Problem;

/// What a community is created with.
#[derive(clap::Args)]
pub(super) struct NewCommunityArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Short name in addresses and sign-in: small letters, digits, hyphens
    #[arg(long)]
    slug: String,
    /// Name, e.g. 普安社区
    #[arg(long)]
    name: String,
    /// Time zone its days are counted in
    #[arg(long, default_value = "Asia/Shanghai")]
    timezone: String,
    /// Name of the first administrator
    #[arg(long)]
    admin_name: String,
    /// Phone number of the first administrator
    #[arg(long)]
    admin_phone: String,
}

/// Creates a community and its first administrator, whose password is asked for.
pub(super) fn create(args: &NewCommunityArgs) -> Result<(), String> {
    let body = json!({
        "slug": args.slug, "name": args.name, "timezone": args.timezone,
        "administrator": {"name": args.admin_name, "phone": args.admin_phone, "password": password::ask()?},
    });
    let new: NewCommunity = parse(body.to_string().as_bytes()).map_err(|problem| problem.sentence())?;
    let community = with_connection(&args.database, async |connection| {
        let acting = Acting::program(CommunityId::PLATFORM, Clock::default().now());
        let created = async {
            let hash = hash_password(new.administrator.password.secret()).await?;
            transaction(connection, async |connection| new_community(connection, &acting, &new, &hash).await)
                .await
        };
        created.await.map_err(|problem: Problem| problem.sentence())
    })?;
    println!("{} ({}) is created; its administrator can sign in", community.name, community.slug);
    Ok(())
}
