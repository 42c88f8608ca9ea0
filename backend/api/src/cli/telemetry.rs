//! The log: one JSON object a line, on standard error.

use tracing_subscriber::EnvFilter;

/// Starts logging what `filter` lets through.
pub(super) fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    // A second start in one process (a test) keeps the first.
    subscriber.try_init().ok();
}
