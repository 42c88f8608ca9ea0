//! A throwaway PostgreSQL for the test process, and in it a data base for each test, copied from a template.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, LazyLock, OnceLock};

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncConnection, RunQueryDsl, SimpleAsyncConnection};
use linli_db::cluster::Disposable;
use linli_db::{Connection, migrations};
use uuid::Uuid;

use crate::stage;

const TEMPLATE: &str = "template_of_tests";

static CLUSTER: OnceLock<Disposable> = OnceLock::new();

/// A data base of one test; it is dropped when the last clone of this is.
#[derive(Debug, Clone)]
pub struct Database {
    /// How to connect to it.
    pub url: String,
    _end: Arc<End>,
}

/// The end of a data base.
#[derive(Debug)]
struct End(String);

impl Drop for End {
    fn drop(&mut self) {
        // A test that ends does not wait for it, nor its runtime.
        DROPPER.send(std::mem::take(&mut self.0)).ok();
    }
}

/// The thread that drops data bases, one after the other: ten megabytes of memory each, for hundreds of tests.
static DROPPER: LazyLock<Sender<String>> = LazyLock::new(|| {
    let (sender, names) = channel::<String>();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut connection = Connection::establish(&cluster().connection("postgres")).await.unwrap();
            for name in names {
                connection.batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
            }
        });
    });
    sender
});

impl Database {
    /// A migrated data base with the stage set: two communities with their people.
    pub async fn staged() -> Self {
        let cluster = tokio::task::spawn_blocking(cluster).await.expect("a cluster");
        create(cluster, Some(TEMPLATE)).await
    }

    /// An empty data base.
    pub async fn empty() -> Self {
        let cluster = tokio::task::spawn_blocking(cluster).await.expect("a cluster");
        create(cluster, None).await
    }

    /// A connection of one's own.
    pub async fn connect(&self) -> Connection {
        Connection::establish(&self.url).await.expect("the test's data base can be reached")
    }

    /// The whole number that a query answers.
    pub async fn number(&self, query: &str) -> i64 {
        number(&mut self.connect().await, query).await
    }

    /// The text that a query answers.
    pub async fn text(&self, query: &str) -> String {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = Text)]
            text: String,
        }
        let query = sql_query(format!("SELECT ({query}) AS text"));
        let row: Row = query.get_result(&mut self.connect().await).await.unwrap();
        row.text
    }

    /// Carries out what no operation does: puts the data base into a state that only years or an accident would.
    pub async fn run(&self, statements: &str) {
        self.connect().await.batch_execute(statements).await.unwrap();
    }

    /// Returns as soon as somebody waits for a lock.
    pub async fn somebody_waits(&self) {
        let waiting =
            "DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
            AND datname = current_database()) LOOP PERFORM pg_stat_clear_snapshot(); END LOOP; END $$";
        self.run(waiting).await;
    }
}

/// The whole number that a query answers.
pub async fn number(connection: &mut Connection, query: &str) -> i64 {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let row: Row = sql_query(format!("SELECT ({query}) AS number")).get_result(connection).await.unwrap();
    row.number
}

async fn create(cluster: &Disposable, template: Option<&str>) -> Database {
    let name = format!("t_{}", Uuid::now_v7().simple());
    let source = template.unwrap_or("template0");
    let statement = format!("CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY");
    let mut connection = Connection::establish(&cluster.connection("postgres")).await.unwrap();
    connection.batch_execute(&statement).await.unwrap();
    Database { url: cluster.connection(&name), _end: Arc::new(End(name)) }
}

/// The cluster of this process, started by whoever comes first; it stops and vanishes when the process ends.
fn cluster() -> &'static Disposable {
    CLUSTER.get_or_init(|| {
        let binaries = std::env::var_os("LINLI_PG_BIN").map(PathBuf::from);
        let cluster = Disposable::start(binaries.as_deref()).expect("a throwaway PostgreSQL");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            migrations::create_database(&cluster.connection("postgres"), TEMPLATE).await.unwrap();
        });
        migrations::run(&cluster.connection(TEMPLATE)).expect("migrations");
        runtime.block_on(async {
            let mut connection = Connection::establish(&cluster.connection(TEMPLATE)).await.unwrap();
            stage::set(&mut connection).await;
        });
        cluster
    })
}
