//! Passwords: argon2id, off the threads that serve requests.

use std::sync::{LazyLock, OnceLock};
use std::time::Duration;

use actix_web::web;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

use crate::problem::{Kind, Problem};

/// How many passwords are hashed at once: each takes 46 MiB and a whole core.
static PERMITS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get)));

/// How long a password waits for its turn before its request is told to come again.
const WAIT: Duration = Duration::from_secs(3);

/// argon2id with 46 MiB, one pass, one lane (OWASP Password Storage Cheat Sheet).
fn argon2() -> Argon2<'static> {
    let params = Params::new(46 * 1024, 1, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Does `work` off the threads that serve requests, when its turn comes.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    let turn = tokio::time::timeout(WAIT, PERMITS.acquire()).await;
    let turn = turn.map_err(|_| Problem::of(Kind::Unavailable))?.map_err(Problem::unexpected)?;
    // The turn goes with the work: it goes on even if the request is given up.
    let work = move || {
        let done = work();
        drop(turn);
        done
    };
    web::block(work).await.map_err(Problem::unexpected)
}

/// Hashes a password with a salt of its own.
///
/// # Errors
/// `unavailable` if too many are being hashed; if the hash cannot be made.
pub async fn hash_password(password: SecretString) -> Result<String, Problem> {
    let hash =
        move || argon2().hash_password(password.expose_secret().as_bytes()).map(|hash| hash.to_string());
    in_turn(hash).await?.map_err(Problem::unexpected)
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
    in_turn(check).await
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

#[cfg(test)]
mod tests {
    use super::{argon2, in_turn};
    use argon2::PasswordHasher;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[actix_web::test]
    async fn no_more_passwords_are_hashed_at_once_than_there_are_cores() {
        let (running, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let cores = std::thread::available_parallelism().unwrap().get();
        let hash = || {
            let (running, most) = (running.clone(), most.clone());
            in_turn(move || {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                assert!(argon2().hash_password(b"password").is_ok());
                running.fetch_sub(1, Ordering::SeqCst);
            })
        };
        let all = futures::future::join_all((0..cores * 4).map(|_| hash())).await;
        assert!(all.iter().all(Result::is_ok));
        assert!(most.load(Ordering::SeqCst) <= cores);
    }
}
