//! What the server logs, and what it never does.

use linli_tests::{Actor, Database, stage};
use reqwest::Method;
use serde_json::{Value, json};

use linli_tests::program::Server;

#[tokio::test]
async fn no_token_password_phone_or_body_is_in_the_log() {
    let database = Database::staged().await;
    let url = database.url.clone();
    // At debug, libraries would say what they send.
    let server = tokio::task::spawn_blocking(move || Server::logging("debug", &url)).await.unwrap();
    let nobody = Actor::new(&server.address, None);
    let body = json!({"phone": "19910000022", "password": stage::PASSWORD});
    let signed_in = nobody.send(Method::POST, "/api/v1/sessions", Some(body), &[]).await.ok();
    let staff = nobody.with_token(signed_in["access_token"].as_str().unwrap());
    let resident = json!({"name": "曾丽丽", "phone": "19912345678", "household_id": stage::id(stage::A, 12)});
    staff.post("/residents", resident.clone()).await.created();
    staff.post("/residents", json!({"name": "曾丽丽", "phone": "19912345678"})).await.faulty("household_id");
    staff.get("/residents?search=5678").await.ok();
    let wrong = json!({"phone": "19912345678", "password": "geheimnisvoll"});
    nobody.send(Method::POST, "/api/v1/sessions", Some(wrong), &[]).await.refused(401, "sign-in-failed");
    let log = server.log();
    assert!(server.stop("TERM"));
    assert!(log.lines().filter(|line| line.contains("\"route\"")).count() >= 5, "{log}");
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "a line is no JSON: {log}");
    let phones = ["19912345678", "19910000022", "199****"];
    // As a driver shows the bytes of a parameter.
    let bytes = format!("{:?}", b"19912345678");
    let phones = phones.map(str::to_owned).into_iter().chain([bytes.trim_matches(['[', ']']).to_owned()]);
    let secrets = ["eyJ", stage::PASSWORD, "geheimnisvoll", "linli_refresh=", "search=", "曾"];
    for word in phones.chain(secrets.map(str::to_owned)) {
        assert!(!log.contains(&word), "{word:?} in {log}");
    }
}
