//! `PATCH /rulebooks/{id}`.

use diesel_async::SimpleAsyncConnection;
use linli_tests::TestApp;
use serde_json::json;

use super::{book, draft};

#[tokio::test]
async fn a_draft_is_changed_and_what_is_left_out_stays() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}", draft(&app).await);
    let renamed = app.a.administrator.patch(&path, json!({"title": "《试行办法》"})).await.ok();
    assert_eq!((&renamed["title"], &renamed["book"]), (&json!("《试行办法》"), &book()));
    let mut other = book();
    other["rules"][0]["points"] = json!(4);
    let changed = app.a.administrator.patch(&path, json!({"book": other})).await.ok();
    assert_eq!((&changed["title"], &changed["book"]), (&json!("《试行办法》"), &other));
}

#[tokio::test]
async fn a_faulty_book_is_refused_and_changes_nothing() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}", draft(&app).await);
    let mut faulty = book();
    faulty["rules"][0]["code"] = json!("PATROL 2");
    app.a.administrator.patch(&path, json!({"book": faulty})).await.faulty("book.rules[0].code");
    assert_eq!(app.a.staff.get(&path).await.ok()["book"], book());
}

#[tokio::test]
async fn a_published_version_is_not_changed_by_anybody() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}", app.a.id(60));
    let renamed = json!({"title": "《试行办法》"});
    app.a.administrator.patch(&path, renamed).await.refused(409, "already-published");
    let statements = [
        format!("UPDATE rulebooks SET title = 'x' WHERE id = '{}'", app.a.id(60)),
        format!("UPDATE rulebooks SET in_force_from = NULL WHERE id = '{}'", app.a.id(60)),
        format!("DELETE FROM rulebooks WHERE id = '{}'", app.a.id(60)),
    ];
    for statement in statements {
        let mut connection = app.database.connect().await;
        let refused = connection.batch_execute(&statement).await.unwrap_err().to_string();
        assert!(refused.contains("rulebooks is append-only"), "{refused}");
    }
}

#[tokio::test]
async fn a_draft_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}", draft(&app).await);
    app.b.administrator.patch(&path, json!({"title": "《试行办法》"})).await.refused(404, "not-found");
    app.a.staff.patch(&path, json!({"title": "《试行办法》"})).await.refused(403, "forbidden");
}
