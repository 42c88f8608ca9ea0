//! `GET /signups`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::sign_up;
use crate::activities::{recruiting, shift, shift_id};

#[tokio::test]
async fn a_resident_sees_the_own_sign_ups_newest_first_page_by_page() {
    let app = TestApp::start().await;
    let shifts = json!([shift(&app, 60, 60, 5), shift(&app, 120, 60, 5)]);
    let activity = recruiting(&app, json!({"shifts": shifts})).await;
    let first = sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    let second = sign_up(&app.a.resident, shift_id(&activity, 1), None).await.created();
    sign_up(&app.a.staff, shift_id(&activity, 1), Some(app.a.id(48))).await.created();
    let page = app.a.resident.get("/signups?limit=1").await.ok();
    assert_eq!(page["items"], json!([second]));
    let rest = format!("/signups?limit=1&cursor={}", page["next_cursor"].as_str().unwrap());
    assert_eq!(app.a.resident.get(&rest).await.items(), [first]);
    let withdrawn = app.a.resident.get("/signups?state=withdrawn").await.items();
    assert_eq!(withdrawn, Vec::<Value>::new());
}

#[tokio::test]
async fn the_sign_ups_for_one_activity_are_asked_for_by_it() {
    let app = TestApp::start().await;
    let (one, other) = (recruiting(&app, json!({})).await, recruiting(&app, json!({})).await);
    let shifts = json!([shift(&app, 600, 60, 5)]);
    let later = recruiting(&app, json!({"shifts": shifts})).await;
    let first = sign_up(&app.a.resident, shift_id(&one, 0), None).await.created();
    sign_up(&app.a.resident, shift_id(&later, 0), None).await.created();
    let of = async |activity: &Value| {
        let query = format!("/signups?activity_id={}", activity["id"].as_str().unwrap());
        app.a.resident.get(&query).await.items()
    };
    assert_eq!(of(&one).await, [first]);
    assert_eq!(of(&other).await, Vec::<Value>::new());
}

#[tokio::test]
async fn others_do_not_see_them() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.resident, shift_id(&activity, 0), None).await.created();
    let path = format!("/signups?resident_id={}", app.a.id(47));
    assert_eq!(app.a.social_worker.get(&path).await.items().len(), 1);
    app.a.leader.get(&path).await.refused(403, "forbidden");
    app.a.staff.get("/signups").await.faulty("resident_id");
    assert_eq!(app.b.staff.get(&path).await.items(), Vec::<Value>::new());
}
