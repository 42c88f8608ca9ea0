//! Passwords, looked up by phone before the community is known.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, UserId};
use linli_domain::residents::Phone;
use uuid::Uuid;

use crate::schema::{communities, credentials, users};
use crate::{Connection, Result};

/// What a phone signs in with, in one community.
#[derive(Debug, Clone)]
pub struct Credential {
    /// The community.
    pub community: CommunityId,
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub community_name: String,
    /// The account there.
    pub user: UserId,
    /// The phone.
    pub phone: Phone,
    /// The argon2id hash of the password, as a PHC string.
    pub password_hash: String,
    /// Whether the account cannot sign in.
    pub disabled: bool,
}

/// Every account that this phone signs in to; a person may have one in several communities.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_credentials(connection: &mut Connection, phone: &Phone) -> Result<Vec<Credential>> {
    type Row = (Uuid, String, String, Uuid, String, Option<DateTime<Utc>>);
    let rows: Vec<Row> = credentials::table
        .inner_join(communities::table.on(communities::id.eq(credentials::community_id)))
        .inner_join(users::table.on(of_the_user()))
        .filter(credentials::phone.eq(phone.as_str()))
        .order(communities::slug)
        .select((
            communities::id,
            communities::slug,
            communities::name,
            credentials::user_id,
            credentials::password_hash,
            users::disabled_at,
        ))
        .load(connection)
        .await?;
    let read = |(community, slug, community_name, user, password_hash, disabled_at): Row| Credential {
        community: CommunityId::new(community),
        slug,
        community_name,
        user: UserId::new(user),
        phone: phone.clone(),
        password_hash,
        disabled: disabled_at.is_some(),
    };
    Ok(rows.into_iter().map(read).collect())
}

#[diesel::dsl::auto_type]
fn of_the_user() -> _ {
    users::community_id.eq(credentials::community_id).and(users::id.eq(credentials::user_id))
}

/// Whether a password that was checked some time ago is still the account's, and the account can sign in; if so, both
/// stay until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn still_opens(connection: &mut Connection, credential: &Credential) -> Result<bool> {
    // The account first: whoever changes one locks them in this order.
    let found: Option<Uuid> = users::table
        .inner_join(credentials::table.on(of_the_user()))
        .filter(credentials::phone.eq(credential.phone.as_str()))
        .filter(credentials::community_id.eq(credential.community.uuid()))
        .filter(credentials::password_hash.eq(&credential.password_hash))
        .filter(users::disabled_at.is_null())
        .select(users::id)
        .for_share()
        .first(connection)
        .await
        .optional()?;
    Ok(found.is_some())
}

/// Stores the hash of a user's password in place of the one before.
///
/// # Errors
/// If the data base does not answer.
pub async fn set_password(
    connection: &mut Connection,
    community: CommunityId,
    (user, phone): (UserId, &Phone),
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(credentials::table)
        .values((
            credentials::phone.eq(phone.as_str()),
            credentials::community_id.eq(community.uuid()),
            credentials::user_id.eq(user.uuid()),
            credentials::password_hash.eq(password_hash),
            credentials::changed_at.eq(now),
        ))
        .on_conflict((credentials::phone, credentials::community_id))
        .do_update()
        .set((credentials::password_hash.eq(password_hash), credentials::changed_at.eq(now)))
        .execute(connection)
        .await?;
    Ok(())
}

/// Lets another phone sign in with the password of the one before, which opens the account no more.
pub(super) async fn move_password(
    connection: &mut Connection,
    community: CommunityId,
    (from, to): (&Phone, &Phone),
) -> Result<()> {
    diesel::update(credentials::table.find((from.as_str(), community.uuid())))
        .set(credentials::phone.eq(to.as_str()))
        .execute(connection)
        .await?;
    Ok(())
}
