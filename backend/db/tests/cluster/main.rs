//! The private cluster with a real PostgreSQL: the one in `LINLI_PG_BIN`, or the one that is found.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod disposable;
mod lifecycle;
mod repairs;

use std::fs;
use std::path::{Path, PathBuf};

use diesel::sql_types::Text;
use diesel::{QueryableByName, sql_query};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use linli_db::cluster::Settings;

/// A folder that is removed with everything in it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("linli-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder for the test");
        // As root the server runs as another user, who has to get through.
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        fs::set_permissions(&path, mode).expect("the folder is ours");
        Self(path)
    }

    fn settings(&self, name: &str) -> Settings {
        let mut settings = Settings::new(self.0.join(name));
        settings.binaries = binaries();
        settings.options = vec![("fsync".to_owned(), "off".to_owned())];
        settings
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _left = fs::remove_dir_all(&self.0);
    }
}

#[expect(clippy::disallowed_methods, reason = "the test has no configuration to ask")]
fn binaries() -> Option<PathBuf> {
    std::env::var_os("LINLI_PG_BIN").filter(|path| !path.is_empty()).map(PathBuf::from)
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    value: String,
}

async fn connect(connection: &str) -> AsyncPgConnection {
    AsyncPgConnection::establish(connection).await.expect("the server takes connections")
}

async fn value_of(connection: &str, sql: &str) -> String {
    let mut connection = connect(connection).await;
    let row: Row = sql_query(sql).get_result(&mut connection).await.expect("the query is right");
    row.value
}

fn server_of(data: &Path) -> String {
    let file = fs::read_to_string(data.join("data/postmaster.pid")).expect("the server is up");
    file.lines().next().expect("its number comes first").to_owned()
}
