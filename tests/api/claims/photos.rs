//! Photos of claims.

use linli_domain::rulebooks::Evidence;
use linli_tests::samples::picture;
use linli_tests::{Actor, TestApp, id_of};
use serde_json::json;
use uuid::Uuid;

use super::{claim, deed, path, say};
use crate::roster::judged_by;

async fn photo(who: &Actor) -> Uuid {
    id_of(&who.upload("/photos", picture(20, 10)).await.created())
}

async fn get(who: &Actor, photo: Uuid) -> u16 {
    who.get(&format!("/photos/{photo}")).await.status
}

#[tokio::test]
async fn the_photos_of_a_claim_are_for_those_who_review_it_and_its_resident() {
    let app = TestApp::start().await;
    let photos = [photo(&app.a.resident).await, photo(&app.a.resident).await];
    assert_eq!((get(&app.a.resident, photos[0]).await, get(&app.a.staff, photos[0]).await), (200, 403));
    let made = claim(&app.a.resident, json!({"photos": photos})).await.created();
    assert_eq!((&made["photos"][0]["id"], &made["photos"][1]["id"]), (&json!(photos[0]), &json!(photos[1])));
    for who in [&app.a.resident, &app.a.staff, &app.a.social_worker] {
        assert_eq!(get(who, photos[0]).await, 200);
        assert_eq!(who.get(&format!("/photos/{}/thumbnail", photos[1])).await.status, 200);
    }
    assert_eq!((get(&app.a.leader, photos[0]).await, get(&app.b.staff, photos[0]).await), (403, 404));
}

#[tokio::test]
async fn a_photo_is_used_once_and_by_who_uploaded_it() {
    let app = TestApp::start().await;
    let (own, other) = (photo(&app.a.resident).await, photo(&app.a.leader).await);
    claim(&app.a.resident, json!({"photos": [own, other]})).await.faulty("deed.photos[1]");
    claim(&app.a.resident, json!({"photos": [own, own]})).await.faulty("deed.photos[1]");
    claim(&app.a.resident, json!({"photos": [own]})).await.created();
    let change = json!({"photos": [own], "began_at": "2026-11-23T01:00:00Z"});
    claim(&app.a.resident, change).await.faulty("deed.photos[0]");
}

#[tokio::test]
async fn six_photos_are_enough() {
    let app = TestApp::start().await;
    let mut photos = Vec::new();
    for _ in 0..7 {
        photos.push(photo(&app.a.resident).await);
    }
    claim(&app.a.resident, json!({"photos": photos})).await.faulty("deed.photos");
    let made = claim(&app.a.resident, json!({"photos": photos[1..]})).await.created();
    assert_eq!(made["photos"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn a_rule_can_ask_for_a_photo() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.evidence = Evidence::Photo).await;
    claim(&app.a.resident, json!({})).await.faulty("deed.photos");
    let photos = [photo(&app.a.resident).await];
    claim(&app.a.resident, json!({"photos": photos})).await.created();
}

#[tokio::test]
async fn photos_stay_go_and_are_added_when_a_claim_is_mended() {
    let app = TestApp::start().await;
    let [first, second, third] =
        [photo(&app.a.resident).await, photo(&app.a.resident).await, photo(&app.a.staff).await];
    let made = claim(&app.a.resident, json!({"photos": [first, second]})).await.created();
    say(&app.a.social_worker, &made, "return").await.ok();
    // The desk does it, with a photo of its own.
    let mended = deed(json!({"photos": [third, second]}));
    let again = app.a.staff.post(&path(&made, "/resubmit"), mended).await.ok();
    let ids: Vec<Uuid> = again["photos"].as_array().unwrap().iter().map(id_of).collect();
    assert_eq!(ids, [third, second]);
    assert_eq!((get(&app.a.staff, first).await, get(&app.a.resident, first).await), (403, 200));
}
