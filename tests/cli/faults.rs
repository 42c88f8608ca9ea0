//! Everything that can be wrong at the start is said in one clear line.

use std::net::TcpListener;

use diesel_async::SimpleAsyncConnection;
use linli_tests::Database;

use linli_tests::program::{Folder, complaint, linli, run};

#[test]
fn all_faults_of_the_configuration_are_told_at_once() {
    let mut serve = linli();
    serve.args(["serve", "--port", "70000", "--host", "home", "--log", "=="]);
    let said = complaint(serve.env("LINLI_BEHIND_PROXY", "off").env("LINLI_DEMO", "1"));
    for name in ["LINLI_PORT", "LINLI_HOST", "LINLI_LOG", "LINLI_BEHIND_PROXY", "LINLI_DEMO"] {
        assert!(said.contains(name), "{said}");
    }
}

#[test]
fn a_port_in_use_is_named() {
    let (folder, taken) = (Folder::new(), TcpListener::bind("127.0.0.1:0").unwrap());
    let port = taken.local_addr().unwrap().port().to_string();
    let said = complaint(linli().args(["serve", "--port", &port]).env("LINLI_DATA", folder.path()));
    assert!(said.contains(&port) && said.contains("LINLI_PORT"), "{said}");
}

#[test]
fn an_unusable_data_folder_is_named() {
    let folder = Folder::new();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let said = complaint(linli().arg("migrate").env("LINLI_DATA", &file));
    assert!(said.contains(file.to_str().unwrap()), "{said}");
}

#[test]
fn a_wrong_database_url_is_told_without_its_password() {
    for url in ["postgres://linli:geheim@127.0.0.1:1/linli", "nonsense geheim", "postgres://"] {
        let said = complaint(linli().arg("migrate").env("DATABASE_URL", url));
        assert!(said.contains("DATABASE_URL"), "{said}");
        assert!(!said.contains("geheim"), "{said}");
    }
}

#[tokio::test]
async fn a_data_base_newer_than_the_program_is_left_alone() {
    let database = Database::staged().await;
    let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('29991231000000')";
    database.connect().await.batch_execute(newer).await.unwrap();
    let url = database.url.clone();
    let said =
        tokio::task::spawn_blocking(move || complaint(linli().arg("migrate").env("DATABASE_URL", url)));
    let said = said.await.unwrap();
    assert!(said.contains("newer"), "{said}");
}

#[tokio::test]
async fn verify_prints_the_drift_and_fails_if_there_is_any() {
    let database = Database::staged().await;
    let verify = |url: String| {
        tokio::task::spawn_blocking(move || run(linli().args(["ledger", "verify"]).env("DATABASE_URL", url)))
    };
    let output = verify(database.url.clone()).await.unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "drift: 0\n");
    let tampering = "UPDATE accounts SET posted = posted + 1 WHERE kind = 'wallet'";
    database.connect().await.batch_execute(tampering).await.unwrap();
    let output = verify(database.url.clone()).await.unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("puan: wallet.posted of ") && said.ends_with("drift: 8\n"), "{said}");
    let kept = "SELECT string_agg(drift || '/' || jsonb_array_length(differences), ' ' ORDER BY id)
        FROM verifications WHERE community_id::text LIKE 'aaaaaaaa%' AND night IS NULL AND rows > 0";
    assert_eq!(database.text(kept).await, "0/0 4/4");
}

#[tokio::test]
async fn verify_migrates_nothing_and_says_by_its_exit_code_that_it_could_not_verify() {
    let database = Database::empty().await;
    let url = database.url.clone();
    let verify = move || run(linli().args(["ledger", "verify"]).env("DATABASE_URL", url));
    let output = tokio::task::spawn_blocking(verify).await.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("linli migrate"));
    let untouched = "SELECT 1 / (SELECT count(*) FROM pg_tables WHERE schemaname = 'public')";
    assert!(database.connect().await.batch_execute(untouched).await.is_err(), "there is a table");
}

#[test]
fn the_document_is_printed() {
    let output = run(linli().arg("openapi"));
    let document = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../openapi.yaml")).unwrap();
    assert!(output.stdout == document);
}
