//! What went wrong, as RFC 9457 has it: one shape for every error of every endpoint.

mod kind;
mod refusals;

pub use kind::Kind;

use std::borrow::Cow;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use linli_domain::Refusal;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A place in the request that is at fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where: a path into the body (`lines[0].quantity`), or the name of a parameter or header.
    pub field: String,
    /// What is wrong with it.
    pub detail: String,
}

/// An error that a caller is told about.
#[derive(Debug)]
pub struct Problem {
    kind: Kind,
    detail: Option<Cow<'static, str>>,
    pub(crate) errors: Vec<FieldError>,
    figures: Option<Value>,
    cause: Option<String>,
    retry_after: Option<u16>,
    passing: Option<Passing>,
}

/// Why the same may go through if it is tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passing {
    /// It gave way to another transaction.
    GaveWay,
    /// The connection to the data base was lost on the way.
    Lost,
}

/// A problem as it is sent: `application/problem+json` (RFC 9457).
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Body<'a> {
    /// What kind of problem it is, as a URI reference: `/problems/` and the kind.
    r#type: String,
    /// The same, as a word.
    kind: Kind,
    /// What kind of problem it is, in Chinese.
    title: &'a str,
    /// The same in English.
    title_en: &'a str,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong in this case, in Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    detail: Option<&'a str>,
    /// The places in the request that are at fault.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[schema(required = false)]
    errors: &'a [FieldError],
    /// The figures behind a refusal, e.g. `{"price": 15, "available": 3}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Object)]
    figures: Option<&'a Value>,
    /// The request, as the server's log names it: `urn:uuid:…`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    instance: Option<String>,
}

impl Problem {
    /// A problem of this kind, without further detail.
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            detail: None,
            errors: Vec::new(),
            figures: None,
            cause: None,
            retry_after: None,
            passing: None,
        }
    }

    /// One field is at fault: `invalid-input` (422).
    pub fn field(field: impl Into<String>, detail: impl Into<String>) -> Self {
        Self::of(Kind::InvalidInput).at(field, detail)
    }

    /// A field names something that does not exist in this community: `invalid-input` (422).
    pub fn unknown_reference(field: impl Into<String>) -> Self {
        Self::field(field, "不存在")
    }

    /// A rule refuses what this field says.
    pub fn refused_at(field: impl Into<String>, refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        Self::from(refusal).at(field, detail)
    }

    /// There is no such thing in this community: 404.
    pub const fn not_found() -> Self {
        Self::of(Kind::NotFound)
    }

    /// The same, naming the place at fault.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>, detail: impl Into<String>) -> Self {
        self.errors.push(FieldError { field: field.into(), detail: detail.into() });
        self
    }

    /// The same, saying what is wrong in this case.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<Cow<'static, str>>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same, with figures for a program.
    #[must_use]
    pub fn with(mut self, figures: Value) -> Self {
        self.figures = Some(figures);
        self
    }

    /// Something nobody expected: 500, told without detail, logged with its cause.
    pub fn unexpected(cause: impl fmt::Display) -> Self {
        Self { cause: Some(cause.to_string()), ..Self::of(Kind::Internal) }
    }

    /// The same, with what the log is told and the caller is not.
    #[must_use]
    pub fn because(mut self, cause: impl fmt::Display) -> Self {
        self.cause = Some(cause.to_string());
        self
    }

    /// Asked too often: 429, and after how many seconds to come again.
    pub fn too_many(seconds: u16) -> Self {
        Self { retry_after: Some(seconds), ..Self::of(Kind::TooManyRequests) }
    }

    /// What kind of problem it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What is wrong in this case, in Chinese.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Whether a rule said no, or the request was wrong; anything else is the server's own trouble.
    pub fn is_refusal(&self) -> bool {
        self.kind.status().is_client_error()
    }

    /// Why the same may go through if it is tried again, if it may.
    pub(crate) const fn passing(&self) -> Option<Passing> {
        self.passing
    }

    /// What the log is told and the caller is not.
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }

    /// The whole problem as one sentence, for a terminal.
    pub fn sentence(&self) -> String {
        let detail = self.detail.as_deref().or(self.cause.as_deref());
        let faults = self.errors.iter().map(|error| format!("{}: {}", error.field, error.detail));
        let parts =
            std::iter::once(self.kind.title().to_owned()).chain(detail.map(str::to_owned)).chain(faults);
        parts.collect::<Vec<_>>().join("; ")
    }

    /// The body as it is sent in answer to `request`.
    pub fn body(&self, request: Option<Uuid>) -> String {
        let body = Body {
            r#type: format!("/problems/{}", self.kind),
            kind: self.kind,
            title: self.kind.title(),
            title_en: self.kind.title_en(),
            status: self.kind.status().as_u16(),
            detail: self.detail.as_deref(),
            errors: &self.errors,
            figures: self.figures.as_ref(),
            instance: request.map(|request| request.urn().to_string()),
        };
        serde_json::to_string(&body).unwrap_or_default()
    }

    /// The whole answer to `request`.
    pub fn response(&self, request: Option<Uuid>) -> HttpResponse {
        let mut response = HttpResponse::build(self.kind.status());
        response.insert_header((CONTENT_TYPE, "application/problem+json"));
        let at_once = (self.kind == Kind::Unavailable).then_some(1);
        if let Some(seconds) = self.retry_after.or(at_once) {
            response.insert_header((RETRY_AFTER, seconds.to_string()));
        }
        response.body(self.body(request))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.kind)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.kind.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.response(None)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let detail = refusal.to_string();
        let figures = serde_json::to_value(&refusal).ok().filter(Value::is_object);
        Self { figures, ..Self::of(Kind::from(&refusal)).saying(detail) }
    }
}

impl From<linli_db::Error> for Problem {
    fn from(error: linli_db::Error) -> Self {
        let (kind, passing) = match error {
            linli_db::Error::MonthClosed => return Self::from(Refusal::MonthClosed),
            linli_db::Error::Contended(_) => (Kind::Unavailable, Some(Passing::GaveWay)),
            linli_db::Error::Unavailable(_) => (Kind::Unavailable, Some(Passing::Lost)),
            linli_db::Error::Locked(_) => (Kind::Unavailable, None),
            linli_db::Error::Query(_) | linli_db::Error::Corrupt(_) => (Kind::Internal, None),
        };
        Self { cause: Some(error.to_string()), passing, ..Self::of(kind) }
    }
}
