//! How many SQL statements an application sends: counted by the driver, apart for each data base.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Mutex, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};

use crate::TestApp;

/// How many statements each data base was sent, by how to connect to it.
static SENT: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());

/// The statements of one connection.
struct Counter(Option<String>);

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartEstablishConnection { url, .. } => self.0 = Some(url.to_owned()),
            InstrumentationEvent::StartQuery { .. } => {
                if let Some(url) = &self.0 {
                    let mut sent = SENT.lock().unwrap_or_else(PoisonError::into_inner);
                    *sent.entry(url.clone()).or_default() += 1;
                }
            }
            _ => {}
        }
    }
}

/// Lets connections count that are made from now on: before the application is started.
///
/// # Panics
/// If the driver cannot be told to.
pub fn count_statements() {
    set_default_instrumentation(|| Some(Box::new(Counter(None)))).expect("an instrumentation");
}

/// What came of a piece of work, and how many statements the application's data base was sent meanwhile.
///
/// # Panics
/// If it was sent none: then nobody counts.
pub async fn counted<T>(app: &TestApp, work: impl Future<Output = T>) -> (T, usize) {
    let so_far = || {
        let sent = SENT.lock().unwrap_or_else(PoisonError::into_inner);
        sent.get(&app.database.url).copied().unwrap_or_default()
    };
    let before = so_far();
    let done = work.await;
    let statements = so_far() - before;
    assert!(statements > 0, "no statement was counted");
    (done, statements)
}
