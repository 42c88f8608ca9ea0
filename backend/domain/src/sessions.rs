//! Sessions: how long they live, and what a refresh token that comes again means.

use chrono::{DateTime, Duration, Utc};
use strum::Display;

use crate::ids::{CommunityId, SessionId, UserId};

/// How long a session lives without being signed out, from its sign-in on.
pub const SESSION_DAYS: i64 = 30;

/// How long a used refresh token may still come again because its answer was lost on the way.
const GRACE_SECONDS: i64 = 10;

/// How often somebody may mistype a password in one go.
const TRIES: i32 = 10;

/// After which time there is one try more.
const TRY_AFTER: Duration = Duration::seconds(30);

/// After which time nothing is left of any tries.
pub const TRIES_FORGOTTEN: Duration = Duration::seconds(300);

/// The tries at one account from one address: a bucket that leaks, of which only the moment is kept when it is empty.
///
/// Nobody is ever locked out: others have a bucket of their own, and every 30 seconds there is one try more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tries {
    forgotten_at: DateTime<Utc>,
}

impl Tries {
    /// Counts a try.
    ///
    /// # Errors
    /// There were too many: how long to wait for the next.
    pub fn count(&mut self, now: DateTime<Utc>) -> Result<(), Duration> {
        let after = self.forgotten_at.max(now) + TRY_AFTER;
        let wait = after - (now + TRY_AFTER * TRIES);
        if wait > Duration::zero() {
            return Err(wait);
        }
        self.forgotten_at = after;
        Ok(())
    }

    /// Takes a try back that was right.
    pub fn take_back(&mut self) {
        self.forgotten_at -= TRY_AFTER;
    }

    /// Whether nothing is left of them.
    pub fn are_forgotten(&self, now: DateTime<Utc>) -> bool {
        self.forgotten_at <= now
    }
}

/// A session: the family of refresh tokens that began with one sign-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its identifier; access tokens carry it.
    pub id: SessionId,
    /// The community of its user.
    pub community: CommunityId,
    /// Its user.
    pub user: UserId,
    /// When it ends by itself.
    pub expires_at: DateTime<Utc>,
    /// When it was ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What is known of a refresh token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// When it was used.
    pub used_at: Option<DateTime<Utc>>,
}

/// Why a session ended before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Display)]
#[strum(serialize_all = "snake_case")]
pub enum EndReason {
    /// Its user signed out.
    SignedOut,
    /// A refresh token came a second time: somebody else has it.
    TokenReused,
    /// Its user's password, roles or account changed.
    AccessChanged,
}

/// What a refresh token is answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// A new token in its place.
    Renew,
    /// A refusal: the session is over.
    Over,
    /// A refusal, and the whole session ends: the token was used before.
    EndFamily,
}

/// Returns what a refresh token is answered with now.
///
/// Source: RFC 9700 (OAuth 2.0 security), 4.14.2: refresh token rotation with reuse detection.
pub fn refresh(session: &Session, token: Token, now: DateTime<Utc>) -> Refresh {
    if session.ended_at.is_some() || session.expires_at <= now {
        return Refresh::Over;
    }
    match token.used_at {
        Some(used) if now.signed_duration_since(used) > Duration::seconds(GRACE_SECONDS) => {
            Refresh::EndFamily
        }
        _ => Refresh::Renew,
    }
}

#[cfg(test)]
mod tests {
    use super::{Refresh, Session, Token, Tries, refresh};
    use crate::ids::{CommunityId, SessionId, UserId};
    use chrono::{DateTime, Duration, Utc};
    use uuid::Uuid;

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn session() -> Session {
        Session {
            id: SessionId::new(Uuid::nil()),
            community: CommunityId::PLATFORM,
            user: UserId::new(Uuid::nil()),
            expires_at: NOW + Duration::days(1),
            ended_at: None,
        }
    }

    fn used(seconds_ago: i64) -> Token {
        Token { used_at: Some(NOW - Duration::seconds(seconds_ago)) }
    }

    #[test]
    fn a_token_is_renewed_once_and_again_only_while_its_answer_may_be_lost() {
        assert_eq!(refresh(&session(), Token { used_at: None }, NOW), Refresh::Renew);
        assert_eq!(refresh(&session(), used(10), NOW), Refresh::Renew);
        assert_eq!(refresh(&session(), used(11), NOW), Refresh::EndFamily);
    }

    #[test]
    fn after_ten_tries_there_is_one_every_half_minute_and_nothing_is_held_against_anybody_for_long() {
        let mut tries = Tries::default();
        assert!((0..10).all(|_| tries.count(NOW).is_ok()));
        assert_eq!(tries.count(NOW), Err(Duration::seconds(30)));
        assert_eq!(tries.count(NOW + Duration::seconds(29)), Err(Duration::seconds(1)));
        assert_eq!(tries.count(NOW + Duration::seconds(30)), Ok(()));
        assert_eq!(tries.count(NOW + Duration::seconds(30)), Err(Duration::seconds(30)));
        assert!(!tries.are_forgotten(NOW + Duration::seconds(329)));
        assert!(tries.are_forgotten(NOW + Duration::seconds(330)));
    }

    #[test]
    fn an_ended_or_expired_session_is_over() {
        let ended = Session { ended_at: Some(NOW), ..session() };
        assert_eq!(refresh(&ended, Token { used_at: None }, NOW), Refresh::Over);
        assert_eq!(refresh(&session(), Token { used_at: None }, NOW + Duration::days(1)), Refresh::Over);
    }
}
