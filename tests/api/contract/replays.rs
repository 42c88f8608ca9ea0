//! Every command, sent again under its key.

use linli_tests::samples::{body_schema, picture};
use linli_tests::workbook::MEDIA;
use linli_tests::{Answer, Operation, TestApp, operations};
use reqwest::Method;
use serde_json::{Value, json};

use super::bad_input::caller;
use super::objects::{body_in, path_in, upload};

/// Commands whose answers are not kept: sent again, they are carried out again.
const UNKEPT: [&str; 1] = ["reveal_resident"];

/// Operations that take a key.
fn commands() -> impl Iterator<Item = Operation> {
    let takes_key = |operation: &Operation| {
        let parameters = operation.spec["parameters"].as_array();
        parameters.is_some_and(|all| all.iter().any(|parameter| parameter["name"] == "Idempotency-Key"))
    };
    operations().into_iter().filter(takes_key)
}

async fn send(app: &TestApp, operation: &Operation, key: &str, body: &Option<Value>) -> Answer {
    let path = path_in(operation, &app.a);
    if !operation.spec["requestBody"]["content"]["image/jpeg"].is_null() {
        return caller(app, operation).upload_with(key, "/photos", picture(8, 8)).await;
    }
    if let Some((query, workbook)) = upload(operation) {
        let path = format!("{path}{query}");
        let headers = [("Idempotency-Key", key), ("Content-Type", MEDIA)];
        let who = caller(app, operation);
        return who.send_raw(operation.method.clone(), &path, Some(workbook), &headers).await;
    }
    caller(app, operation)
        .send(operation.method.clone(), &path, body.clone(), &[("Idempotency-Key", key)])
        .await
}

/// Commands that leave another number of lines in the audit log than one, and why.
const OTHER_LINES: &[(&str, i64, &str)] =
    &[("create_community", 2, "the community and its first administrator come to be")];

#[tokio::test]
async fn a_command_sent_again_gets_its_first_answer_and_another_one_is_told_so() {
    for operation in commands() {
        // What one command does away with (a cashier's role, say) the next one may need.
        let app = TestApp::with_things().await;
        let body = body_schema(&operation.spec).map(|schema| body_in(&operation, &schema, &app.a));
        let before = audit_lines(&app).await;
        let first = send(&app, &operation, &operation.id, &body).await;
        let written = audit_lines(&app).await - before;
        let again = send(&app, &operation, &operation.id, &body).await;
        assert_eq!((first.status, &first.text), (again.status, &again.text), "{}", operation.id);
        assert_eq!(again.header("location"), first.header("location"), "{}", operation.id);
        let kept = !UNKEPT.contains(&operation.id.as_str());
        assert_eq!(again.header("idempotent-replayed"), kept.then_some("true"), "{}", operation.id);
        assert_eq!(first.header("idempotent-replayed"), None, "{}", operation.id);
        let in_all = if kept { written } else { 2 * written };
        assert_eq!(audit_lines(&app).await, before + in_all, "{}: lines of the repetition", operation.id);
        assert!(first.status < 300, "{}: {}", operation.id, first.text);
        let other = OTHER_LINES.iter().find(|(id, _, _)| *id == operation.id);
        let due = other.map_or(1, |(_, lines, _)| *lines);
        assert_eq!(written, due, "{}: lines in the audit log", operation.id);
        if let Some(mut other) = body.filter(|body| body.get("name").is_some()) {
            other["name"] = json!("另一个");
            send(&app, &operation, &operation.id, &Some(other)).await.refused(422, "idempotency-key-reused");
        }
    }
}

/// How many lines the audit logs of all communities have.
async fn audit_lines(app: &TestApp) -> i64 {
    app.database.number("SELECT count(*) FROM audit_entries").await
}

#[tokio::test]
async fn a_key_is_its_caller_s_own() {
    let app = TestApp::with_things().await;
    let body = json!({"name": "第二网格"});
    let grid = app.a.staff.post_with("key", "/grids", body.clone()).await;
    assert_eq!(grid.status, 201);
    app.a.administrator.post_with("key", "/grids", body.clone()).await.refused(409, "name-taken");
    app.b.staff.post_with("key", "/grids", body).await.created();
    let other_path =
        app.a.staff.send(Method::POST, "/api/v1/rewards", Some(json!({})), &[("Idempotency-Key", "key")]);
    assert_eq!(other_path.await.status, 422);
}
