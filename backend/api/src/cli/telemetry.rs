//! The log, on standard error: a JSON object a line, or plain lines for whoever looks at a terminal.

use std::io::{IsTerminal, stderr};

use tracing::{Level, Metadata};
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer, fmt, registry};

/// Starts logging what `filter` lets through.
pub(super) fn start(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_default();
    let lines = fmt::layer().with_writer(stderr);
    let lines = if stderr().is_terminal() {
        lines.compact().with_target(false).boxed()
    } else {
        lines.json().flatten_event(true).with_current_span(false).with_span_list(false).boxed()
    };
    // A second start in one process (a test) keeps the first.
    registry().with(filter).with(filter_fn(is_discreet)).with(lines).try_init().ok();
}

/// Whether a line can have nothing of a request in it. Libraries that are asked for more than information print what
/// they send and receive: the driver of PostgreSQL the parameters of statements, with phones and hashes of passwords.
fn is_discreet(line: &Metadata<'_>) -> bool {
    *line.level() <= Level::INFO || line.target().starts_with("linli")
}
