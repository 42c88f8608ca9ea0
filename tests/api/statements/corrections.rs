//! What the desk took back, as lines of the month in which it did.

use linli_api::jobs::close_statements;
use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{DECEMBER, closed, confirmed, go_on_to, refusals};

/// The sixth of January has begun in Wuhan.
const JANUARY: &str = "2027-01-05T16:00:01Z";

/// The desk takes a confirmation back.
async fn correct(app: &TestApp, id: Uuid) -> Answer {
    app.a.staff.post(&format!("/confirmations/{id}/correct"), json!({"reason": "扫错了券"})).await
}

/// What store 72 has to show for December.
async fn december(app: &TestApp) -> Value {
    app.a.manager.get(&format!("/stores/{}/statement?month=2026-12", app.a.id(72))).await.ok()
}

/// November with a confirmation, closed; the confirmation was taken back in December.
async fn corrected(app: &TestApp) -> Uuid {
    let made = confirmed(app, 1).await;
    go_on_to(app, DECEMBER);
    closed(app).await;
    correct(app, made[0]).await.ok();
    made[0]
}

#[tokio::test]
async fn a_correction_is_a_line_of_its_own_month_with_the_figures_the_other_way_round() {
    let app = TestApp::start().await;
    corrected(&app).await;
    let month = december(&app).await;
    let line = &month["items"][0];
    assert_eq!((&line["kind"], &line["cashier_name"]), (&json!("correction"), &json!("用户22")));
    let figures = [&line["bill_fen"], &line["discount_fen"], &line["points"], &line["undone_at"]];
    assert_eq!(json!(figures), json!([-6000, -2000, -3, null]));
    let totals =
        json!({"confirmations": 0, "corrections": 1, "bill_fen": -6000, "discount_fen": -2000, "points": -3});
    assert_eq!(month["totals"], totals);
}

#[tokio::test]
async fn a_month_of_nothing_but_corrections_is_closed_by_the_program_as_it_was() {
    let app = TestApp::start().await;
    corrected(&app).await;
    let open = december(&app).await;
    go_on_to(&app, JANUARY);
    assert_eq!((close_statements(&app.app).await, close_statements(&app.app).await), (1, 0));
    let month = december(&app).await;
    assert_eq!(month["state"], "closed");
    assert_eq!((&month["items"], &month["totals"]), (&open["items"], &open["totals"]));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn postgresql_keeps_a_correction_as_it_was_made_and_out_of_months_that_are_closed() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 2).await;
    go_on_to(&app, DECEMBER);
    closed(&app).await;
    correct(&app, made[0]).await.ok();
    let change = |what| format!("UPDATE confirmations SET {what} WHERE id = '{}'", made[0]);
    let other = format!("corrected_by = '{}'", app.a.id(21));
    let gone = "corrected_at = NULL, corrected_by = NULL, correction_reason = NULL, corrected_points = NULL,
        correction_id = NULL";
    let changes =
        ["corrected_at = corrected_at + interval '1 day'", &other, "corrected_points = 0", gone].map(change);
    for told in refusals(&app, &changes).await {
        assert!(told.contains("append-only"), "{told}");
    }
    let into_november = format!(
        "UPDATE confirmations SET corrected_at = '2026-11-30', corrected_by = '{}', correction_reason = '扫错了券',
             corrected_points = 3, correction_id = gen_random_uuid() WHERE id = '{}'",
        app.a.id(22),
        made[1]
    );
    assert!(refusals(&app, &[into_november]).await[0].contains("the month is closed"));
    correct(&app, made[1]).await.ok();
}
