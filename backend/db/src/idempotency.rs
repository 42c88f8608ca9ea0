//! The answers of commands, kept under their keys in the same transaction as their effects.

use chrono::{DateTime, Utc};
use diesel::sql_types::{Binary, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use uuid::Uuid;

use crate::schema::idempotency_keys as keys;
use crate::statement::Cached;
use crate::{Connection, Error, Result};

#[diesel::declare_sql_function]
extern "SQL" {
    /// See the migration.
    fn claim_idempotency_key(
        community: SqlUuid,
        caller: SqlUuid,
        key: Text,
        fingerprint: Binary,
        now: Timestamptz,
    ) -> Text;
}

/// A key, scoped to its caller, and what it was sent with.
#[derive(Debug, Clone)]
pub struct Key {
    /// The caller's community.
    pub community: CommunityId,
    /// The caller: a user.
    pub caller: Uuid,
    /// The key as the caller chose it.
    pub key: String,
    /// A digest of the request.
    pub fingerprint: Vec<u8>,
}

/// An answer as it was first given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Where the created thing is.
    pub location: Option<String>,
    /// The body, byte for byte.
    pub body: String,
}

/// What became of an attempt to claim a key.
#[derive(Debug, PartialEq, Eq)]
pub enum Claim {
    /// The key is this transaction's: carry the command out, then [`complete`].
    Claimed,
    /// The command was carried out before: this is its answer.
    Replayed(Answer),
    /// The command was carried out before, and its answer not kept: carry it out again.
    Unkept,
    /// The key was used with another request.
    Mismatch,
    /// The command is being carried out at this moment.
    Running,
}

/// Claims a key inside the transaction that carries the command out.
///
/// # Errors
/// If the data base does not answer.
pub async fn claim(connection: &mut Connection, key: &Key, now: DateTime<Utc>) -> Result<Claim> {
    let claim = claim_idempotency_key(key.community.uuid(), key.caller, &key.key, &key.fingerprint, now);
    let came: String = diesel::select(claim).get_result(connection).await?;
    match came.as_str() {
        "claimed" => Ok(Claim::Claimed),
        "running" => Ok(Claim::Running),
        _ => stored(connection, key).await,
    }
}

async fn stored(connection: &mut Connection, key: &Key) -> Result<Claim> {
    type Row = (Vec<u8>, Option<i16>, Option<String>, Option<String>);
    let (fingerprint, status, location, body): Row = keys::table
        .find((key.community.uuid(), key.caller, &key.key))
        .select((keys::fingerprint, keys::status, keys::location, keys::body))
        .first(connection)
        .await?;
    if fingerprint != key.fingerprint {
        return Ok(Claim::Mismatch);
    }
    let status = status.and_then(|status| u16::try_from(status).ok());
    let status = status.ok_or_else(|| Error::Corrupt("an idempotency key without its answer".to_owned()))?;
    Ok(body.map_or(Claim::Unkept, |body| Claim::Replayed(Answer { status, location, body })))
}

/// Stores the answer of the command whose key this transaction has claimed; of one that is not `kept`, all but the body.
///
/// # Errors
/// If the data base does not answer.
pub async fn complete(connection: &mut Connection, key: &Key, answer: &Answer, kept: bool) -> Result<()> {
    let status = i16::try_from(answer.status).map_err(|_| Error::Corrupt("status".to_owned()))?;
    let statement = diesel::update(keys::table.find((key.community.uuid(), key.caller, &key.key))).set((
        keys::status.eq(status),
        keys::location.eq(&answer.location),
        keys::body.eq(kept.then_some(&answer.body)),
    ));
    Cached(statement).execute(connection).await?;
    Ok(())
}

/// Forgets the answers of a community that are older than `before`.
///
/// # Errors
/// If the data base does not answer.
pub async fn forget(
    connection: &mut Connection,
    community: CommunityId,
    before: DateTime<Utc>,
) -> Result<usize> {
    let old = keys::table.filter(keys::community_id.eq(community.uuid())).filter(keys::created_at.lt(before));
    diesel::delete(old).execute(connection).await.map_err(Error::from)
}
