//! `POST /photos` and `GET /photos/{id}`.

use linli_tests::samples::picture;
use linli_tests::{TestApp, id_of};
use reqwest::Method;
use serde_json::json;

use super::pictures;

#[tokio::test]
async fn a_photo_is_uploaded_and_read_by_who_uploaded_it() {
    let app = TestApp::start().await;
    let answer = app.a.resident.upload("/photos", picture(2000, 1000)).await;
    let location = answer.header("location").unwrap().to_owned();
    let photo = answer.created();
    assert_eq!(location, format!("/api/v1/photos/{}", id_of(&photo)));
    assert_eq!((&photo["width"], &photo["height"]), (&json!(1600), &json!(800)));
    let read = app.a.resident.get(&format!("/photos/{}", id_of(&photo))).await;
    assert_eq!((read.status, read.header("content-type")), (200, Some("image/jpeg")));
    assert_eq!(read.header("cache-control"), Some("private, max-age=600"));
    assert_eq!(read.header("x-content-type-options"), Some("nosniff"));
    app.a.leader.get(&format!("/photos/{}", id_of(&photo))).await.refused(403, "forbidden");
    assert_eq!(pictures(&app), 2);
}

#[tokio::test]
async fn the_same_upload_sent_again_is_one_photo() {
    let app = TestApp::start().await;
    let first = app.a.resident.upload_with("key", "/photos", picture(8, 8)).await;
    let again = app.a.resident.upload_with("key", "/photos", picture(8, 8)).await;
    assert_eq!((&first.text, again.header("idempotent-replayed")), (&again.text, Some("true")));
    app.a.resident.upload_with("key", "/photos", picture(9, 9)).await.refused(422, "idempotency-key-reused");
    assert_eq!(app.database.number("SELECT count(*) FROM photos WHERE stored_at IS NOT NULL").await, 1);
}

#[tokio::test]
async fn what_is_no_photo_is_told_by_its_content() {
    let app = TestApp::start().await;
    for sent in [Vec::new(), b"GIF89a".to_vec(), b"<svg/>".to_vec(), picture(8, 8)[..100].to_vec()] {
        app.a.resident.upload("/photos", sent).await.faulty("body");
    }
    assert_eq!((app.database.number("SELECT count(*) FROM photos").await, pictures(&app)), (0, 0));
}

#[tokio::test]
async fn a_body_of_another_type_or_too_large_or_without_a_key_is_refused() {
    let app = TestApp::start().await;
    let send = async |kind: &str, key: &str, body: Vec<u8>| {
        let headers = [("Content-Type", kind), ("Idempotency-Key", key)];
        app.a.resident.send_raw(Method::POST, "/api/v1/photos", Some(body), &headers).await
    };
    send("application/json", "k", b"{}".to_vec()).await.refused(415, "unsupported-media-type");
    send("image/svg+xml", "k", b"<svg/>".to_vec()).await.refused(415, "unsupported-media-type");
    send("image/jpeg", "k", vec![0; 10 * 1024 * 1024 + 1]).await.refused(413, "body-too-large");
    send("image/jpeg", "", picture(8, 8)).await.refused(400, "idempotency-key-missing");
}

#[tokio::test]
async fn nobody_keeps_uploading_without_using_anything() {
    let app = TestApp::start().await;
    let many = format!(
        "INSERT INTO photos SELECT '{}', gen_random_uuid(), '{}', 8, 8, 9, now(), NULL, NULL, now() \
         FROM generate_series(1, 30)",
        app.a.id(1),
        app.a.id(27)
    );
    app.database.run(&many).await;
    app.a.resident.upload("/photos", picture(8, 8)).await.refused(409, "too-many-photos");
    app.a.leader.upload("/photos", picture(8, 8)).await.created();
}

#[tokio::test]
async fn the_last_one_allowed_that_is_sent_again_gets_its_first_answer() {
    let app = TestApp::start().await;
    let many = format!(
        "INSERT INTO photos SELECT '{}', gen_random_uuid(), '{}', 8, 8, 9, now(), NULL, NULL, now() \
         FROM generate_series(1, 29)",
        app.a.id(1),
        app.a.id(27)
    );
    app.database.run(&many).await;
    let first = app.a.resident.upload_with("key", "/photos", picture(8, 8)).await;
    let again = app.a.resident.upload_with("key", "/photos", picture(8, 8)).await;
    assert_eq!((&first.text, again.header("idempotent-replayed")), (&again.text, Some("true")));
    assert_eq!((id_of(&first.created()), 30), (id_of(&again.created()), photos(&app).await));
    app.a.resident.upload("/photos", picture(8, 8)).await.refused(409, "too-many-photos");
}

#[tokio::test]
async fn photos_that_are_sent_again_and_again_are_no_more_than_they_are() {
    let app = TestApp::start().await;
    for number in 0..30 {
        let key = format!("photo-{}", number % 6);
        app.a.resident.upload_with(&key, "/photos", picture(8, 8)).await.created();
    }
    assert_eq!((photos(&app).await, pictures(&app)), (6, 12));
    // The same key is another photo of somebody else.
    app.a.leader.upload_with("photo-0", "/photos", picture(8, 8)).await.created();
    assert_eq!(photos(&app).await, 7);
}

async fn photos(app: &TestApp) -> i64 {
    app.database.number("SELECT count(*) FROM photos").await
}

#[tokio::test]
async fn while_the_store_is_away_nothing_is_half_made() {
    let app = TestApp::start().await;
    let made = app.a.resident.upload("/photos", picture(8, 8)).await.created();
    // A file where the folder was: nothing can be written below it, or read.
    std::fs::remove_dir_all(app.photos.path()).unwrap();
    std::fs::write(app.photos.path(), "").unwrap();
    let answer = app.a.resident.upload_with("key", "/photos", picture(8, 8)).await;
    assert_eq!(answer.header("retry-after"), Some("1"));
    answer.refused(503, "unavailable");
    assert!(app.a.resident.get(&format!("/photos/{}", id_of(&made))).await.status >= 500);
    assert_eq!(app.database.number("SELECT count(*) FROM photos WHERE stored_at IS NOT NULL").await, 1);
    // When it is back, the same request goes through.
    std::fs::remove_file(app.photos.path()).unwrap();
    std::fs::create_dir(app.photos.path()).unwrap();
    app.a.resident.upload_with("key", "/photos", picture(8, 8)).await.created();
}
