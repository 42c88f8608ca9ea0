//! Passwords, looked up by phone before the community is known.

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, UserId};
use linli_domain::residents::Phone;
use uuid::Uuid;

use crate::schema::{communities, credentials};
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
    /// The argon2id hash of the password, as a PHC string.
    pub password_hash: String,
}

/// Every account that this phone signs in to; a person may have one in several communities.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_credentials(connection: &mut Connection, phone: &Phone) -> Result<Vec<Credential>> {
    let rows: Vec<(Uuid, String, String, Uuid, String)> = credentials::table
        .inner_join(communities::table.on(communities::id.eq(credentials::community_id)))
        .filter(credentials::phone.eq(phone.as_str()))
        .order(communities::slug)
        .select((
            communities::id,
            communities::slug,
            communities::name,
            credentials::user_id,
            credentials::password_hash,
        ))
        .load(connection)
        .await?;
    let read = |(community, slug, community_name, user, password_hash)| Credential {
        community: CommunityId::new(community),
        slug,
        community_name,
        user: UserId::new(user),
        password_hash,
    };
    Ok(rows.into_iter().map(read).collect())
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
