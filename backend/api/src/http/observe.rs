//! Around every request: an id, a line in the log, its place in the metrics, and the last word on errors.

use std::time::Instant;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use uuid::Uuid;

use crate::problem::{Kind, Problem};

/// The id of a request: in its log lines, in the answer's `X-Request-Id`, in a problem's `instance`.
#[derive(Debug, Clone, Copy)]
pub struct RequestId(pub Uuid);

/// The middleware.
pub async fn observe<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let id = Uuid::now_v7();
    request.extensions_mut().insert(RequestId(id));
    let began = Instant::now();
    let response = next.call(request).await?;
    let cause = response.response().error().and_then(|e| e.as_error::<Problem>()?.cause().map(str::to_owned));
    let mut response = with_problem(response, id);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), value);
    }
    log(&response, id, began, cause);
    Ok(response)
}

fn log<B>(response: &ServiceResponse<B>, id: Uuid, began: Instant, cause: Option<String>) {
    let route = response.request().match_pattern().unwrap_or_else(|| "unknown".to_owned());
    let method = response.request().method();
    let (status, took) = (response.status().as_u16(), began.elapsed());
    let took_ms = took.as_millis().to_string();
    if response.status().is_server_error() {
        let cause = cause.unwrap_or_default();
        tracing::error!(request_id = %id, %method, %route, status, %took_ms, %cause, "request failed");
    } else {
        tracing::info!(request_id = %id, %method, %route, status, %took_ms, "request");
    }
    super::metrics::count(method, route, status, took);
}

/// An error gets its request's id; one that is no [`Problem`] (the framework's own) becomes one.
fn with_problem<B>(response: ServiceResponse<B>, id: Uuid) -> ServiceResponse<EitherBody<B>> {
    let status = response.status();
    let mut rendered = match response.response().error().map(Error::as_error::<Problem>) {
        Some(Some(problem)) => problem.response(Some(id)),
        Some(None) => foreign(status).response(Some(id)),
        None if is_bare(&response) => foreign(status).response(Some(id)),
        None => return response.map_into_left_body(),
    };
    if let Some(allow) = response.headers().get(ALLOW) {
        rendered.headers_mut().insert(ALLOW, allow.clone());
    }
    response.into_response(rendered).map_into_right_body()
}

/// Whether an error came without a problem in its body.
fn is_bare<B>(response: &ServiceResponse<B>) -> bool {
    let kind = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    (response.status().is_client_error() || response.status().is_server_error())
        && kind != Some(b"application/problem+json")
}

fn foreign(status: StatusCode) -> Problem {
    match status {
        StatusCode::NOT_FOUND => Problem::not_found(),
        StatusCode::METHOD_NOT_ALLOWED => Problem::of(Kind::MethodNotAllowed),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::of(Kind::BodyTooLarge),
        StatusCode::REQUEST_TIMEOUT => Problem::of(Kind::RequestTimeout),
        status if status.is_client_error() => Problem::of(Kind::MalformedBody),
        status => Problem::unexpected(status),
    }
}
