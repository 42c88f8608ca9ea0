//! The refresh cookie: out of reach of scripts, sent to the session endpoints only.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use linli_domain::sessions::SESSION_DAYS;
use sha2::{Digest, Sha256};

const NAME: &str = "linli_refresh";
const PATH: &str = "/api/v1/sessions";

/// A refresh token: 256 random bits, known to the browser; the server keeps the hash.
pub(super) struct RefreshToken(String);

impl RefreshToken {
    pub(super) fn new() -> Self {
        let random: [u8; 32] = rand::random();
        Self(URL_SAFE_NO_PAD.encode(random))
    }

    pub(super) fn of(request: &HttpRequest) -> Option<Self> {
        request.cookie(NAME).map(|cookie| Self(cookie.value().to_owned()))
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    pub(super) fn cookie(&self, secure: bool) -> Cookie<'static> {
        build(self.0.clone(), secure, Duration::days(SESSION_DAYS))
    }
}

/// The cookie that takes the refresh cookie away.
pub(super) fn removal(secure: bool) -> Cookie<'static> {
    build(String::new(), secure, Duration::ZERO)
}

fn build(value: String, secure: bool, max_age: Duration) -> Cookie<'static> {
    Cookie::build(NAME, value)
        .path(PATH)
        .http_only(true)
        .secure(secure)
        .same_site(SameSite::Strict)
        .max_age(max_age)
        .finish()
}
