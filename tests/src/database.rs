//! A throwaway PostgreSQL for the test process, and in it a data base for each test, copied from a template.

use std::path::PathBuf;
use std::sync::OnceLock;

use diesel_async::{AsyncConnection, SimpleAsyncConnection};
use linli_db::cluster::Disposable;
use linli_db::{Connection, migrations};
use uuid::Uuid;

use crate::stage;

const TEMPLATE: &str = "template_of_tests";

static CLUSTER: OnceLock<Disposable> = OnceLock::new();

/// A data base of one test.
#[derive(Debug, Clone)]
pub struct Database {
    /// How to connect to it.
    pub url: String,
}

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

    /// Returns as soon as somebody waits for a lock.
    pub async fn somebody_waits(&self) {
        let mut connection = self.connect().await;
        let waiting =
            "DO $$ BEGIN WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
            AND datname = current_database()) LOOP PERFORM pg_stat_clear_snapshot(); END LOOP; END $$";
        connection.batch_execute(waiting).await.unwrap();
    }
}

async fn create(cluster: &Disposable, template: Option<&str>) -> Database {
    let name = format!("t_{}", Uuid::now_v7().simple());
    let source = template.unwrap_or("template0");
    let statement = format!("CREATE DATABASE {name} TEMPLATE {source} STRATEGY FILE_COPY");
    let mut connection = Connection::establish(&cluster.connection("postgres")).await.unwrap();
    connection.batch_execute(&statement).await.unwrap();
    Database { url: cluster.connection(&name) }
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
