//! What the application answered; every answer is held against the OpenAPI document.

use reqwest::header::HeaderMap;
use reqwest::{Method, Response};
use serde_json::Value;
use uuid::Uuid;

use crate::contract;

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub bytes: Vec<u8>,
    /// The body as text.
    pub text: String,
    /// The body as JSON; null if it is none.
    pub json: Value,
}

impl Answer {
    pub(crate) async fn read(method: Method, path: &str, response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await.expect("a body").to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let json = serde_json::from_str(&text).unwrap_or_default();
        let answer = Self { status, headers, bytes, text, json };
        contract::check(&method, path, &answer);
        answer
    }

    /// The body of a success (200).
    #[track_caller]
    pub fn ok(self) -> Value {
        assert_eq!(self.status, 200, "{}", self.text);
        self.json
    }

    /// The body of what came to be (201).
    #[track_caller]
    pub fn created(self) -> Value {
        assert_eq!(self.status, 201, "{}", self.text);
        self.json
    }

    /// The items of a list.
    #[track_caller]
    pub fn items(self) -> Vec<Value> {
        self.ok()["items"].as_array().expect("a list").clone()
    }

    /// Asserts a problem of this kind; answers its body.
    #[track_caller]
    pub fn refused(self, status: u16, kind: &str) -> Value {
        assert_eq!((self.status, self.json["kind"].as_str()), (status, Some(kind)), "{}", self.text);
        self.json
    }

    /// Asserts that this field is at fault (422).
    #[track_caller]
    pub fn faulty(self, field: &str) {
        let problem = self.refused(422, "invalid-input");
        assert_eq!(problem["errors"][0]["field"], field, "{problem}");
    }

    /// The header with this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// The identifier in the field `id` of a body.
#[track_caller]
pub fn id_of(body: &Value) -> Uuid {
    body["id"].as_str().expect("an id").parse().expect("a UUID")
}
