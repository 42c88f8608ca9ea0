//! Passwords: argon2id, off the threads that serve requests.

use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::problem::Problem;
use crate::turns::in_turn;

/// How many passwords are hashed at once: each takes 46 MiB and a whole core.
static TURNS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| {
    Arc::new(Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get)))
});

/// How long a password waits for its turn before its request is told to come again.
const WAIT: Duration = Duration::from_secs(3);

/// argon2id with 46 MiB, one pass, one lane (OWASP Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    let params = Params::new(46 * 1024, 1, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Hashes a password with a salt of its own.
///
/// # Errors
/// `unavailable` if too many are being hashed; if the hash cannot be made.
pub async fn hash_password(password: SecretString) -> Result<String, Problem> {
    let hash =
        move || argon2().hash_password(password.expose_secret().as_bytes()).map(|hash| hash.to_string());
    in_turn(&TURNS, WAIT, hash).await?.map_err(Problem::unexpected)
}

/// Whether a password is the one of the hash. Without a hash it takes as long and is not, so that nobody learns from
/// the time whether an account exists.
///
/// # Errors
/// `unavailable` if too many are being hashed; if the check cannot be made.
pub async fn verify_password(password: SecretString, hash: Option<String>) -> Result<bool, Problem> {
    let check = move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| nobodys().to_owned());
        let fits = PasswordHash::new(&hash)
            .is_ok_and(|hash| argon2().verify_password(password.expose_secret().as_bytes(), &hash).is_ok());
        known && fits
    };
    in_turn(&TURNS, WAIT, check).await
}

/// Makes what the first check of an unknown account would otherwise have to make, and take longer. Blocks.
pub fn prepare_passwords() {
    nobodys();
}

/// The hash of a password that nobody has.
fn nobodys() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let password: [u8; 32] = rand::random();
        argon2().hash_password(&password).map(|hash| hash.to_string()).unwrap_or_default()
    })
}
