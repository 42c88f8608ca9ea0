//! Sessions as they are sent.

use linli_domain::ids::CommunityId;
use linli_domain::residents::Phone;
use linli_domain::roles::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Password, Text};

/// Signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// The phone number of the account.
    pub phone: Phone,
    /// Its password.
    pub password: Password,
    /// The slug of the community, needed if the phone has an account in several.
    pub community: Option<Text<1, 40>>,
}

/// Signed in.
#[derive(Serialize, ToSchema)]
pub struct AccessToken {
    /// The access token, for `Authorization: Bearer`.
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// Seconds until it ends.
    pub expires_in: i64,
    /// The community of the account.
    pub community: CommunityId,
    /// What the person is in it.
    pub roles: Vec<Role>,
}
