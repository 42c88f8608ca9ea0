//! Commands that carry a file: the same promises as for those that carry JSON, for the bytes as they were sent.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use linli_db::Connection;

use super::{Command, Reply, carry_out};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::By;
use crate::input::{Body, read_body_as};
use crate::problem::Problem;

/// An Excel workbook, and for how long it may come over a slow line.
const WORKBOOK: Body = Body {
    media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    limit: 8 * 1024 * 1024,
    deadline: Duration::from_secs(60),
};

/// A request that changes something by an Excel workbook.
pub struct Upload(Command);

impl FromRequest for Upload {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = Self::read(request.clone(), payload).await?;
            Ok(Self(Command::with(&request, body)))
        })
    }
}

impl Upload {
    /// The workbook of a request that changes nothing.
    ///
    /// # Errors
    /// `unsupported-media-type`, `body-too-large`, `request-timeout`, `malformed-body`.
    pub async fn read(request: HttpRequest, payload: Payload) -> Result<Bytes, Problem> {
        read_body_as(&WORKBOOK, request, payload).await
    }

    /// Carries the command out as [`Command::run`] does: reads the workbook, claims the key, does the work, stores the
    /// answer. What cannot be read is not kept: the key is still free.
    ///
    /// # Errors
    /// What is wrong with key or file; what the work refuses.
    pub async fn run<R, T>(
        self,
        app: &App,
        by: &By<R>,
        read: impl AsyncFnOnce(Bytes) -> Result<T, Problem>,
        work: impl AsyncFn(&mut Connection, &Acting, &T) -> Result<Reply, Problem>,
    ) -> Result<HttpResponse, Problem> {
        let Self(command) = self;
        let key = command.key(app, by)?;
        let content = read(command.body.clone()).await?;
        carry_out(app, (&key, &by.acting()), &content, work, async |_, _, _, _| Ok(())).await
    }
}
