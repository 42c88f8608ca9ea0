//! `PATCH /users/{id}` with another phone to sign in with.

use std::pin::Pin;

use linli_tests::race::{one_wins, race, table, unlocked};
use linli_tests::{Actor, Answer, TestApp, stage};
use serde_json::{Value, json};

use super::{PASSWORD, new, sign_in};

const OLD: &str = "19910000022";
const NEW: &str = "19900009002";

/// Gives the account of the staff member, who is signed in, what is in the body.
async fn change_staff(app: &TestApp, body: Value) -> Answer {
    app.a.staff.get("/me").await.ok();
    app.a.administrator.patch(&format!("/users/{}", app.a.id(22)), body).await
}

/// Who this phone signs in, with the password of the stage.
async fn opened_by(app: &TestApp, phone: &str) -> Value {
    app.signed_in(phone, stage::PASSWORD).await.get("/me").await.ok()["user_id"].clone()
}

#[tokio::test]
async fn another_phone_signs_in_with_the_password_there_was_and_the_one_before_no_more() {
    let app = TestApp::start().await;
    let user = change_staff(&app, json!({"phone": "+86 199-0000-9002"})).await.ok();
    assert_eq!((&user["phone"], &user["offices"]), (&json!("199****9002"), &json!(["staff"])));
    app.a.staff.get("/me").await.refused(401, "not-signed-in");
    sign_in(&app, OLD, stage::PASSWORD).await.refused(401, "sign-in-failed");
    assert_eq!(opened_by(&app, NEW).await, json!(app.a.id(22)));
}

#[tokio::test]
async fn phone_and_password_can_change_together() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"phone": NEW, "password": PASSWORD})).await.ok();
    sign_in(&app, OLD, stage::PASSWORD).await.refused(401, "sign-in-failed");
    sign_in(&app, OLD, PASSWORD).await.refused(401, "sign-in-failed");
    sign_in(&app, NEW, stage::PASSWORD).await.refused(401, "sign-in-failed");
    sign_in(&app, NEW, PASSWORD).await.ok();
}

#[tokio::test]
async fn a_phone_that_has_an_account_is_refused_and_nothing_changes() {
    let app = TestApp::start().await;
    let body = json!({"phone": "19910000023", "name": "周小敏", "disabled": true});
    let refused = change_staff(&app, body).await.refused(409, "account-exists");
    assert_eq!(refused["errors"][0]["field"], "phone");
    assert_eq!(app.a.staff.get("/me").await.ok()["roles"], json!(["staff"]));
    assert_eq!(opened_by(&app, OLD).await, json!(app.a.id(22)));
    assert_eq!(opened_by(&app, "19910000023").await, json!(app.a.id(23)));
}

#[tokio::test]
async fn the_phone_of_an_account_in_another_community_is_free() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"phone": "19920000022", "password": PASSWORD})).await.ok();
    let me = app.signed_in("19920000022", PASSWORD).await.get("/me").await.ok();
    assert_eq!(me["user_id"], json!(app.a.id(22)));
    assert_eq!(opened_by(&app, "19920000022").await, json!(app.b.id(22)));
    app.b.staff.get("/me").await.ok();
}

#[tokio::test]
async fn the_same_phone_again_leaves_people_signed_in() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"phone": OLD})).await.ok();
    app.a.staff.get("/me").await.ok();
    assert_eq!(opened_by(&app, OLD).await, json!(app.a.id(22)));
}

#[tokio::test]
async fn a_phone_that_was_given_up_opens_the_account_of_who_has_it_now() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"phone": NEW})).await.ok();
    let path = format!("/users/{}", app.a.id(23));
    app.a.administrator.patch(&path, json!({"phone": OLD})).await.ok();
    assert_eq!(opened_by(&app, OLD).await, json!(app.a.id(23)));
    assert_eq!(opened_by(&app, NEW).await, json!(app.a.id(22)));
}

#[tokio::test]
async fn the_audit_log_says_that_the_phone_is_another_though_masked_it_looks_alike() {
    let app = TestApp::start().await;
    change_staff(&app, json!({"phone": "19988880022"})).await.ok();
    let log = app.a.administrator.get(&format!("/audit-entries?subject_id={}", app.a.id(22))).await;
    assert!(!log.text.contains("19988880022") && !log.text.contains(OLD), "{}", log.text);
    let line = log.items().remove(0);
    assert_eq!(
        (&line["before"]["phone"], &line["after"]["phone"]),
        (&json!("199****0022"), &json!("199****0022"))
    );
    assert_eq!(
        (&line["action"], &line["after"]["new_phone"], &line["after"]["new_password"]),
        (&json!("user.change"), &json!(true), &json!(false))
    );
}

#[tokio::test]
async fn a_residents_number_in_the_register_and_that_of_the_account_change_by_themselves() {
    let app = TestApp::start().await;
    let (resident, account) = (format!("/residents/{}", app.a.id(47)), format!("/users/{}", app.a.id(27)));
    app.a.staff.patch(&resident, json!({"phone": "19900001111"})).await.ok();
    app.a.resident.get("/me").await.ok();
    assert_eq!(opened_by(&app, "19910000027").await, json!(app.a.id(27)));
    app.a.administrator.patch(&account, json!({"phone": NEW})).await.ok();
    assert_eq!(app.a.staff.get(&resident).await.ok()["phone"], "199****1111");
    assert_eq!(opened_by(&app, NEW).await, json!(app.a.id(27)));
}

#[tokio::test]
async fn of_eight_accounts_that_get_the_same_phone_one_has_it() {
    let app = TestApp::start().await;
    let by = &app.a.administrator;
    let changes = (22..26).map(|number| changed(by, app.a.id(number).to_string()));
    let opened = (0..4).map(|_| opened(by));
    let contenders: Vec<Pin<Box<dyn Future<Output = Answer> + '_>>> = changes.chain(opened).collect();
    one_wins(race(&app, &table("users"), contenders).await, "account-exists");
}

fn changed(by: &Actor, id: String) -> Pin<Box<dyn Future<Output = Answer> + '_>> {
    Box::pin(async move { by.patch(&format!("/users/{id}"), json!({"phone": NEW})).await })
}

fn opened(by: &Actor) -> Pin<Box<dyn Future<Output = Answer> + '_>> {
    Box::pin(by.post("/users", new(NEW, json!([]))))
}

/// No lock is held on a phone: the unique key lets one account have it.
#[tokio::test]
async fn all_eight_find_the_phone_free_and_the_key_lets_one_have_it() {
    let app = TestApp::start().await;
    let read = format!("SELECT NOT EXISTS (SELECT FROM users WHERE phone = '{NEW}') AS allowed");
    let write = |number: usize| {
        format!(
            "INSERT INTO users VALUES ('{}', gen_random_uuid(), '周敏{number}', '{NEW}', NULL, NULL, now())",
            app.a.id(1)
        )
    };
    unlocked(&app, &read, write).await.caught_by("users_phone_key", 1);
}
