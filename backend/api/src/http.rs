//! The server: routes, what surrounds every request, health and metrics.

mod docs;
mod health;
mod metrics;
mod observe;
mod pages;
mod routes;
mod serve;
mod unknown;

pub use metrics::{Metrics, install as install_metrics};
pub use observe::RequestId;
pub use routes::{api, application};
pub use serve::{bind, run};
