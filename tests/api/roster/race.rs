//! Rosters settled at the same time.

use std::sync::Arc;

use chrono::{NaiveDate, Utc};
use futures::future::join_all;
use linli_db::{Connection, ledger, rulebooks};
use linli_domain::ids::{CommunityId, Id, ResidentId};
use linli_domain::ledger::{Cause, CauseKind, Explanation, Posting, Side, SystemAccount, TransferCode};
use linli_domain::rulebooks::{Deed, award};
use linli_tests::TestApp;
use serde_json::{Value, json};
use tokio::sync::Barrier;
use uuid::Uuid;

use super::{came, close, closed, record, wallet};
use crate::activities::{running, step};

const CONTENDERS: usize = 8;
const DAY: &str = "2026-03-02";

#[tokio::test]
async fn of_eight_who_settle_a_roster_one_does() {
    let app = TestApp::start().await;
    let activity = closed(&app).await;
    let answers = join_all((0..CONTENDERS).map(|_| step(&app, &activity, "settle"))).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        answer.refused(409, "wrong-state");
    }
    assert_eq!(wallet(&app, app.a.id(47)).await, 102);
    assert_eq!(app.drift(&app.a).await, []);
}

/// Eight activities of one day, each with three hours of the same resident: six points, which is the cap of the day.
async fn eight_activities(app: &TestApp) -> Vec<Value> {
    let shifts =
        json!([{"starts_at": "2026-03-02T01:00:00Z", "ends_at": "2026-03-02T04:00:00Z", "capacity": 5}]);
    let mut all = Vec::new();
    for _ in 0..CONTENDERS {
        let activity = running(app, json!({"shifts": shifts})).await;
        record(&app.a.leader, &activity, json!([came(app.a.id(47), 180)])).await.ok();
        all.push(close(app, &activity).await);
    }
    all
}

#[tokio::test]
async fn eight_rosters_at_once_do_not_exceed_the_cap_of_one_resident() {
    let app = TestApp::start().await;
    let activities = eight_activities(&app).await;
    let answers = join_all(activities.iter().map(|activity| step(&app, activity, "settle"))).await;
    let mut points: Vec<i64> =
        answers.into_iter().map(|answer| answer.ok()["total_points"].as_i64().unwrap()).collect();
    points.sort_unstable();
    assert_eq!(points, [0, 0, 0, 0, 0, 0, 0, 6]);
    assert_eq!(wallet(&app, app.a.id(47)).await, 106);
    assert_eq!(app.drift(&app.a).await, []);
}

/// The same steps without the lock: read what was earned, wait until all have read, decide, post.
async fn award_without_lock(
    mut connection: Connection,
    (community, resident): (CommunityId, ResidentId),
    all_have_read: Arc<Barrier>,
) -> i64 {
    let on: NaiveDate = DAY.parse().unwrap();
    let now =
        DAY.parse::<NaiveDate>().unwrap().and_hms_opt(9, 0, 0).unwrap().and_local_timezone(Utc).unwrap();
    let version = rulebooks::in_force(&mut connection, community, now).await.unwrap().unwrap();
    let earned = ledger::earned_since(&mut connection, community, &[resident], on).await.unwrap();
    all_have_read.wait().await;
    let deed = Deed { rule_code: "CLEAN".into(), on, minutes: 180 };
    let before = earned.get(&resident).cloned().unwrap_or_default();
    let award = award(&version, &deed, &before).unwrap();
    let posting = Posting {
        rule: Some((version.id, "CLEAN".into(), on)),
        ..Posting::plain(
            Id::new(Uuid::now_v7()),
            TransferCode::Earn,
            (Side::System(SystemAccount::Issued), Side::Wallet(resident)),
            award.points,
            Cause::new(CauseKind::Attendance, resident),
            Explanation::Award(award.explanation),
        )
    };
    ledger::post(&mut connection, community, &[posting], now).await.unwrap();
    award.points.get()
}

#[tokio::test]
async fn without_the_lock_all_eight_would_use_what_the_cap_has_left() {
    let app = TestApp::start().await;
    let of = (CommunityId::new(app.a.id(1)), ResidentId::new(app.a.id(47)));
    let all_have_read = Arc::new(Barrier::new(CONTENDERS));
    let mut race = Vec::new();
    for _ in 0..CONTENDERS {
        race.push(award_without_lock(app.database.connect().await, of, all_have_read.clone()));
    }
    let points = join_all(race).await;
    assert_eq!(points, [6; CONTENDERS]);
    assert_eq!(wallet(&app, app.a.id(47)).await, 148);
}
