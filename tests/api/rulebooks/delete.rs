//! `DELETE /rulebooks/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::book;

#[tokio::test]
async fn a_draft_is_deleted_and_the_next_one_gets_its_number() {
    let app = TestApp::start().await;
    let new = json!({"title": "修订稿", "book": book()});
    let draft = app.a.administrator.post("/rulebooks", new.clone()).await.created();
    let path = format!("/rulebooks/{}", id_of(&draft));
    app.a.administrator.delete(&path).await.ok();
    app.a.administrator.get(&path).await.refused(404, "not-found");
    app.a.administrator.delete(&path).await.refused(404, "not-found");
    let subject = format!("/audit-entries?subject_id={}", id_of(&draft));
    let lines = app.a.administrator.get(&subject).await.items();
    let deleted = lines.iter().find(|line| line["action"] == "rulebook.delete").expect("a line");
    assert_eq!((&deleted["before"]["title"], &deleted["after"]), (&json!("修订稿"), &json!(null)));
    let next = app.a.administrator.post("/rulebooks", new).await.created();
    assert_eq!(next["version"], draft["version"]);
}

#[tokio::test]
async fn a_published_version_stays() {
    let app = TestApp::start().await;
    let path = format!("/rulebooks/{}", app.a.id(60));
    app.a.administrator.delete(&path).await.refused(409, "already-published");
    app.a.staff.delete(&path).await.refused(403, "forbidden");
    app.b.administrator.delete(&path).await.refused(404, "not-found");
    app.a.administrator.get(&path).await.ok();
}
