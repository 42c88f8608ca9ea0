//! `POST /communities`: creating a community.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, communities, ledger};
use linli_domain::Refusal;
use linli_domain::communities::{ADJUSTMENT_LIMIT, Community, OpeningDays, PICKUP_DAYS, UNDO_WINDOW_MINUTES};
use linli_domain::ledger::SystemAccount;
use linli_domain::signals::Watch;
use linli_domain::statements::STATEMENT_DAYS;
use linli_domain::users::User;
use strum::VariantArray;

use super::json::{CommunityJson, NewCommunity, UndoWindow};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Operators, Roles, hash_password};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::users::new_user;

/// Create a community
///
/// With its ledger and its first administrator, who can sign in and set up the rest.
#[utoipa::path(
    tag = "communities",
    request_body = NewCommunity,
    responses((status = 201, body = CommunityJson)),
    extensions(
        ("x-roles" = json!(Operators::ALLOWED)),
        ("x-problems" = json!([Kind::NameTaken])),
    ),
)]
#[post("/communities")]
pub async fn create_community(
    by: By<Operators>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let new: NewCommunity = command.parse()?;
    let hash = hash_password(new.administrator.password.secret()).await?;
    let done = command.run(&app, &by, async |connection, acting, body: &NewCommunity| {
        let community = new_community(connection, acting, body, &hash).await?;
        let location = format!("/api/v1/communities/{}", community.id);
        Reply::created(location, &CommunityJson::from(&community))
    });
    done.await
}

/// Creates a community with its ledger and its first administrator, whose password was hashed before. All of it is
/// written down in the new community.
///
/// # Errors
/// `name-taken` if another community has the slug.
pub(crate) async fn new_community(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewCommunity,
    password_hash: &str,
) -> Result<Community, Problem> {
    let community = Community {
        id: acting.id(),
        slug: new.slug.as_str().to_owned(),
        name: new.name.as_str().to_owned(),
        timezone: new.timezone.get(),
        undo_window_minutes: new.undo_window_minutes.map_or(UNDO_WINDOW_MINUTES, UndoWindow::small),
        statement_days: STATEMENT_DAYS,
        watch: Watch::default(),
        pickup_days: PICKUP_DAYS,
        opening_days: OpeningDays::default(),
        adjustment_limit: ADJUSTMENT_LIMIT,
        created_at: acting.now,
    };
    if !communities::insert(connection, &community).await? {
        return Err(Problem::refused_at("slug", Refusal::NameTaken { name: community.slug }));
    }
    let there = acting.within(community.id);
    let accounts: Vec<_> = SystemAccount::VARIANTS.iter().map(|kind| (there.id(), *kind)).collect();
    ledger::open_system_accounts(connection, community.id, &accounts).await?;
    let change = Change::made("community.create", &CommunityJson::from(&community));
    there.audit(connection, community.id, change).await?;
    let first = &new.administrator;
    let administrator = User::administrator(there.id(), first.name.as_str().to_owned(), first.phone.clone());
    new_user(connection, &there, &administrator, password_hash).await?;
    Ok(community)
}
