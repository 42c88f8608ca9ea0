//! `PATCH /buildings/{id}/pact`.

use linli_tests::{TestApp, id_of};
use serde_json::json;

use super::{appoint, household, mark, october, of, record, settle, start};

#[tokio::test]
async fn a_block_head_records_the_own_building_in_several_goes_and_may_change_it() {
    let app = start().await;
    appoint(&app).await;
    let (second, _) = household(&app, "1单元102", 1960).await;
    let first = record(&app.a.leader, &app, "2026-10", json!([mark(app.a.id(12), true)])).await.ok();
    assert_eq!((&first["households"], &first["kept"], &first["not_kept"]), (&json!(2), &json!(1), &json!(0)));
    let note = json!([{"household_id": second, "kept": false, "note": "楼道堆物"}]);
    let both = record(&app.a.leader, &app, "2026-10", note).await.ok();
    assert_eq!((&both["id"], &both["kept"], &both["not_kept"]), (&first["id"], &json!(1), &json!(1)));
    record(&app.a.leader, &app, "2026-10", json!([mark(app.a.id(12), false)])).await.ok();
    let path = format!("/buildings/{}/pact?month=2026-10", app.a.id(11));
    let lines = app.a.leader.get(&path).await.items();
    let (own, other) = (of(app.a.id(12), &lines), of(second, &lines));
    assert_eq!((&own["kept"], &other["kept"]), (&json!(false), &json!(false)));
    assert_eq!((&other["note"], &other["door"]), (&json!("楼道堆物"), &json!("1单元102")));
    assert!(own["on_behalf_of"].is_null() && own["points"].is_null());
    let out = json!([{"household_id": second, "kept": null}]);
    assert_eq!(record(&app.a.leader, &app, "2026-10", out).await.ok()["not_kept"], 1);
    assert!(of(second, &app.a.leader.get(&path).await.items())["kept"].is_null());
}

#[tokio::test]
async fn the_desk_acts_for_a_block_head_and_the_record_says_so() {
    let app = start().await;
    appoint(&app).await;
    let pact = october(&app).await;
    let line = &app.a.staff.get(&format!("/buildings/{}/pact?month=2026-10", app.a.id(11))).await.items()[0];
    assert_eq!(line["on_behalf_of"], json!(app.a.id(44)));
    let entries = app.a.administrator.get("/audit-entries").await.items();
    let entry = entries.iter().find(|entry| entry["action"] == "pact.record").unwrap();
    assert_eq!(
        (&entry["on_behalf_of"], &entry["subject_id"]),
        (&json!(app.a.id(44)), &json!(id_of(&pact))),
        "{entry}"
    );
}

#[tokio::test]
async fn only_the_block_head_and_the_desk_record() {
    let app = start().await;
    let marks = json!([mark(app.a.id(12), true)]);
    for other in [&app.a.leader, &app.a.resident, &app.a.social_worker] {
        record(other, &app, "2026-10", marks.clone()).await.refused(403, "forbidden");
    }
    appoint(&app).await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    let other = id_of(&app.a.staff.post("/buildings", body).await.created());
    let body = json!({"month": "2026-10", "marks": marks});
    app.a.leader.patch(&format!("/buildings/{other}/pact"), body.clone()).await.refused(403, "forbidden");
    app.a.leader.get(&format!("/buildings/{other}/pact")).await.refused(403, "forbidden");
    app.b.staff.patch(&format!("/buildings/{other}/pact"), body).await.refused(404, "not-found");
}

#[tokio::test]
async fn a_month_is_recorded_from_its_25th_on() {
    // It is the 25th of November.
    let app = start().await;
    let marks = json!([mark(app.a.id(12), true)]);
    record(&app.a.staff, &app, "2026-11", marks.clone()).await.ok();
    let refused = record(&app.a.staff, &app, "2026-12", marks).await.refused(409, "pact-not-open");
    assert_eq!(refused["figures"]["opens_at"], "2026-12-24T16:00:00Z");
}

#[tokio::test]
async fn a_settled_month_is_not_recorded_again() {
    let app = start().await;
    let pact = october(&app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    let marks = json!([mark(app.a.id(12), false)]);
    record(&app.a.staff, &app, "2026-10", marks).await.refused(409, "wrong-state");
}

#[tokio::test]
async fn a_household_that_has_moved_is_recorded_once_a_month_all_the_same() {
    let app = start().await;
    october(&app).await;
    let body = json!({"grid_id": app.a.id(10), "estate": "江南花山郡", "name": "2栋"});
    let other = id_of(&app.a.staff.post("/buildings", body).await.created());
    let path = format!("/households/{}", app.a.id(12));
    app.a.staff.patch(&path, json!({"building_id": other})).await.ok();
    let there = format!("/buildings/{other}/pact");
    let body = json!({"month": "2026-10", "marks": [mark(app.a.id(12), true)]});
    let refused = app.a.staff.patch(&there, body.clone()).await.refused(409, "marked-elsewhere");
    assert_eq!(refused["figures"]["door"], "1单元101");
    // Where it was, it can only be taken out any more.
    record(&app.a.staff, &app, "2026-10", json!([mark(app.a.id(12), true)]))
        .await
        .faulty("marks[0].household_id");
    record(&app.a.staff, &app, "2026-10", json!([{"household_id": app.a.id(12), "kept": null}])).await.ok();
    assert_eq!(app.a.staff.patch(&there, body).await.ok()["kept"], 1);
}

#[tokio::test]
async fn a_faulty_field_is_named() {
    let app = TestApp::start().await;
    let fine = mark(app.a.id(12), true);
    let cases = [
        ("month", json!("2026-13"), json!([fine])),
        ("month", json!("2026-10-01"), json!([fine])),
        ("marks", json!("2026-10"), json!([])),
        ("marks[1].household_id", json!("2026-10"), json!([fine, fine])),
        ("marks[0].household_id", json!("2026-10"), json!([mark(app.b.id(12), true)])),
        ("marks[0].kept", json!("2026-10"), json!([{"household_id": app.a.id(12)}])),
        ("marks[0].note", json!("2026-10"), json!([{"household_id": app.a.id(12), "kept": true, "note": 1}])),
    ];
    for (field, month, marks) in cases {
        let path = format!("/buildings/{}/pact", app.a.id(11));
        app.a.staff.patch(&path, json!({"month": month, "marks": marks})).await.faulty(field);
    }
}
