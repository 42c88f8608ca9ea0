//! Access tokens: signed, short-lived, for this server only.

use linli_domain::ids::{CommunityId, SessionId, UserId};
use linli_domain::roles::Role;
use serde::{Deserialize, Serialize};

/// How long an access token lives.
pub const ACCESS_MINUTES: i64 = 15;

/// Who issues access tokens, and for whom.
pub const ISSUER: &str = "linli";

/// What an access token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Claims {
    /// Who issued it.
    pub iss: String,
    /// For whom it is.
    pub aud: String,
    /// The user.
    pub sub: UserId,
    /// The session; when it ends, the token is worth nothing.
    pub sid: SessionId,
    /// The community of the account.
    pub community: CommunityId,
    /// The roles at the time of issue, for the client to show. The server asks the data base each time.
    pub roles: Vec<Role>,
    /// When it was issued, in Unix seconds.
    pub iat: i64,
    /// When it ends, in Unix seconds.
    pub exp: i64,
}
