//! `src/schema.rs` is what the migrations make.
#![expect(clippy::disallowed_methods, reason = "a test is told by environment where PostgreSQL is")]

use std::path::PathBuf;

use diesel::sql_types::Text;
use diesel_async::{AsyncConnection, RunQueryDsl};
use linli_db::cluster::Disposable;
use linli_db::{Connection, migrations};

#[derive(diesel::QueryableByName)]
struct Rendered {
    #[diesel(sql_type = Text)]
    source: String,
}

#[test]
fn the_schema_is_what_the_migrations_make() {
    let binaries = std::env::var_os("LINLI_PG_BIN").map(PathBuf::from);
    let cluster = Disposable::start(binaries.as_deref()).unwrap();
    let url = cluster.connection("postgres");
    assert!(migrations::run(&url).unwrap() > 0);
    assert_eq!(migrations::run(&url).unwrap(), 0, "a second run has nothing to do");
    let rendered = render(&url);
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/schema.rs");
    if std::env::var_os("LINLI_WRITE_SCHEMA").is_some() {
        std::fs::write(path, &rendered).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == rendered, "stale: run with LINLI_WRITE_SCHEMA=1");
}

#[tokio::main(flavor = "current_thread")]
#[expect(clippy::unwrap_used, reason = "a panic is how a test fails")]
async fn render(url: &str) -> String {
    let mut connection = Connection::establish(url).await.unwrap();
    let query = diesel::sql_query(include_str!("schema_source.sql"));
    query.get_result::<Rendered>(&mut connection).await.unwrap().source
}
