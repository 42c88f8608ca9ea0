//! `PATCH /residents/{id}`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use crate::activities::{recruiting, shift_id};
use crate::signups::sign_up;

#[tokio::test]
async fn what_is_left_out_stays_and_the_new_name_is_found() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.ok();
    assert_eq!(after["name"], "赵大洋");
    assert_eq!((&after["phone"], &after["card_code"]), (&before["phone"], &before["card_code"]));
    assert_eq!(app.a.staff.get("/residents?search=dy").await.items().len(), 1);
    assert_eq!(app.a.staff.get("/residents?search=dh").await.items().len(), 0);
}

#[tokio::test]
async fn a_lost_card_is_replaced_and_a_phone_taken_away() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    let before = app.a.staff.get(&path).await.ok();
    let after = app.a.staff.patch(&path, json!({"new_card": true, "phone": null})).await.ok();
    assert_ne!(after["card_code"], before["card_code"]);
    assert_eq!(after["phone"], json!(null));
}

#[tokio::test]
async fn a_resident_of_another_community_does_not_exist() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.b.id(49));
    app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.refused(404, "not-found");
    app.a.staff.get(&path).await.refused(404, "not-found");
}

#[tokio::test]
async fn who_moves_out_or_dies_leaves_all_teams_and_all_shifts_to_come() {
    for state in ["moved_out", "deceased"] {
        let app = TestApp::start().await;
        let activity = recruiting(&app, json!({})).await;
        let signup = sign_up(&app.a.leader, shift_id(&activity, 0), None).await.created();
        let path = format!("/residents/{}", app.a.id(44));
        app.a.staff.patch(&path, json!({"state": state})).await.ok();
        let memberships =
            app.a.staff.get(&format!("/memberships?resident_id={}", app.a.id(44))).await.items();
        let signups = app.a.staff.get(&format!("/signups?resident_id={}", app.a.id(44))).await.items();
        assert_eq!((&memberships[0]["state"], &signups[0]["state"]), (&json!("ended"), &json!("withdrawn")));
        let shown = app.a.staff.get(&format!("/activities/{}", id_of(&activity))).await.ok();
        assert_eq!(shown["shifts"][0]["taken"], 0);
        let lines = app.a.administrator.get("/audit-entries?limit=3").await.items();
        let subject =
            |action: &str| lines.iter().find(|line| line["action"] == action).unwrap()["subject_id"].clone();
        assert_eq!(subject("signup.withdraw"), signup["id"]);
        assert_eq!(subject("membership.end"), json!(app.a.id(54)));
        assert_eq!(app.drift(&app.a).await, []);
    }
}

#[tokio::test]
async fn a_shift_that_has_begun_keeps_who_was_signed_up() {
    let app = TestApp::start().await;
    let activity = recruiting(&app, json!({})).await;
    sign_up(&app.a.leader, shift_id(&activity, 0), None).await.created();
    app.clock.put_forward(chrono::Duration::hours(1));
    app.a.staff.patch(&format!("/residents/{}", app.a.id(44)), json!({"state": "moved_out"})).await.ok();
    let signups = app.a.staff.get(&format!("/signups?resident_id={}", app.a.id(44))).await.items();
    assert_eq!(signups[0]["state"], "signed_up");
}

#[tokio::test]
async fn nobody_is_born_in_a_year_to_come() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    app.a.staff.patch(&path, json!({"birth_year": 2150})).await.faulty("birth_year");
}
