//! Sessions: families of refresh tokens, of which each is used once.

use chrono::{DateTime, Utc};
use diesel::dsl::sql;
use diesel::sql_types::{Bool, Timestamptz};
use diesel::{
    ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, PgExpressionMethods, QueryDsl,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, SessionId, UserId};
use linli_domain::sessions::{EndReason, Session, Token};
use uuid::Uuid;

use crate::schema::{refresh_tokens, sessions};
use crate::{Connection, Result};

/// Stores a new session.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    session: &Session,
    user_agent: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(session.id.uuid()),
            sessions::community_id.eq(session.community.uuid()),
            sessions::user_id.eq(session.user.uuid()),
            sessions::user_agent.eq(user_agent),
            sessions::created_at.eq(now),
            sessions::expires_at.eq(session.expires_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Stores a refresh token of a session, by its hash.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_token(
    connection: &mut Connection,
    session: SessionId,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(token_hash),
            refresh_tokens::session_id.eq(session.uuid()),
            refresh_tokens::issued_at.eq(now),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The session of a refresh token and the token's own state, both locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_by_token(
    connection: &mut Connection,
    token_hash: &[u8],
) -> Result<Option<(Session, Token)>> {
    type Row = (Uuid, Uuid, Uuid, DateTime<Utc>, Option<DateTime<Utc>>, Option<DateTime<Utc>>);
    let row: Option<Row> = refresh_tokens::table
        .inner_join(sessions::table.on(sessions::id.eq(refresh_tokens::session_id)))
        .filter(refresh_tokens::token_hash.eq(token_hash))
        .select((
            sessions::id,
            sessions::community_id,
            sessions::user_id,
            sessions::expires_at,
            sessions::ended_at,
            refresh_tokens::used_at,
        ))
        .for_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(|(id, community, user, expires_at, ended_at, used_at)| {
        let session = Session {
            id: SessionId::new(id),
            community: CommunityId::new(community),
            user: UserId::new(user),
            expires_at,
            ended_at,
        };
        (session, Token { used_at })
    }))
}

/// Marks a refresh token as used.
///
/// # Errors
/// If the data base does not answer.
pub async fn use_token(connection: &mut Connection, token_hash: &[u8], now: DateTime<Utc>) -> Result<()> {
    diesel::update(refresh_tokens::table.find(token_hash))
        .set(refresh_tokens::used_at.eq(now))
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends a session; an ended one stays as it is.
///
/// # Errors
/// If the data base does not answer.
pub async fn end(
    connection: &mut Connection,
    session: SessionId,
    reason: EndReason,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(sessions::table.find(session.uuid()).filter(sessions::ended_at.is_null()))
        .set((sessions::ended_at.eq(now), sessions::end_reason.eq(reason.to_string())))
        .execute(connection)
        .await?;
    Ok(())
}

/// Ends every session of a user, but perhaps for one, because what the user may do or its password has changed.
///
/// # Errors
/// If the data base does not answer.
pub async fn end_all(
    connection: &mut Connection,
    community: CommunityId,
    user: UserId,
    but: Option<SessionId>,
    now: DateTime<Utc>,
) -> Result<()> {
    diesel::update(
        sessions::table
            .filter(sessions::community_id.eq(community.uuid()))
            .filter(sessions::user_id.eq(user.uuid()))
            .filter(sessions::id.nullable().is_distinct_from(but.map(SessionId::uuid)))
            .filter(sessions::ended_at.is_null()),
    )
    .set((sessions::ended_at.eq(now), sessions::end_reason.eq(EndReason::AccessChanged.to_string())))
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets the sessions that ended or expired before `before`, with their refresh tokens; answers how many sessions.
///
/// # Errors
/// If the data base does not answer.
pub async fn forget(connection: &mut Connection, before: DateTime<Utc>) -> Result<usize> {
    // As in the index: the earlier of the two, or the one there is.
    let over =
        || sql::<Bool>("LEAST(sessions.expires_at, sessions.ended_at) < ").bind::<Timestamptz, _>(before);
    let old = sessions::table.filter(over()).select(sessions::id);
    diesel::delete(refresh_tokens::table.filter(refresh_tokens::session_id.eq_any(old)))
        .execute(connection)
        .await?;
    diesel::delete(sessions::table.filter(over())).execute(connection).await.map_err(crate::Error::from)
}
