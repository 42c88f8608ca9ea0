//! Serving with a PostgreSQL of its own: started, stopped, and found again.

use std::path::Path;

use linli_tests::Actor;
use linli_tests::program::{Folder, Server, linli, run, run_with_password};
use reqwest::Method;
use serde_json::json;

use crate::create::COMMUNITY;

async fn is_ready(address: &str) -> bool {
    linli_tests::client()
        .get(format!("{address}/health/ready"))
        .send()
        .await
        .is_ok_and(|answer| answer.status() == 200)
}

fn stop(server: Server, signal: &str, folder: &Path) {
    assert!(server.stop(signal), "{signal} ends the program well");
    assert!(!folder.join("data/postmaster.pid").exists(), "PostgreSQL has stopped with it");
}

#[tokio::test]
async fn a_server_makes_its_data_base_stops_cleanly_and_finds_it_again() {
    let folder = Folder::new();
    let server = Server::start(folder.path());
    assert!(is_ready(&server.address).await);
    stop(server, "INT", folder.path());
    let made = run_with_password(linli().args(COMMUNITY).env("LINLI_DATA", folder.path()), "xin-an-2026");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let server = Server::start(folder.path());
    let administrator = json!({"phone": "13800000001", "password": "xin-an-2026"});
    let sent = Actor::new(&server.address, None);
    let session = sent.send(Method::POST, "/api/v1/sessions", Some(administrator), &[]).await.ok();
    let token = session["access_token"].as_str().unwrap();
    assert_eq!(sent.with_token(token).get("/community").await.ok()["name"], "新安社区");
    stop(server, "TERM", folder.path());
    let output = run(linli().args(["ledger", "verify"]).env("LINLI_DATA", folder.path()));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "drift: 0\n");
}

#[tokio::test]
async fn a_second_program_beside_a_running_server_shares_its_data_base() {
    let folder = Folder::new();
    let server = Server::start(folder.path());
    let output = run(linli().arg("migrate").env("LINLI_DATA", folder.path()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(is_ready(&server.address).await, "the server goes on");
}

#[test]
fn a_server_that_waits_for_its_data_base_can_be_stopped() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("postgres://linli@{}/linli", silent.local_addr().unwrap());
    let (folder, mut command) = (Folder::new(), linli());
    command.arg("serve").env("LINLI_PORT", "0").env("DATABASE_URL", url);
    let mut server = command.env("LINLI_DATA", folder.path()).spawn().unwrap();
    // It has come to the data base, which never answers.
    silent.set_nonblocking(true).unwrap();
    let _connection = loop {
        assert_eq!(server.try_wait().unwrap(), None, "the program ended by itself");
        if let Ok((connection, _)) = silent.accept() {
            break connection;
        }
        std::thread::yield_now();
    };
    let id = server.id().to_string();
    assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    assert!(server.wait().unwrap().success());
}
