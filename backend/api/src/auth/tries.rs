//! Tries to sign in, counted for each account and address, so that guessing is slow and nobody shuts another out.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use linli_domain::sessions::{TRIES_FORGOTTEN, Tries};

use crate::problem::Problem;

/// The tries of late, in the memory of this process; cheap to clone.
#[derive(Clone, Default)]
pub struct Throttle(Arc<Mutex<Counted>>);

#[derive(Default)]
struct Counted {
    /// By account and address.
    tries: HashMap<(String, String), Tries>,
    tidied: DateTime<Utc>,
}

impl Throttle {
    /// Counts a try at an account from an address.
    ///
    /// # Errors
    /// `too-many-requests` if there were too many of late.
    pub fn count(&self, account: &str, address: Option<&str>, now: DateTime<Utc>) -> Result<(), Problem> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if now.signed_duration_since(counted.tidied) > TRIES_FORGOTTEN {
            counted.tries.retain(|_, tries| !tries.are_forgotten(now));
            counted.tidied = now;
        }
        let tries = counted.tries.entry(key(account, address)).or_default();
        let seconds = |wait: TimeDelta| u16::try_from(wait.num_seconds()).unwrap_or(u16::MAX);
        tries.count(now).map_err(|wait| Problem::too_many(seconds(wait).saturating_add(1)))
    }

    /// Takes a try back that was right; those that were wrong stay.
    pub fn take_back(&self, account: &str, address: Option<&str>) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tries) = counted.tries.get_mut(&key(account, address)) {
            tries.take_back();
        }
    }

    /// Forgets the tries that led to the right password.
    pub fn forget(&self, account: &str, address: Option<&str>) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        counted.tries.remove(&key(account, address));
    }
}

fn key(account: &str, address: Option<&str>) -> (String, String) {
    (account.to_owned(), address.unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::Throttle;
    use chrono::{DateTime, Utc};

    const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

    #[test]
    fn what_was_right_is_not_counted() {
        let throttle = Throttle::default();
        for _ in 0..20 {
            assert!(throttle.count("22", None, NOW).is_ok());
            throttle.take_back("22", None);
        }
        let wrong = (0..20).filter(|_| throttle.count("22", None, NOW).is_ok());
        assert_eq!(wrong.count(), 10);
    }

    #[test]
    fn who_guesses_shuts_nobody_else_out() {
        let throttle = Throttle::default();
        let count = |account, address| throttle.count(account, Some(address), NOW).is_ok();
        assert_eq!((0..20).filter(|_| count("19910000022", "6.6.6.6")).count(), 10);
        assert!(count("19910000022", "203.0.113.7"), "the owner, from elsewhere");
        assert!(count("19910000021", "6.6.6.6"), "a neighbour behind the same address");
    }
}
