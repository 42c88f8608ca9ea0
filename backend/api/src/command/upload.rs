//! A command whose body is a picture.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use linli_db::Connection;

use super::{Command, Reply, carry_out};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::By;
use crate::input::{PICTURE, read_any};
use crate::problem::Problem;

/// A request that brings a picture.
pub struct Upload(Command);

impl FromRequest for Upload {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = read_any(request.clone(), payload, &PICTURE).await?;
            Ok(Self(Command::of(&request, body)))
        })
    }
}

impl Upload {
    /// The picture, as it was sent.
    pub fn bytes(&self) -> Bytes {
        self.0.body.clone()
    }

    /// Whether the request names itself, for whoever does something before the command runs.
    ///
    /// # Errors
    /// `idempotency-key-missing`.
    pub fn check_key<R>(&self, app: &App, by: &By<R>) -> Result<(), Problem> {
        self.0.key(app, by).map(drop)
    }

    /// Carries the command out like [`Command::run`].
    ///
    /// # Errors
    /// What is wrong with the key; what the work refuses.
    pub async fn run<R>(
        self,
        app: &App,
        by: &By<R>,
        work: impl AsyncFn(&mut Connection, &Acting) -> Result<Reply, Problem>,
    ) -> Result<HttpResponse, Problem> {
        let key = self.0.key(app, by)?;
        let work =
            async |connection: &mut Connection, acting: &Acting, (): &()| work(connection, acting).await;
        carry_out(app, by, (&key, &()), work, async |_, _, _, _| Ok(())).await
    }
}
