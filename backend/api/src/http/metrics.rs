//! Figures for Prometheus.

use std::sync::OnceLock;
use std::time::Duration;

use actix_web::http::Method;
use actix_web::{HttpResponse, Responder, get, web};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::app::App;

/// How often what was measured is put into its buckets.
const UPKEEP: Duration = Duration::from_secs(5);

/// Where the figures are read.
#[derive(Clone)]
pub struct Metrics(PrometheusHandle);

impl Metrics {
    /// Puts what was measured into its buckets, for ever: until then each request takes memory, and a server that
    /// nobody reads the figures of would grow with every one.
    pub async fn keep_up(self) {
        let mut times = tokio::time::interval(UPKEEP);
        loop {
            times.tick().await;
            self.0.run_upkeep();
        }
    }
}

/// Starts counting, once in a process.
///
/// # Errors
/// If something else in this process counts already.
pub fn install() -> Result<Metrics, String> {
    static HANDLE: OnceLock<Result<PrometheusHandle, String>> = OnceLock::new();
    let make = || {
        PrometheusBuilder::new()
            .set_buckets_for_metric(
                Matcher::Full("http_request_seconds".to_owned()),
                &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0],
            )
            .and_then(PrometheusBuilder::install_recorder)
            .map_err(|error| error.to_string())
    };
    HANDLE.get_or_init(make).clone().map(Metrics)
}

/// Counts a request under its route (never its path: that has ids in it).
pub(super) fn count(method: &Method, route: String, status: u16, took: Duration) {
    let labels = [("method", label(method).to_owned()), ("route", route), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    let [method, route, _] = labels;
    metrics::histogram!("http_request_seconds", &[method, route]).record(took.as_secs_f64());
}

/// A method as a label. A client may invent methods, and each label is a series that is kept for ever.
fn label(method: &Method) -> &str {
    let known = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    if known.contains(method) { method.as_str() } else { "other" }
}

#[get("/metrics")]
pub(super) async fn get_metrics(metrics: web::Data<Metrics>, app: web::Data<App>) -> impl Responder {
    let (in_use, size) = app.pool.usage();
    let gauge = |name: &'static str, value: usize| {
        metrics::gauge!(name).set(f64::from(u32::try_from(value).unwrap_or(u32::MAX)));
    };
    gauge("db_connections_in_use", in_use);
    gauge("db_connections_max", size);
    HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(metrics.0.render())
}
