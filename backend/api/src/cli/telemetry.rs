//! The log: one JSON object a line, on standard error.

use tracing::{Level, Metadata};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Starts logging what `filter` lets through.
pub(super) fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .finish()
        .with(filter_fn(is_discreet));
    // A second start in one process (a test) keeps the first.
    subscriber.try_init().ok();
}

/// Whether a line can have nothing of a request in it. Libraries that are asked for more than information print what
/// they send and receive: the driver of PostgreSQL the parameters of statements, with phones and hashes of passwords.
fn is_discreet(line: &Metadata<'_>) -> bool {
    *line.level() <= Level::INFO || line.target().starts_with("linli")
}
