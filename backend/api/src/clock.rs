//! The time of day: the one place that asks for it, so that tests can move it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Duration, SubsecRound, Utc};

/// A clock, in step with the system's unless a test has moved it.
#[derive(Clone, Default)]
pub struct Clock {
    ahead_ms: Arc<AtomicI64>,
}

impl Clock {
    /// The time now, to the microsecond: what PostgreSQL keeps.
    #[expect(clippy::disallowed_methods, reason = "this is the one home of the clock")]
    pub fn now(&self) -> DateTime<Utc> {
        let now = Utc::now().trunc_subsecs(6);
        now + Duration::milliseconds(self.ahead_ms.load(Ordering::Relaxed))
    }

    /// Puts the clock forward; for tests of what time does.
    pub fn put_forward(&self, by: Duration) {
        self.ahead_ms.fetch_add(by.num_milliseconds(), Ordering::Relaxed);
    }
}
