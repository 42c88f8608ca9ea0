//! `POST /users`.

use diesel::QueryableByName;
use diesel_async::RunQueryDsl;
use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{PASSWORD, new, signed_in};

#[tokio::test]
async fn a_new_account_signs_in_with_its_offices() {
    let app = TestApp::start().await;
    let answer =
        app.a.administrator.post("/users", new("19900009002", json!(["staff", "social_worker"]))).await;
    let location = answer.header("location").unwrap().to_owned();
    let user = answer.created();
    assert_eq!(location, format!("/api/v1/users/{}", id_of(&user)));
    assert_eq!((&user["phone"], &user["disabled_at"]), (&json!("199****9002"), &json!(null)));
    let me = signed_in(&app, "19900009002").await.get("/me").await.ok();
    assert_eq!(
        (&me["roles"], &me["community_id"]),
        (&json!(["staff", "social_worker"]), &json!(app.a.id(1)))
    );
    assert_eq!(app.a.administrator.get(&format!("/users/{}", id_of(&user))).await.ok(), user);
}

#[tokio::test]
async fn a_residents_account_has_the_role_of_a_resident() {
    let app = TestApp::start().await;
    let mut body = new("19900009003", json!([]));
    body["resident_id"] = json!(app.a.id(49));
    app.a.administrator.post("/users", body).await.created();
    let me = signed_in(&app, "19900009003").await.get("/me").await.ok();
    assert_eq!((&me["roles"], &me["resident_id"]), (&json!(["resident"]), &json!(app.a.id(49))));
}

#[tokio::test]
async fn only_offices_of_a_community_are_given_by_name() {
    let app = TestApp::start().await;
    for role in ["platform_operator", "team_leader", "partner_manager", "cashier", "resident"] {
        app.a
            .administrator
            .post("/users", new("19900009002", json!(["staff", role])))
            .await
            .faulty("offices");
    }
}

#[tokio::test]
async fn a_resident_has_one_account_and_is_of_this_community_and_registered() {
    let app = TestApp::start().await;
    let of = |resident| {
        let mut body = new("19900009002", json!([]));
        body["resident_id"] = json!(resident);
        body
    };
    let administrator = &app.a.administrator;
    administrator.post("/users", of(app.b.id(49))).await.faulty("resident_id");
    administrator.post("/users", of(app.a.id(47))).await.refused(409, "account-exists");
    let moved = json!({"state": "moved_out"});
    app.a.staff.patch(&format!("/residents/{}", app.a.id(49)), moved).await.ok();
    administrator.post("/users", of(app.a.id(49))).await.refused(409, "resident-not-active");
}

#[tokio::test]
async fn a_phone_has_one_account_in_a_community_and_another_in_the_next() {
    let app = TestApp::start().await;
    let contenders = (0..8).map(|_| app.a.administrator.post("/users", new("19900009002", json!([]))));
    let answers = futures::future::join_all(contenders).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|answer| answer.status == 201);
    assert_eq!((won.len(), lost.len()), (1, 7));
    for answer in lost {
        answer.refused(409, "account-exists");
    }
    app.b.administrator.post("/users", new("19900009002", json!([]))).await.created();
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let cases = [
        ("name", json!("")),
        ("phone", json!("110")),
        ("offices", json!("staff")),
        ("offices[0]", json!(["mayor"])),
        ("resident_id", json!("x")),
        ("password", json!("12345678")),
        ("password", json!(20260301)),
        ("password", json!("长".repeat(129))),
        ("disabled", json!(true)),
    ];
    for (field, value) in cases {
        let mut body = new("19900009002", json!([]));
        body[field.trim_end_matches("[0]")] = value;
        app.a.administrator.post("/users", body).await.faulty(field);
    }
    let nothing = json!({"name": "周敏", "phone": "19900009002"});
    app.a.administrator.post("/users", nothing).await.faulty("password");
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[tokio::test]
async fn neither_password_nor_hash_is_kept_where_people_read() {
    let app = TestApp::start().await;
    let answer = app.a.administrator.post_with("k", "/users", new("19900009002", json!([]))).await;
    let again = app.a.administrator.post_with("k", "/users", new("19900009002", json!([]))).await;
    assert_eq!((&answer.text, again.header("idempotent-replayed")), (&again.text, Some("true")));
    let path = format!("/users/{}", id_of(&answer.clone().created()));
    app.a.administrator.patch(&path, json!({"password": "another-2026"})).await.ok();
    let query = format!(
        "SELECT count(*) AS n FROM (SELECT e::text AS t FROM audit_entries e UNION ALL \
         SELECT k.body FROM idempotency_keys k) s WHERE t LIKE '%{PASSWORD}%' OR t LIKE '%another-2026%' OR \
         t LIKE '%argon2%' OR t LIKE '%19900009002%'"
    );
    let found: Found = diesel::sql_query(query).get_result(&mut app.database.connect().await).await.unwrap();
    assert_eq!(found.n, 0);
}
