//! Commands: requests that change something. Each is carried out once for its key, in one transaction with its answer.

mod upload;

pub use upload::{Picture, Upload, Workbook};

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, Instant};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use linli_db::idempotency::{self, Answer, Claim, Key};
use linli_db::{Connection, transaction};
use rand::RngExt;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::acting::Acting;
use crate::app::App;
use crate::auth::By;
use crate::input::{parse, read_body};
use crate::problem::{Kind, Passing, Problem};

/// How long a command that gave way to another transaction, or lost its connection, is tried again.
const PATIENCE: Duration = Duration::from_secs(4);

/// How long a command that gave way waits at most, so that the two do not meet again.
const PAUSE_MS: u64 = 40;

/// The header that marks an answer given before.
const REPLAYED: &str = "Idempotent-Replayed";

/// A request that changes something.
pub struct Command {
    key: Option<String>,
    /// Method and path.
    line: String,
    body: Bytes,
}

/// What a command answers.
pub struct Reply {
    status: StatusCode,
    location: Option<String>,
    body: String,
    kept: bool,
}

impl Reply {
    /// Something came to be: 201, where it is, and what it is.
    pub fn created(location: String, body: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self { location: Some(location), ..Self::json(StatusCode::CREATED, body)? })
    }

    /// Taken up, but not done yet: 202 and how it stands.
    pub fn accepted(body: &impl Serialize) -> Result<Self, Problem> {
        Self::json(StatusCode::ACCEPTED, body)
    }

    /// Done: 200 and how it is now.
    pub fn ok(body: &impl Serialize) -> Result<Self, Problem> {
        Self::json(StatusCode::OK, body)
    }

    /// Done, with an answer that must not lie about: it is not kept, and the command is carried out again whenever it is
    /// repeated.
    pub fn unkept(body: &impl Serialize) -> Result<Self, Problem> {
        Ok(Self { kept: false, ..Self::json(StatusCode::OK, body)? })
    }

    fn json(status: StatusCode, body: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_string(body).map_err(Problem::unexpected)?;
        Ok(Self { status, location: None, body, kept: true })
    }
}

impl FromRequest for Command {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), payload.take());
        Box::pin(async move { Ok(Self::of(&request, read_body(request.clone(), payload).await?)) })
    }
}

impl Command {
    /// The command that a request makes with this body.
    fn of(request: &HttpRequest, body: Bytes) -> Self {
        let key =
            request.headers().get("Idempotency-Key").and_then(|key| key.to_str().ok()).map(str::to_owned);
        Self { key, line: format!("{} {}\n", request.method(), request.uri()), body }
    }

    /// Carries the command out: parses the body, claims the key, does the `work`, stores the answer, in one
    /// transaction. A repeated request gets the first answer; so does one that was refused.
    ///
    /// # Errors
    /// What is wrong with key or body; what the work refuses.
    pub async fn run<R, T: DeserializeOwned>(
        self,
        app: &App,
        by: &By<R>,
        work: impl AsyncFn(&mut Connection, &Acting, &T) -> Result<Reply, Problem>,
    ) -> Result<HttpResponse, Problem> {
        self.run_noting(app, by, work, async |_, _, _, _| Ok(())).await
    }

    /// The same, where a refusal leaves something too: `note` is carried out in the transaction that keeps the refusal
    /// as the command's answer, so once, however often the command is repeated.
    ///
    /// # Errors
    /// What is wrong with key or body; what the work refuses.
    pub async fn run_noting<R, T: DeserializeOwned>(
        self,
        app: &App,
        by: &By<R>,
        work: impl AsyncFn(&mut Connection, &Acting, &T) -> Result<Reply, Problem>,
        note: impl AsyncFn(&mut Connection, &Acting, &T, Kind) -> Result<(), Problem>,
    ) -> Result<HttpResponse, Problem> {
        let key = self.key(app, by)?;
        let body: T = parse(&self.body)?;
        carry_out(app, by, (&key, &body), work, note).await
    }

    /// The body, for what must be worked out before the transaction begins (hashing a password takes longer than any
    /// transaction may). [`Command::run`] parses it again: whether the command is carried out is decided there alone.
    ///
    /// # Errors
    /// What is wrong with the body.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        parse(&self.body)
    }

    fn key<R>(&self, app: &App, by: &By<R>) -> Result<Key, Problem> {
        let missing =
            || Problem::of(Kind::IdempotencyKeyMissing).at("Idempotency-Key", "1 到 100 个可见字符");
        let key = self.key.clone().ok_or_else(missing)?;
        if !(1..=100).contains(&key.len()) || !key.chars().all(|c| c.is_ascii_graphic()) {
            return Err(missing());
        }
        Ok(Key {
            community: by.principal.community,
            caller: by.principal.user.uuid(),
            key,
            fingerprint: app.keys.digest(&[self.line.as_bytes(), &self.body]),
        })
    }
}

/// Carries a command out, and again as long as it gives way.
async fn carry_out<R, T>(
    app: &App,
    by: &By<R>,
    (key, body): (&Key, &T),
    work: impl AsyncFn(&mut Connection, &Acting, &T) -> Result<Reply, Problem>,
    note: impl AsyncFn(&mut Connection, &Acting, &T, Kind) -> Result<(), Problem>,
) -> Result<HttpResponse, Problem> {
    let acting = by.acting();
    let began = Instant::now();
    let mut connection = app.connection().await?;
    loop {
        let problem = match once(&mut connection, key, &acting, body, &work).await {
            Ok(done) => return Ok(done),
            Err(problem) => problem,
        };
        if is_answer(&problem) {
            let note =
                async |connection: &mut Connection| note(connection, &acting, body, problem.kind()).await;
            return refused(&mut connection, key, &acting, &problem, note).await;
        }
        match problem.passing().filter(|_| began.elapsed() < PATIENCE) {
            Some(Passing::GaveWay) => tokio::time::sleep(pause()).await,
            // Not this one again: it stays broken. And if there is none, the data base is away.
            Some(Passing::Lost) => {
                drop(connection);
                connection = app.connection().await?;
            }
            None => return Err(problem),
        }
    }
}

async fn once<T>(
    connection: &mut Connection,
    key: &Key,
    acting: &Acting,
    body: &T,
    work: &impl AsyncFn(&mut Connection, &Acting, &T) -> Result<Reply, Problem>,
) -> Result<HttpResponse, Problem> {
    transaction(connection, async |connection| {
        match idempotency::claim(connection, key, acting.now).await? {
            Claim::Claimed | Claim::Unkept => {
                let reply = work(connection, acting, body).await?;
                let answer =
                    Answer { status: reply.status.as_u16(), location: reply.location, body: reply.body };
                idempotency::complete(connection, key, &answer, reply.kept).await?;
                Ok(response(answer, false))
            }
            Claim::Replayed(answer) => Ok(response(answer, true)),
            Claim::Mismatch => Err(Problem::of(Kind::IdempotencyKeyReused)),
            Claim::Running => Err(Problem::of(Kind::RequestInProgress)),
        }
    })
    .await
}

fn pause() -> Duration {
    Duration::from_millis(rand::rng().random_range(1..=PAUSE_MS))
}

/// Whether a problem is the command's answer, and a repetition gets it again.
fn is_answer(problem: &Problem) -> bool {
    let passing = [Kind::IdempotencyKeyReused, Kind::RequestInProgress, Kind::TooManyRequests];
    problem.kind().status().is_client_error() && !passing.contains(&problem.kind())
}

/// Keeps a refusal under its key, after all that the command had done was rolled back. If the same command went
/// through in the meantime, its answer is the one that counts.
async fn refused(
    connection: &mut Connection,
    key: &Key,
    acting: &Acting,
    problem: &Problem,
    note: impl AsyncFn(&mut Connection) -> Result<(), Problem>,
) -> Result<HttpResponse, Problem> {
    let answer = Answer {
        status: problem.kind().status().as_u16(),
        location: None,
        body: problem.body(acting.request),
    };
    transaction(connection, async |connection| {
        match idempotency::claim(connection, key, acting.now).await? {
            Claim::Claimed | Claim::Unkept => {
                note(connection).await?;
                idempotency::complete(connection, key, &answer, true).await?;
                Ok(response(answer.clone(), false))
            }
            Claim::Replayed(first) => Ok(response(first, true)),
            Claim::Mismatch => Err(Problem::of(Kind::IdempotencyKeyReused)),
            Claim::Running => Err(Problem::of(Kind::RequestInProgress)),
        }
    })
    .await
}

fn response(answer: Answer, replayed: bool) -> HttpResponse {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status);
    let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
    response.insert_header((CONTENT_TYPE, kind));
    if let Some(location) = answer.location {
        response.insert_header((LOCATION, location));
    }
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    response.body(answer.body)
}
