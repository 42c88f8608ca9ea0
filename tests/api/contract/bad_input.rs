//! Bad input to every operation: a 4xx Problem that names the field, never a 5xx.

use linli_tests::places::{Place, places};
use linli_tests::samples::{body_schema, plain, wrong_values};
use linli_tests::{Actor, Answer, Operation, TestApp, operations};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::objects::{body_in, named_in, path_in};

/// Somebody who may call the operation; the administrator if he may.
pub fn caller<'a>(app: &'a TestApp, operation: &Operation) -> &'a Actor {
    let people = [
        ("community_administrator", &app.a.administrator),
        ("platform_operator", &app.operator),
        ("partner_manager", &app.a.manager),
        ("cashier", &app.a.cashier),
        ("resident", &app.a.resident),
    ];
    let may = |(role, _): &&(&str, &Actor)| operation.roles.iter().any(|allowed| allowed == role);
    people.iter().find(may).map_or(&app.nobody, |(_, actor)| actor)
}

fn with_bodies() -> impl Iterator<Item = (Operation, Value)> {
    operations()
        .into_iter()
        .filter_map(|operation| body_schema(&operation.spec).map(|schema| (operation, schema)))
}

async fn send(app: &TestApp, operation: &Operation, body: Vec<u8>) -> Answer {
    let key = Uuid::now_v7().to_string();
    let headers = [("Content-Type", "application/json"), ("Idempotency-Key", key.as_str())];
    let path = path_in(operation, &app.a);
    caller(app, operation).send_raw(operation.method.clone(), &path, Some(body), &headers).await
}

/// The problem is the caller's and names the field (or something within it).
#[track_caller]
fn assert_names(operation: &Operation, answer: &Answer, field: &str, sent: &Value) {
    assert!(
        (400..500).contains(&answer.status),
        "{}: {} {} for {sent}",
        operation.id,
        answer.status,
        answer.text
    );
    let named = answer.json["errors"][0]["field"].as_str().unwrap_or_default();
    assert!(
        named == field || named.starts_with(&format!("{field}.")) || named.starts_with(&format!("{field}[")),
        "{}: {named:?} should be {field:?}: {} for {sent}",
        operation.id,
        answer.text
    );
}

#[tokio::test]
async fn a_field_of_the_wrong_kind_is_named() {
    let app = TestApp::with_things().await;
    for (operation, schema) in with_bodies() {
        for place in places(&schema) {
            for wrong in wrong_values(&place.schema) {
                let mut body = body_in(&operation, &schema, &app.a);
                place.put(&schema, &mut body, wrong.clone(), &|field| named_in(field, &app.a));
                let answer = send(&app, &operation, serde_json::to_vec(&body).unwrap()).await;
                assert!(answer.status < 500, "{}: {} for {body}", operation.id, answer.text);
                if !accepts(&place.schema, &wrong) {
                    assert_names(&operation, &answer, &place.field(), &body);
                }
            }
        }
    }
}

/// Whether a schema happens to take a value that is wrong for most of its type.
fn accepts(schema: &Value, value: &Value) -> bool {
    let schema = plain(schema);
    let most = schema["maxLength"].as_u64().unwrap_or(0);
    let short = value.as_str().is_some_and(|text| u64::try_from(text.chars().count()).unwrap() <= most);
    short && schema["format"] == "password"
}

#[tokio::test]
async fn a_field_that_is_missing_or_unknown_is_named() {
    let app = TestApp::with_things().await;
    for (operation, schema) in with_bodies() {
        let id = |field: &str| named_in(field, &app.a);
        for place in places(&schema).into_iter().filter(|place| place.required) {
            let mut body = body_in(&operation, &schema, &app.a);
            // First there, with all that is around it, and then not.
            place.put(&schema, &mut body, json!(1), &id);
            place.remove(&mut body);
            let answer = send(&app, &operation, serde_json::to_vec(&body).unwrap()).await;
            assert_names(&operation, &answer, &place.field(), &body);
        }
        for place in objects(&schema) {
            let mut body = body_in(&operation, &schema, &app.a);
            place.put(&schema, &mut body, json!(1), &id);
            let answer = send(&app, &operation, serde_json::to_vec(&body).unwrap()).await;
            assert_names(&operation, &answer, &place.field(), &body);
        }
    }
}

/// A field that nobody knows, in the body and in each object within it.
fn objects(schema: &Value) -> Vec<Place> {
    let within = places(schema).into_iter().filter(|place| !place.schema["properties"].is_null());
    [Place::root()].into_iter().chain(within).map(|place| place.child("no_such_field")).collect()
}

#[tokio::test]
async fn a_body_that_is_no_json_is_malformed() {
    let app = TestApp::with_things().await;
    let deep = "[".repeat(10_000).into_bytes();
    let bodies: [&[u8]; 8] = [
        b"{",
        b"NaN",
        b"{\"a\": 1e400}",
        b"\xff\xfe",
        b"{\"a\": \"\\ud800\"}",
        b"{} {}",
        b"\x1f\x8b\x08\x00",
        &deep,
    ];
    for (operation, _) in with_bodies() {
        for body in bodies {
            let answer = send(&app, &operation, body.to_vec()).await;
            let fine = matches!(answer.status, 400 | 422) && answer.json["errors"][0]["field"].is_string();
            assert!(fine, "{}: {} {}", operation.id, answer.status, answer.text);
        }
    }
}

/// Values that a parameter takes: what is searched for is free text, of up to sixty signs.
const FREE: &[(&str, &str)] = &[
    ("search", "-9223372036854775809"),
    ("search", "%F0%28%8C%28"),
    // So is the code of a rule, of up to twenty.
    ("rule_code", "-9223372036854775809"),
    ("rule_code", "%F0%28%8C%28"),
];

#[tokio::test]
async fn a_query_parameter_of_the_wrong_kind_is_named() {
    let app = TestApp::with_things().await;
    for operation in operations().into_iter().filter(|operation| operation.method == Method::GET) {
        let parameters = operation.spec["parameters"].as_array().cloned().unwrap_or_default();
        for parameter in parameters.iter().filter(|parameter| parameter["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            for wrong in ["%00", "%F0%28%8C%28", "-9223372036854775809", "x".repeat(3_000).as_str()] {
                // Lists of one resident's affairs want to know whose before all else.
                let of_resident =
                    parameters.iter().any(|p| p["name"] == "resident_id") && name != "resident_id";
                let whose =
                    if of_resident { format!("resident_id={}&", app.a.id(47)) } else { String::new() };
                let path = format!("{}?{whose}{name}={wrong}", path_in(&operation, &app.a));
                let answer = caller(&app, &operation).send(Method::GET, &path, None, &[]).await;
                if answer.status != 200 || !FREE.contains(&(name, wrong)) {
                    assert_names(&operation, &answer, name, &json!(wrong));
                }
            }
        }
        let path = format!("{}?no_such_parameter=1", path_in(&operation, &app.a));
        let answer = caller(&app, &operation).send(Method::GET, &path, None, &[]).await;
        let lists = parameters.iter().any(|parameter| parameter["in"] == "query");
        assert!(!lists || answer.status == 422, "{}: {}", operation.id, answer.text);
    }
}

#[tokio::test]
async fn a_path_with_something_else_than_an_identifier_leads_nowhere() {
    let app = TestApp::with_things().await;
    for operation in operations().into_iter().filter(|operation| operation.path.contains('{')) {
        for wrong in ["x", "%00", "0", "aaaaaaaa-0000-7000-8000-00000000004z"] {
            let path = operation.path.split('/').map(|part| if part.starts_with('{') { wrong } else { part });
            let path = path.collect::<Vec<_>>().join("/");
            let key = [("Idempotency-Key", "k")];
            let answer = caller(&app, &operation).send(operation.method.clone(), &path, None, &key).await;
            answer.refused(404, "not-found");
        }
    }
}
