//! Somebody who speaks HTTP to the application.

use linli_api::photos::choose_tls;
use reqwest::{Client, Method};
use serde_json::Value;
use uuid::Uuid;

use crate::Answer;

/// A client for the server's own machine, which needs no TLS; but one is built in, and wants to know who does it.
pub fn client() -> Client {
    choose_tls();
    Client::builder().tls_certs_only([]).build().expect("a client")
}

/// A caller, signed in or not.
#[derive(Debug, Clone)]
pub struct Actor {
    client: Client,
    base: String,
    token: Option<String>,
}

impl Actor {
    /// A caller of the server at `base`.
    pub fn new(base: &str, token: Option<String>) -> Self {
        Self { client: client(), base: base.to_owned(), token }
    }

    /// The same caller with another access token.
    #[must_use]
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    /// The access token.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Where the server is: `http://127.0.0.1:<port>`.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Reads `path`, which is below `/api/v1`.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, &format!("/api/v1{path}"), None, &[]).await
    }

    /// Posts a command with a key of its own.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.post_with(&Uuid::now_v7().to_string(), path, body).await
    }

    /// Posts a command with this idempotency key.
    pub async fn post_with(&self, key: &str, path: &str, body: Value) -> Answer {
        self.send(Method::POST, &format!("/api/v1{path}"), Some(body), &[("Idempotency-Key", key)]).await
    }

    /// Posts a file, a picture or an Excel workbook, with a key of its own.
    pub async fn upload(&self, path: &str, file: Vec<u8>) -> Answer {
        self.upload_with(&Uuid::now_v7().to_string(), path, file).await
    }

    /// Posts a file with this idempotency key.
    pub async fn upload_with(&self, key: &str, path: &str, file: Vec<u8>) -> Answer {
        let media = if path == "/photos" { "image/jpeg" } else { crate::workbook::MEDIA };
        let headers = [("Idempotency-Key", key), ("Content-Type", media)];
        self.send_raw(Method::POST, &format!("/api/v1{path}"), Some(file), &headers).await
    }

    /// Puts something in the place of what was there, with a key of its own.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        let key = Uuid::now_v7().to_string();
        self.send(Method::PUT, &format!("/api/v1{path}"), Some(body), &[("Idempotency-Key", &key)]).await
    }

    /// Changes something with a key of its own.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        let key = Uuid::now_v7().to_string();
        self.send(Method::PATCH, &format!("/api/v1{path}"), Some(body), &[("Idempotency-Key", &key)]).await
    }

    /// Deletes something with a key of its own.
    pub async fn delete(&self, path: &str) -> Answer {
        let key = Uuid::now_v7().to_string();
        self.send(Method::DELETE, &format!("/api/v1{path}"), None, &[("Idempotency-Key", &key)]).await
    }

    /// Sends any request; `path` is whole.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let raw = body.map(|body| serde_json::to_vec(&body).unwrap());
        let mut all = headers.to_vec();
        if raw.is_some() {
            all.push(("Content-Type", "application/json"));
        }
        self.send_raw(method, path, raw, &all).await
    }

    /// Sends any request with any body.
    pub async fn send_raw(
        &self,
        method: Method,
        path: &str,
        body: Option<Vec<u8>>,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = self.client.request(method.clone(), format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await.expect("an answer");
        Answer::read(method, path, response).await
    }
}
