//! A running application for one test.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use chrono::{DateTime, Utc};
use linli_api::auth::{Claims, Keys, Throttle};
use linli_api::clock::Clock;
use linli_api::photos::{PhotoStore, pictures};
use linli_api::{App, http};
use linli_db::{Patience, Pool};
use linli_domain::ids::{CommunityId, PhotoId, ResidentId, SessionId, UserId};
use linli_domain::verifications::Drift;
use reqwest::Method;
use serde_json::json;
use tracing::Level;
use uuid::Uuid;

use crate::program::Folder;
use crate::samples::picture;
use crate::{Actor, Answer, Database, stage};

/// The application on a port of its own, with its data base; gone when the test ends.
pub struct TestApp {
    /// The community that tests act in.
    pub a: Cast,
    /// The other community.
    pub b: Cast,
    /// The platform's operator.
    pub operator: Actor,
    /// Somebody who has not signed in.
    pub nobody: Actor,
    /// The application itself.
    pub app: App,
    /// The application's clock.
    pub clock: Clock,
    /// The data base.
    pub database: Database,
    /// The keys that sign access tokens.
    pub keys: Arc<Keys>,
    /// The folder with the pictures of photos; gone when the test ends.
    pub photos: Folder,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
}

/// The people of a community, each in one role.
pub struct Cast {
    /// The prefix of the community's identifiers.
    pub prefix: &'static str,
    /// Community administrator.
    pub administrator: Actor,
    /// Staff.
    pub staff: Actor,
    /// Social worker.
    pub social_worker: Actor,
    /// Leader of team 53, and resident 44.
    pub leader: Actor,
    /// Resident 401, block head of building 403; there only among the things (see `things.sql`).
    pub block_head: Actor,
    /// Manager of partner 71.
    pub manager: Actor,
    /// Cashier of store 72.
    pub cashier: Actor,
    /// Resident 47.
    pub resident: Actor,
}

impl Cast {
    /// The identifier number `number` of this community; see `stage.sql`.
    pub fn id(&self, number: u32) -> Uuid {
        stage::id(self.prefix, number)
    }
}

impl TestApp {
    /// Starts the application on a staged data base.
    pub async fn start() -> Self {
        Self::on(Database::staged().await).await
    }

    /// Starts the application on a staged data base with one of each kind of thing in it.
    pub async fn with_things() -> Self {
        let database = Database::staged().await;
        stage::set_things(&mut database.connect().await).await;
        let app = Self::on(database).await;
        let pictures = pictures(&picture(8, 8)).expect("pictures");
        for cast in [&app.a, &app.b] {
            let (community, photo) = (CommunityId::new(cast.id(1)), PhotoId::new(cast.id(303)));
            app.app.photos.put(community, photo, &pictures).await.expect("a store");
        }
        app
    }

    /// Starts the application on this data base, with connections for all contenders of a race, and time for them to meet at
    /// a lock and to go on one after the other: what a test sees does not depend on how busy the machine is.
    pub async fn on(database: Database) -> Self {
        let minute = Duration::from_secs(60);
        let patience = Patience { connection: minute, lock: 2 * minute, statement: 3 * minute };
        let pool = linli_db::connect_with(&database.url, 20, patience);
        Self::with(database, pool.expect("a pool"), Keys::fresh().expect("a key")).await
    }

    /// Starts the application on a staged data base, with the keys in a folder.
    pub async fn signing_with(folder: &Path) -> Self {
        let database = Database::staged().await;
        let pool = linli_db::connect(&database.url, 10).expect("a pool");
        Self::with(database, pool, Keys::load(folder).expect("keys")).await
    }

    /// Starts the application on a staged data base with as little patience as it has in service.
    pub async fn impatient() -> Self {
        let database = Database::staged().await;
        let pool = linli_db::connect(&database.url, 10).expect("a pool");
        Self::with(database, pool, Keys::fresh().expect("a key")).await
    }

    async fn with(database: Database, pool: Pool, keys: Keys) -> Self {
        show_errors();
        let clock = Clock::default();
        clock.put_forward(stage::NOON.parse::<DateTime<Utc>>().unwrap() - clock.now());
        let keys = Arc::new(keys);
        let folder = Folder::new();
        let app = App {
            pool,
            clock: clock.clone(),
            keys: keys.clone(),
            photos: PhotoStore::in_folder(folder.path()).expect("a folder"),
            throttle: Throttle::default(),
            secure_cookies: false,
            behind_proxy: false,
        };
        let served = app.clone();
        let listener = http::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
        let base = format!("http://{}", listener.local_addr().unwrap());
        let (sender, handle) = tokio::sync::oneshot::channel();
        // The server has a thread and a runtime of its own, so that all of it is gone when the test is.
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async move {
                let figures = http::install_metrics().expect("metrics");
                let server = http::run(served, figures, listener, 1).expect("a server");
                sender.send(server.handle()).ok();
                server.await.expect("serving");
            });
        });
        let server = handle.await.expect("the server has started");
        let actor = |community: CommunityId, prefix: &str, number: u32| {
            Actor::new(&base, Some(token(&keys, &clock, community, on_stage(prefix, number))))
        };
        let cast = |prefix: &'static str| {
            let actor = |number| actor(CommunityId::new(stage::id(prefix, 1)), prefix, number);
            Cast {
                prefix,
                administrator: actor(21),
                staff: actor(22),
                social_worker: actor(23),
                leader: actor(24),
                block_head: actor(400),
                manager: actor(25),
                cashier: actor(26),
                resident: actor(27),
            }
        };
        Self {
            a: cast(stage::A),
            b: cast(stage::B),
            operator: actor(CommunityId::PLATFORM, stage::A, 20),
            nobody: Actor::new(&base, None),
            app,
            clock,
            database,
            keys,
            photos: folder,
            server,
            thread: Some(thread),
        }
    }

    /// What resident number `number` of community A has: all points, and those of them that are held.
    pub async fn wallet(&self, number: u32) -> (i64, i64) {
        self.wallet_of(self.a.id(number)).await
    }

    /// What this resident of community A has: all points, and those of them that are held.
    pub async fn wallet_of(&self, resident: Uuid) -> (i64, i64) {
        let (community, resident) = (CommunityId::new(self.a.id(1)), ResidentId::new(resident));
        let mut connection = self.database.connect().await;
        let wallet = linli_db::ledger::find_wallet(&mut connection, community, resident).await;
        let wallet = wallet.unwrap().expect("a wallet");
        (wallet.posted().get(), wallet.held().get())
    }

    /// Signs in with a phone and a password.
    pub async fn sign_in(&self, phone: &str, password: &str) -> Answer {
        let body = json!({"phone": phone, "password": password});
        self.nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await
    }

    /// Whoever has this phone and password, signed in.
    pub async fn signed_in(&self, phone: &str, password: &str) -> Actor {
        let session = self.sign_in(phone, password).await.ok();
        self.nobody.with_token(session["access_token"].as_str().expect("a token"))
    }

    /// Somebody more in community A, signed in: with an office, or as the account of a resident, or both.
    pub async fn newcomer(&self, office: Option<&str>, resident: Option<Uuid>) -> Actor {
        let (user, session, community) = (Uuid::now_v7(), Uuid::now_v7(), self.a.id(1));
        let resident = resident.map_or("NULL".to_owned(), |id| format!("'{id}'"));
        let account = format!(
            "INSERT INTO users VALUES ('{community}', '{user}', '新来的', '{user}', {resident}, NULL, '2020-01-01'); \
             INSERT INTO sessions (id, community_id, user_id, user_agent, created_at, expires_at) \
             VALUES ('{session}', '{community}', '{user}', 'stage', '2020-01-01', '2999-01-01')"
        );
        self.database.run(&account).await;
        if let Some(office) = office {
            let role = format!("INSERT INTO user_roles VALUES ('{community}', '{user}', '{office}')");
            self.database.run(&role).await;
        }
        let (user, session) = (UserId::new(user), SessionId::new(session));
        let token = token(&self.keys, &self.clock, CommunityId::new(community), (user, session));
        self.nobody.with_token(&token)
    }

    /// What is wrong with the running figures of a community; nothing, if all is well.
    pub async fn drift(&self, cast: &Cast) -> Vec<Drift> {
        let mut connection = self.database.connect().await;
        linli_db::ledger::verify(&mut connection, CommunityId::new(cast.id(1))).await.unwrap()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// The user number `number`, and the session, which is number + 10.
fn on_stage(prefix: &str, number: u32) -> (UserId, SessionId) {
    (UserId::new(stage::id(prefix, number)), SessionId::new(stage::id(prefix, number + 10)))
}

/// An access token of a user in a session.
fn token(keys: &Keys, clock: &Clock, community: CommunityId, (user, session): (UserId, SessionId)) -> String {
    let now = clock.now().timestamp();
    let claims = Claims {
        iss: "linli".to_owned(),
        aud: "linli".to_owned(),
        sub: user,
        sid: session,
        community,
        roles: Vec::new(),
        iat: now,
        // Long enough for tests that put the clock forward.
        exp: now + 4_000 * 86_400,
    };
    keys.sign(&claims).unwrap()
}

/// What the server logs as an error, on standard error.
fn show_errors() {
    let subscriber = tracing_subscriber::fmt().with_max_level(Level::ERROR).with_writer(std::io::stderr);
    subscriber.try_init().ok();
}
