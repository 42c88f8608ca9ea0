//! Every operation × every role × own and other community, generated from the document.

use linli_domain::roles::Role;
use linli_tests::places::places;
use linli_tests::samples::{body_schema, sample};
use linli_tests::{Actor, Answer, Operation, TestApp, operations};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use super::bad_input::caller;
use super::objects::{body_in, named_in, path_in, path_to_nothing};

fn people(app: &TestApp) -> [(Role, &Actor); 9] {
    [
        (Role::PlatformOperator, &app.operator),
        (Role::CommunityAdministrator, &app.a.administrator),
        (Role::Staff, &app.a.staff),
        (Role::SocialWorker, &app.a.social_worker),
        (Role::TeamLeader, &app.a.leader),
        (Role::BlockHead, &app.a.block_head),
        (Role::PartnerManager, &app.a.manager),
        (Role::Cashier, &app.a.cashier),
        (Role::Resident, &app.a.resident),
    ]
}

/// The roles that somebody of the stage has: the team leader and the block head are residents too.
fn has(role: Role, allowed: &[String]) -> bool {
    let is_resident = matches!(role, Role::TeamLeader | Role::BlockHead);
    let also = if is_resident { vec![role, Role::Resident] } else { vec![role] };
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

/// Whom a rule refuses (403) although the operation is for the role, and why.
const REFUSED_BY_A_RULE: &[(Role, &str, &str)] =
    &[(Role::TeamLeader, "create_activity", "who leads no such team may not even learn that there is none")];

#[tokio::test]
async fn every_operation_is_for_the_roles_that_the_document_names_and_for_no_other() {
    let app = TestApp::with_things().await;
    let mut wrong = Vec::new();
    for operation in protected() {
        // Nothing that is in the data base is named, so that nobody loses a role on the way.
        let path = path_to_nothing(&operation);
        call(&app, (None, &app.nobody), &operation, &path).await.refused(401, "not-signed-in");
        for (role, actor) in people(&app) {
            let answer = call(&app, (Some(role), actor), &operation, &path).await;
            let listed = |(who, id, _): &(Role, &str, &str)| *who == role && *id == operation.id;
            let forbidden = !has(role, &operation.roles) || REFUSED_BY_A_RULE.iter().any(listed);
            if answer.status == 401 || answer.status >= 500 || (answer.status == 403) != forbidden {
                wrong.push(format!("{role} {}: {}", operation.id, answer.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

/// Fields that name a thing of another community without being told so by their name, and why.
const NOT_NAMED: &[(&str, &str, &str)] =
    &[("create_opening_balances", "items[0].resident_id", "a bulk operation answers a status for each item")];

#[tokio::test]
async fn nothing_of_another_community_can_be_named_in_a_body() {
    let app = TestApp::with_things().await;
    let mut wrong = Vec::new();
    for operation in protected() {
        let Some(schema) = body_schema(&operation.spec) else { continue };
        for place in places(&schema).into_iter().filter(|place| place.schema["format"] == "uuid") {
            let mut body = body_in(&operation, &schema, &app.a);
            let foreign = json!(named_in(place.name(), &app.b));
            place.put(&schema, &mut body, foreign, &|field| named_in(field, &app.a));
            let answer = send(&app, &operation, caller(&app, &operation), &body).await;
            let field = place.field();
            let listed = |(id, name, _): &(&str, &str, &str)| *id == operation.id && *name == field;
            let named = answer.status == 422 && answer.json["errors"][0]["field"] == field;
            let excepted = NOT_NAMED.iter().any(listed);
            if named == excepted {
                wrong.push(format!("{} {field}: {} {}", operation.id, answer.status, answer.text));
            }
            for (_, actor) in people(&app).into_iter().filter(|(role, _)| has(*role, &operation.roles)) {
                let answer = send(&app, &operation, actor, &body).await;
                let refused = (400..500).contains(&answer.status) || answer.json["posted"] == 0;
                assert!(refused, "{}: {}", operation.id, answer.text);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn send(app: &TestApp, operation: &Operation, who: &Actor, body: &Value) -> Answer {
    let key = Uuid::now_v7().to_string();
    let headers = [("Idempotency-Key", key.as_str())];
    who.send(operation.method.clone(), &path_in(operation, &app.a), Some(body.clone()), &headers).await
}
