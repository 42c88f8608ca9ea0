//! Passwords: argon2id, off the threads that serve requests.

use std::sync::OnceLock;

use actix_web::web;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use secrecy::{ExposeSecret, SecretString};

use crate::problem::Problem;

/// argon2id with 46 MiB, one pass, one lane (OWASP Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    let params = Params::new(46 * 1024, 1, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password with a salt of its own.
///
/// # Errors
/// If the hash cannot be made.
pub async fn hash_password(password: SecretString) -> Result<String, Problem> {
    let hash =
        move || argon2().hash_password(password.expose_secret().as_bytes()).map(|hash| hash.to_string());
    web::block(hash).await.map_err(Problem::unexpected)?.map_err(Problem::unexpected)
}

/// Whether a password is the one of the hash. Without a hash it takes as long and is not, so that nobody learns from
/// the time whether an account exists.
///
/// # Errors
/// If the check cannot be made.
pub async fn verify_password(password: SecretString, hash: Option<String>) -> Result<bool, Problem> {
    let check = move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| nobodys().to_owned());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| argon2().verify_password(password.expose_secret().as_bytes(), &hash).is_ok());
        known && fits
    };
    web::block(check).await.map_err(Problem::unexpected)
}

/// The hash of a password that nobody has.
fn nobodys() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let password: [u8; 32] = rand::random();
        argon2().hash_password(&password).map(|hash| hash.to_string()).unwrap_or_default()
    })
}
