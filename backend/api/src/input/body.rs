//! Bodies: read within a size and a time, parsed with the place of every fault.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut};
use futures::StreamExt;
use serde::de::DeserializeOwned;

use crate::problem::{Kind, Problem};

/// What bodies are taken.
pub struct Accepts {
    /// The largest, in bytes.
    limit: usize,
    /// How long one may take to arrive.
    deadline: Duration,
    /// Of which types.
    types: &'static [&'static str],
}

/// JSON: 1,000 awards with a note each are well below the limit.
const JSON: Accepts =
    Accepts { limit: 512 * 1024, deadline: Duration::from_secs(10), types: &["application/json"] };

/// A picture, from a phone on a bad network.
pub const PICTURE: Accepts = Accepts {
    limit: 10 * 1024 * 1024,
    deadline: Duration::from_secs(60),
    types: &["image/jpeg", "image/png", "image/webp"],
};

/// An Excel workbook, from a slow line.
pub const WORKBOOK: Accepts = Accepts {
    limit: 8 * 1024 * 1024,
    deadline: Duration::from_secs(60),
    types: &["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
};

/// The body of a command that needs to be told nothing.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// Reads the JSON body of a request.
///
/// # Errors
/// Those of [`read_any`].
pub async fn read_body(request: HttpRequest, payload: Payload) -> Result<Bytes, Problem> {
    read_any(request, payload, &JSON).await
}

/// Reads the body of a request, of any kind that is taken here.
///
/// # Errors
/// `unsupported-media-type`, `body-too-large`, `request-timeout`, `malformed-body`.
pub async fn read_any(
    request: HttpRequest,
    mut payload: Payload,
    accepts: &Accepts,
) -> Result<Bytes, Problem> {
    let read = async {
        let mut body = BytesMut::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| Problem::of(Kind::MalformedBody))?;
            if body.len().saturating_add(chunk.len()) > accepts.limit {
                return Err(Problem::of(Kind::BodyTooLarge));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body.freeze())
    };
    let body = tokio::time::timeout(accepts.deadline, read)
        .await
        .map_err(|_| Problem::of(Kind::RequestTimeout))??;
    if !body.is_empty() && !accepts.states(&request) {
        let types = accepts.types.join(", ");
        return Err(Problem::of(Kind::UnsupportedMediaType).at("Content-Type", types));
    }
    Ok(body)
}

impl Accepts {
    /// Whether a request says that its body is of one of the types.
    fn states(&self, request: &HttpRequest) -> bool {
        let stated =
            request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let essence = stated.split(';').next().unwrap_or_default().trim();
        self.types.iter().any(|known| essence.eq_ignore_ascii_case(known))
    }
}

/// Parses a JSON body; no body at all is an empty object.
///
/// # Errors
/// `malformed-body` if it is no JSON, `invalid-input` naming the field that is at fault.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let body = if body.is_empty() { b"{}" } else { body };
    let mut json = serde_json::Deserializer::from_slice(body);
    let parsed = serde_path_to_error::deserialize(&mut json).map_err(|fault| {
        let field = fault.path().to_string();
        let error = fault.into_inner();
        if error.is_data() {
            return Problem::field(field_of(&field, &error.to_string()), plain(&error.to_string()));
        }
        Problem::of(Kind::MalformedBody)
            .at(if field == "." { "body".to_owned() } else { field }, error.to_string())
    })?;
    json.end().map_err(|error| Problem::of(Kind::MalformedBody).at("body", error.to_string()))?;
    Ok(parsed)
}

/// The field at fault: serde names missing and unknown fields in its text only, in backticks.
pub(super) fn field_of(path: &str, message: &str) -> String {
    let named = ["missing field `", "duplicate field `", "unknown field `"]
        .iter()
        .find_map(|beginning| message.strip_prefix(beginning).and_then(|rest| rest.split('`').next()));
    match (path, named) {
        (".", Some(field)) => field.to_owned(),
        (".", None) => "body".to_owned(),
        (path, Some(field)) if path.ends_with(field) => path.to_owned(),
        (path, Some(field)) => format!("{path}.{field}"),
        (path, None) => path.to_owned(),
    }
}

/// The message without the place in the text, which says nothing to the person at the form.
pub(super) fn plain(message: &str) -> String {
    let bare = message.rsplit_once(" at line ").map_or(message, |(bare, _)| bare);
    if bare.starts_with("missing field") { "必填".to_owned() } else { bare.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::input::{Name, Whole};
    use crate::problem::Kind;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only parsed")]
    struct Line {
        name: Name,
        quantity: Whole<1, 9>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only parsed")]
    struct Order {
        lines: Vec<Line>,
    }

    fn fault(body: &str) -> (Kind, String) {
        let problem = parse::<Order>(body.as_bytes()).unwrap_err();
        (problem.kind(), problem.errors.first().map(|error| error.field.clone()).unwrap_or_default())
    }

    #[test]
    fn a_fault_names_its_field() {
        let cases = [
            (r"{}", "lines"),
            (r"[]", "body"),
            (r#"{"lines": 1}"#, "lines"),
            (r#"{"lines": [{"name": "", "quantity": 1}]}"#, "lines[0].name"),
            (r#"{"lines": [{"name": "米", "quantity": 10}]}"#, "lines[0].quantity"),
            (r#"{"lines": [{"name": "米"}]}"#, "lines[0].quantity"),
            (r#"{"lines": [{"name": "米", "quantity": 1, "price": 0}]}"#, "lines[0].price"),
            (r#"{"lines": [{"name": "米", "name": "面", "quantity": 1}]}"#, "lines[0].name"),
            (r#"{"lines": [{"name": "a\u0000b", "quantity": 1}]}"#, "lines[0].name"),
            (r#"{"lines": [{"name": "米", "quantity": 1.5}]}"#, "lines[0].quantity"),
        ];
        for (body, field) in cases {
            assert_eq!(fault(body), (Kind::InvalidInput, field.to_owned()), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        let deep = format!(r#"{{"lines": {}"#, r#"[{"name": "#.repeat(10_000));
        assert!(parse::<Order>(deep.as_bytes()).is_err(), "and the stack holds");
        let bodies = ["{", "NaN", "{\"lines\": []} x", r#"{"lines": 1e400}"#, r#"{"lines": ["\ud800"]}"#];
        for body in bodies {
            let problem = parse::<Order>(body.as_bytes()).unwrap_err();
            assert_eq!(problem.kind(), Kind::MalformedBody, "{body:.40}");
        }
    }
}
