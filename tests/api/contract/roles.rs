//! Every operation × every role × own and other community, generated from the document.

use linli_domain::roles::Role;
use linli_tests::samples::{body_schema, sample};
use linli_tests::{Actor, Answer, Cast, Operation, TestApp, operations};
use reqwest::Method;
use serde_json::Value;
use uuid::Uuid;

use super::objects::path_in;

fn people(app: &TestApp) -> [(Role, &Actor); 8] {
    [
        (Role::PlatformOperator, &app.operator),
        (Role::CommunityAdministrator, &app.a.administrator),
        (Role::Staff, &app.a.staff),
        (Role::SocialWorker, &app.a.social_worker),
        (Role::TeamLeader, &app.a.leader),
        (Role::PartnerManager, &app.a.manager),
        (Role::Cashier, &app.a.cashier),
        (Role::Resident, &app.a.resident),
    ]
}

/// The roles that somebody of the stage has: the team leader is a resident too.
fn has(role: Role, allowed: &[String]) -> bool {
    let also = if role == Role::TeamLeader { vec![role, Role::Resident] } else { vec![role] };
    also.iter().any(|role| allowed.contains(&role.to_string()))
}

async fn call(
    app: &TestApp,
    (role, actor): (Option<Role>, &Actor),
    operation: &Operation,
    path: &str,
) -> Answer {
    let nothing = |_: &str| Uuid::nil().to_string();
    let schema = body_schema(&operation.spec);
    let mut body: Option<Value> = schema.as_ref().map(|schema| sample(schema, "", &nothing));
    // At the desk somebody has to say for whom.
    let desk = matches!(role, Some(Role::CommunityAdministrator | Role::Staff));
    if let (Some(body), true) =
        (&mut body, desk && schema.is_some_and(|s| !s["properties"]["resident_id"].is_null()))
    {
        body["resident_id"] = app.a.id(47).to_string().into();
    }
    let key = Uuid::now_v7().to_string();
    let key = [("Idempotency-Key", key.as_str())];
    let headers: &[(&str, &str)] = if operation.method == Method::GET { &[] } else { &key };
    actor.send(operation.method.clone(), path, body, headers).await
}

fn protected() -> impl Iterator<Item = Operation> {
    operations().into_iter().filter(|operation| !operation.roles.is_empty())
}

#[tokio::test]
async fn every_operation_is_for_the_roles_that_the_document_names_and_for_no_other() {
    let app = TestApp::with_things().await;
    for operation in protected() {
        let path = path_in(&operation, &app.a);
        call(&app, (None, &app.nobody), &operation, &path).await.refused(401, "not-signed-in");
        for (role, actor) in people(&app) {
            let (status, text) = {
                let answer = call(&app, (Some(role), actor), &operation, &path).await;
                (answer.status, answer.text)
            };
            if has(role, &operation.roles) {
                assert!(status != 401 && status < 500, "{role} {}: {status} {text}", operation.id);
            } else {
                assert_eq!(status, 403, "{role} {}: {text}", operation.id);
            }
        }
    }
}

#[tokio::test]
async fn the_community_desk_reaches_things_of_its_own_community() {
    // What one of them has done away with, the other would not find.
    for role in [Role::CommunityAdministrator, Role::Staff] {
        let app = TestApp::with_things().await;
        let desk = people(&app).into_iter().find(|(known, _)| *known == role).unwrap().1.clone();
        for operation in protected().filter(|operation| operation.path.contains('{')) {
            if has(role, &operation.roles) {
                let answer = call(&app, (Some(role), &desk), &operation, &path_in(&operation, &app.a)).await;
                assert!(
                    ![401, 403, 404].contains(&answer.status),
                    "{role} {}: {}",
                    operation.id,
                    answer.text
                );
            }
        }
    }
}

#[tokio::test]
async fn a_thing_of_another_community_does_not_exist_whoever_asks() {
    let app = TestApp::with_things().await;
    // Communities themselves are the platform's own things.
    let of_a_community = |operation: &Operation| !operation.path.starts_with("/api/v1/communities/");
    let with_path = protected().filter(|operation| operation.path.contains('{'));
    for operation in with_path.filter(of_a_community) {
        let path = path_in(&operation, &app.b);
        for (role, actor) in people(&app).into_iter().filter(|(role, _)| has(*role, &operation.roles)) {
            let answer = call(&app, (Some(role), actor), &operation, &path).await;
            assert_eq!(answer.status, 404, "{role} {}: {}", operation.id, answer.text);
        }
    }
}

#[tokio::test]
async fn nothing_of_another_community_can_be_named_in_a_body() {
    let app = TestApp::with_things().await;
    let (here, there): (&Cast, &Cast) = (&app.a, &app.b);
    for operation in protected() {
        let Some(schema) = body_schema(&operation.spec) else { continue };
        let foreign = |_: &str| there.id(47).to_string();
        let body = sample(&schema, "", &foreign);
        if !body.to_string().contains(&there.id(47).to_string()) {
            continue;
        }
        let (path, key) = (path_in(&operation, here), Uuid::now_v7().to_string());
        for (role, actor) in people(&app).into_iter().filter(|(role, _)| has(*role, &operation.roles)) {
            let headers = [("Idempotency-Key", key.as_str())];
            let answer = actor.send(operation.method.clone(), &path, Some(body.clone()), &headers).await;
            let refused = [403, 404, 409, 422].contains(&answer.status) || is_refused_item(&answer);
            assert!(refused, "{role} {}: {} {}", operation.id, answer.status, answer.text);
        }
    }
}

/// A bulk operation answers a status for each item.
fn is_refused_item(answer: &Answer) -> bool {
    answer.json["items"][0]["status"] == "no_account"
}
