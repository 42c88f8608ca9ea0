//! What the program tells residents by itself.

use futures::future::join_all;
use linli_api::jobs::announce;
use linli_domain::ids::CommunityId;
use linli_domain::notices::lapses_announced;
use linli_tests::TestApp;
use serde_json::{Value, json};

use super::with_points_that_lapse;

async fn notices(app: &TestApp) -> Vec<Value> {
    app.a.resident.get("/notices").await.items()
}

#[tokio::test]
async fn who_has_points_that_lapse_is_told_thirty_and_seven_days_before_and_not_twice() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 31).await;
    assert_eq!(announce(&app.app).await, 0);
    with_days_later(&app, 1);
    assert_eq!((announce(&app.app).await, announce(&app.app).await), (1, 0));
    with_days_later(&app, 23);
    assert_eq!((announce(&app.app).await, announce(&app.app).await), (1, 0));
    let told = notices(&app).await;
    assert_eq!(told.len(), 2);
    assert_eq!(told[0]["text"], "您有 30 积分将于 2027-12-31 到期，请尽快使用");
    assert_eq!(told[0]["content"], json!({"kind": "points_lapse", "lapses_on": "2027-12-31", "points": 30}));
}

fn with_days_later(app: &TestApp, days: i64) {
    app.clock.put_forward(chrono::Duration::days(days));
}

#[tokio::test]
async fn what_is_held_is_not_announced() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 20).await;
    let offer =
        crate::offers::open_offer(&app, json!({"price_points": 30, "valid_to": "2099-01-01T00:00:00Z"}))
            .await;
    app.a.resident.post(&format!("/offers/{offer}/vouchers"), json!({})).await.created();
    assert_eq!((announce(&app.app).await, notices(&app).await.len()), (0, 0));
}

#[tokio::test]
async fn each_is_told_once_when_eight_processes_come_at_once() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 20).await;
    let written = join_all((0..8).map(|_| announce(&app.app))).await;
    assert_eq!((written.iter().sum::<usize>(), notices(&app).await.len()), (1, 1));
}

#[tokio::test]
async fn who_was_told_and_who_moved_away_is_not_even_looked_at() {
    let app = TestApp::start().await;
    with_points_that_lapse(&app, 20).await;
    let (community, today) = (CommunityId::new(app.a.id(1)), app.clock.now().date_naive());
    let mut connection = app.database.connect().await;
    let mut left = async || {
        let mut count = 0;
        for stretch in lapses_announced(today) {
            let lots =
                linli_db::notices::lapsing_lots(&mut connection, community, &stretch, (None, 10)).await;
            count += lots.unwrap().len();
        }
        count
    };
    assert_eq!(left().await, 1);
    app.database.run("UPDATE residents SET state = 'moved_out'").await;
    assert_eq!(left().await, 0);
    app.database.run("UPDATE residents SET state = 'active'").await;
    assert_eq!(announce(&app.app).await, 1);
    assert_eq!(left().await, 0);
}
