//! The picture of a reward: named, seen, replaced, taken away.

use chrono::Duration;
use diesel_async::SimpleAsyncConnection;
use linli_api::jobs::remove_photos;
use linli_tests::samples::picture;
use linli_tests::{Actor, TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::reward;

async fn upload(actor: &Actor) -> Uuid {
    id_of(&actor.upload("/photos", picture(8, 8)).await.created())
}

/// A reward with a picture that the staff have uploaded, and that picture.
async fn shown(app: &TestApp, state: &str) -> (Uuid, Uuid) {
    let photo = upload(&app.a.staff).await;
    let body = json!({"name": "彩笔", "age_group": "children", "price_points": 10, "photo_id": photo, "state": state});
    let reward = app.a.staff.post("/rewards", body).await.created();
    assert_eq!(reward["photo_id"], json!(photo));
    (id_of(&reward), photo)
}

/// A photo of a claim of resident 47, which the desk has made in the resident's place: it is the staff's own upload.
async fn claimed(app: &TestApp) -> Uuid {
    let photo = upload(&app.a.staff).await;
    let deed = json!({"rule_code": "MEET", "began_at": "2026-11-24T01:00:00Z", "description": "参加议事会",
                      "photos": [photo]});
    app.a.staff.post("/claims", json!({"deed": deed, "resident_id": app.a.id(47)})).await.created();
    photo
}

#[tokio::test]
async fn everybody_who_sees_a_reward_sees_its_picture_and_keeps_it_for_a_day() {
    let app = TestApp::start().await;
    let (reward, photo) = shown(&app, "on_shelf").await;
    for actor in [&app.a.resident, &app.a.cashier, &app.a.manager, &app.a.social_worker, &app.a.leader] {
        assert_eq!(actor.get(&format!("/rewards/{reward}")).await.ok()["photo_id"], json!(photo));
        assert_eq!(actor.get("/rewards").await.items()[0]["photo_id"], json!(photo));
        for path in [format!("/photos/{photo}"), format!("/photos/{photo}/thumbnail")] {
            let read = actor.get(&path).await;
            assert_eq!((read.status, read.header("content-type")), (200, Some("image/jpeg")));
            assert_eq!(read.header("cache-control"), Some("private, max-age=86400, immutable"));
        }
    }
    for actor in [&app.b.staff, &app.b.resident, &app.operator] {
        actor.get(&format!("/photos/{photo}")).await.refused(404, "not-found");
    }
}

#[tokio::test]
async fn what_is_off_the_shelf_is_seen_by_the_desk_only_and_so_is_its_picture() {
    let app = TestApp::start().await;
    let (_, photo) = shown(&app, "off_shelf").await;
    let path = format!("/photos/{photo}/thumbnail");
    app.a.resident.get(&path).await.refused(403, "forbidden");
    assert_eq!(app.a.administrator.get(&path).await.status, 200);
}

#[tokio::test]
async fn what_shows_a_claim_never_becomes_a_picture_that_everybody_sees() {
    let app = TestApp::start().await;
    let photo = claimed(&app).await;
    let pens = reward(&app, "彩笔", 10, 5).await;
    let named = json!({"photo_id": photo});
    app.a.staff.patch(&format!("/rewards/{pens}"), named).await.faulty("photo_id");
    let new = json!({"name": "雨伞", "age_group": "all", "price_points": 10, "photo_id": photo});
    app.a.staff.post("/rewards", new).await.faulty("photo_id");
    app.a.leader.get(&format!("/photos/{photo}")).await.refused(403, "forbidden");
    assert_eq!(app.a.resident.get(&format!("/photos/{photo}")).await.status, 200);
    // PostgreSQL sees to it by itself.
    let both = format!("UPDATE photos SET reward_id = '{pens}' WHERE id = '{photo}'");
    let refused = app.database.connect().await.batch_execute(&both).await.unwrap_err();
    assert!(refused.to_string().contains("photos_reward_check"), "{refused}");
}

#[tokio::test]
async fn a_picture_shows_no_claim_and_no_other_reward() {
    let app = TestApp::start().await;
    let (_, photo) = shown(&app, "on_shelf").await;
    let umbrella = reward(&app, "雨伞", 20, 5).await;
    app.a.staff.patch(&format!("/rewards/{umbrella}"), json!({"photo_id": photo})).await.faulty("photo_id");
    let deed = json!({"rule_code": "MEET", "began_at": "2026-11-24T01:00:00Z", "description": "参加议事会",
                      "photos": [photo]});
    let body = json!({"deed": deed, "resident_id": app.a.id(47)});
    app.a.staff.post("/claims", body).await.faulty("deed.photos[0]");
}

#[tokio::test]
async fn only_who_uploaded_a_photo_makes_it_a_picture() {
    let app = TestApp::start().await;
    let (pens, photo) = (reward(&app, "彩笔", 10, 5).await, upload(&app.a.staff).await);
    let path = format!("/rewards/{pens}");
    app.a.administrator.patch(&path, json!({"photo_id": photo})).await.faulty("photo_id");
    app.a.staff.patch(&path, json!({"photo_id": Uuid::nil()})).await.faulty("photo_id");
    app.a.staff.patch(&path, json!({"photo_id": photo})).await.ok();
    // Where it is, it stays, whoever changes something else.
    let renamed = app.a.administrator.patch(&path, json!({"name": "蜡笔", "photo_id": photo})).await.ok();
    assert_eq!(renamed["photo_id"], json!(photo));
}

#[tokio::test]
async fn what_was_replaced_or_taken_away_is_nobodys_picture_and_goes() {
    let app = TestApp::start().await;
    let (pens, first) = shown(&app, "on_shelf").await;
    let (path, second) = (format!("/rewards/{pens}"), upload(&app.a.staff).await);
    let changed = app.a.staff.patch(&path, json!({"photo_id": second})).await.ok();
    assert_eq!((&changed["photo_id"], &changed["name"]), (&json!(second), &json!("彩笔")));
    app.a.resident.get(&format!("/photos/{first}")).await.refused(403, "forbidden");
    assert_eq!(app.a.resident.get(&format!("/photos/{second}")).await.status, 200);
    app.clock.put_forward(Duration::hours(25));
    assert_eq!(remove_photos(&app.app).await, 1);
    assert_eq!(app.a.staff.patch(&path, json!({"photo_id": null})).await.ok()["photo_id"], json!(null));
    assert_eq!(app.a.staff.get(&path).await.ok()["photo_id"], json!(null));
    app.a.resident.get(&format!("/photos/{second}")).await.refused(403, "forbidden");
    assert_eq!((remove_photos(&app.app).await, remove_photos(&app.app).await), (1, 0));
}

#[tokio::test]
async fn a_picture_in_use_stays_and_counts_for_nobody() {
    let app = TestApp::start().await;
    let (_, photo) = shown(&app, "on_shelf").await;
    let many = format!(
        "INSERT INTO photos SELECT '{}', gen_random_uuid(), '{}', 8, 8, 9, now(), NULL, NULL, now() \
         FROM generate_series(1, 29)",
        app.a.id(1),
        app.a.id(22)
    );
    app.database.run(&many).await;
    upload(&app.a.staff).await;
    app.a.staff.upload("/photos", picture(8, 8)).await.refused(409, "too-many-photos");
    app.clock.put_forward(Duration::days(40));
    remove_photos(&app.app).await;
    assert_eq!(app.a.resident.get(&format!("/photos/{photo}")).await.status, 200);
}
