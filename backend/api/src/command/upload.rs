//! Commands that carry a file: the same promises as for those that carry JSON, for the bytes as they were sent.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use linli_db::Connection;
use linli_db::idempotency::Key;
use linli_domain::ids::Id;
use uuid::Builder;

use super::{Command, Reply, carry_out};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::By;
use crate::input::{Accepts, PICTURE, WORKBOOK, read_any};
use crate::problem::Problem;

/// A kind of file that a request may carry.
pub trait File {
    /// What is taken.
    const ACCEPTS: Accepts;
}

/// A picture.
pub enum Picture {}
/// An Excel workbook.
pub enum Workbook {}

impl File for Picture {
    const ACCEPTS: Accepts = PICTURE;
}

impl File for Workbook {
    const ACCEPTS: Accepts = WORKBOOK;
}

/// A request that changes something by a file.
pub struct Upload<F> {
    command: Command,
    of: PhantomData<F>,
}

impl<F: File + 'static> FromRequest for Upload<F> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let body = Self::read(request.clone(), payload).await?;
            Ok(Self { command: Command::of(&request, body), of: PhantomData })
        })
    }
}

impl<F: File> Upload<F> {
    /// The file of a request that changes nothing.
    ///
    /// # Errors
    /// `unsupported-media-type`, `body-too-large`, `request-timeout`, `malformed-body`.
    pub async fn read(request: HttpRequest, payload: Payload) -> Result<Bytes, Problem> {
        read_any(request, payload, &F::ACCEPTS).await
    }

    /// The file, as it was sent.
    pub fn bytes(&self) -> Bytes {
        self.command.body.clone()
    }

    /// The identifier of what is made before the command runs: sent again it is the same, of anything else it is another.
    ///
    /// # Errors
    /// `idempotency-key-missing`.
    pub fn id<R, T>(&self, app: &App, by: &By<R>) -> Result<Id<T>, Problem> {
        let Key { community, caller, key, fingerprint } = self.command.key(app, by)?;
        let community = community.uuid();
        let parts = [community.as_bytes().as_slice(), caller.as_bytes(), key.as_bytes(), &fingerprint];
        let digest = app.keys.digest(&parts);
        let bytes = digest.first_chunk().ok_or_else(|| Problem::unexpected("a digest of a few bytes"))?;
        Ok(Id::new(Builder::from_custom_bytes(*bytes).into_uuid()))
    }

    /// Carries the command out as [`Command::run`] does: reads the file, claims the key, does the work, stores the answer.
    /// What cannot be read is not kept: the key is still free.
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
        let key = self.command.key(app, by)?;
        let content = read(self.command.body).await?;
        carry_out(app, by, (&key, &content), work, async |_, _, _, _| Ok(())).await
    }
}
