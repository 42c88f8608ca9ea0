//! `POST /activities/{id}/settle`: what households, budgets, nights and eligibility make of an award.

use linli_domain::calendar::Period;
use linli_domain::ids::{CommunityId, Id, TeamId};
use linli_domain::points::Points;
use linli_domain::rulebooks::{Budget, Cap, Eligibility, Multiplier, Per, Reviewers, Rule, Version};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{came, close, path, record};
use crate::activities::{running, step};

/// Puts a version in force since 2021 in which the rule for cleaning is different; all its awards are free of other caps.
pub async fn judged_by(app: &TestApp, change: impl FnOnce(&mut Rule)) {
    let (community, from) = (CommunityId::new(app.a.id(1)), "2021-01-01T00:00:00Z".parse().unwrap());
    let mut connection = app.database.connect().await;
    let mut next = linli_db::rulebooks::in_force(&mut connection, community, from).await.unwrap().unwrap();
    next.book.caps.clear();
    next.book.rules[0].caps.clear();
    change(&mut next.book.rules[0]);
    next.book.check().unwrap();
    let next = Version { id: Id::new(Uuid::now_v7()), number: 2, in_force_from: Some(from), ..next };
    assert!(linli_db::rulebooks::insert(&mut connection, community, &next).await.unwrap());
}

/// The most a household earns in a day.
pub fn household_cap(points: i64) -> Vec<Cap> {
    vec![Cap { period: Period::Day, per: Per::Household, points: Points::new(points) }]
}

/// An activity from nine to twelve on 2 March 2026, or whenever, over and recorded.
pub async fn three_hours(app: &TestApp, from: &str, to: &str, roster: Vec<Value>) -> Value {
    let shifts = json!([{"starts_at": from, "ends_at": to, "capacity": 5}]);
    let activity = running(app, json!({"shifts": shifts})).await;
    record(&app.a.leader, &activity, json!(roster)).await.ok();
    close(app, &activity).await
}

/// The same from nine to twelve on 2 March 2026.
pub async fn morning(app: &TestApp, roster: Vec<Value>) -> Value {
    three_hours(app, "2026-03-02T01:00:00Z", "2026-03-02T04:00:00Z", roster).await
}

/// What each line of the settled roster says, by resident.
async fn lines(app: &TestApp, activity: &Value) -> Vec<(Value, i64, String)> {
    let items = app.a.leader.get(&path(activity)).await.items();
    let line = |item: &Value| {
        let said = item["explanation"].as_str().unwrap().to_owned();
        (item["resident_id"].clone(), item["points"].as_i64().unwrap(), said)
    };
    items.iter().map(line).collect()
}

#[tokio::test]
async fn a_family_shares_what_its_cap_leaves() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.caps = household_cap(8)).await;
    let activity = morning(&app, vec![came(app.a.id(47), 180), came(app.a.id(48), 180)]).await;
    assert_eq!(step(&app, &activity, "settle").await.ok()["total_points"], 8);
    let said: Vec<String> = lines(&app, &activity).await.into_iter().map(|(_, _, said)| said).collect();
    let cut =
        said.iter().filter(|said| said.contains("；全家本日上限 8 分，已得 6 分，本次计 2 分；")).count();
    assert_eq!(cut, 1, "{said:?}");
    // Another day's roster, and another member of the family.
    let activity = morning(&app, vec![came(app.a.id(49), 60)]).await;
    assert_eq!(step(&app, &activity, "settle").await.ok()["not_awarded"], 1);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_budget_is_everybody_s_and_what_is_taken_back_is_there_again() {
    let app = TestApp::start().await;
    let budget = Some(Budget { period: Period::Month, points: Points::new(6) });
    judged_by(&app, |rule| rule.budget = budget).await;
    let first = morning(&app, vec![came(app.a.id(47), 180)]).await;
    assert_eq!(step(&app, &first, "settle").await.ok()["total_points"], 6);
    let second = morning(&app, vec![came(app.a.id(49), 180)]).await;
    assert_eq!(step(&app, &second, "settle").await.ok()["total_points"], 0);
    let (_, _, said) = lines(&app, &second).await.remove(0);
    assert!(
        said.ends_with("；全社区本月预算 6 分，已发放 6 分，本次计 0 分；全社区本月预算还剩 0 分"),
        "{said}"
    );

    let transfers = app.a.staff.get(&format!("/residents/{}/transfers", app.a.id(47))).await.items();
    let award = transfers.iter().find(|transfer| transfer["code"] == "earn").unwrap();
    let reverse = format!("/transfers/{}/reverse", id_of(award));
    app.a.staff.post(&reverse, json!({"reason": "重复登记"})).await.created();
    let third = morning(&app, vec![came(app.a.id(48), 180)]).await;
    assert_eq!(step(&app, &third, "settle").await.ok()["total_points"], 6);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_the_rule_is_not_for_earns_nothing_and_is_told_the_term() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.eligibility = Eligibility { max_age: Some(60), ..Eligibility::default() })
        .await;
    let activity = morning(&app, vec![came(app.a.id(47), 60), came(app.a.id(48), 60)]).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(1), &json!(1)));
    let lines = lines(&app, &activity).await;
    let (_, points, said) = lines.iter().find(|(who, ..)| *who == json!(app.a.id(48))).unwrap();
    assert_eq!((*points, said.as_str()), (0, "不符合「清洁家园」（第 2 版）的适用条件：当年不得超过 60 岁"));
}

#[tokio::test]
async fn a_member_is_who_was_in_the_team_when_the_shift_began() {
    let app = TestApp::start().await;
    let team = TeamId::new(app.a.id(53));
    judged_by(&app, |rule| rule.eligibility = Eligibility { teams: vec![team], ..Eligibility::default() })
        .await;
    let membership = |number: u32, state: &str, times: &str| {
        format!(
            "('{}', gen_random_uuid(), '{team}', '{}', 'member', '{state}', {times})",
            app.a.id(1),
            app.a.id(number)
        )
    };
    let rows = [
        membership(47, "ended", "'2026-01-01', '2026-01-01', '2026-03-03'"),
        membership(48, "ended", "'2026-01-01', NULL, '2026-03-03'"),
        membership(49, "active", "'2026-01-01', '2026-03-03', NULL"),
    ];
    app.database.run(&format!("INSERT INTO memberships VALUES {}", rows.join(", "))).await;
    let activity = morning(&app, [47, 48, 49].map(|number| came(app.a.id(number), 60)).into()).await;
    step(&app, &activity, "settle").await.ok();
    let earned = lines(&app, &activity).await.into_iter().filter(|(_, points, _)| *points > 0);
    assert_eq!(earned.map(|(who, ..)| who).collect::<Vec<_>>(), [json!(app.a.id(47))]);
}

#[tokio::test]
async fn the_times_of_the_shift_and_the_category_of_the_activity_count() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| {
        let (from, to) = ("22:00".parse().unwrap(), "06:00".parse().unwrap());
        let categories = vec![linli_domain::activities::Category::Environment];
        rule.multipliers = vec![
            Multiplier::Night { from, to, percent: 200 },
            Multiplier::Category { categories, percent: 150 },
        ];
    })
    .await;
    // 21:00 to 24:00 in Wuhan; one leaves at 23:00.
    let roster = vec![came(app.a.id(47), 180), came(app.a.id(48), 120)];
    let activity = three_hours(&app, "2026-03-02T13:00:00Z", "2026-03-02T16:00:00Z", roster).await;
    assert_eq!(step(&app, &activity, "settle").await.ok()["total_points"], 15 + 9);
    let lines = lines(&app, &activity).await;
    let (_, _, said) = lines.iter().find(|(_, points, _)| *points == 9).unwrap();
    assert_eq!(
        said,
        "清洁家园（CLEAN，第 2 版）：每小时 2 分 ×（夜间 60 分钟 × 2 + 其余 60 分钟）÷ 60 × 1.5（环境保护）= 9 分"
    );
}

#[tokio::test]
async fn what_was_done_under_hardship_earns_more_and_the_roster_says_so() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.multipliers = vec![Multiplier::Hardship { percent: 150 }]).await;
    let mut hard = came(app.a.id(47), 120);
    hard["hardship"] = json!(true);
    let activity = morning(&app, vec![hard, came(app.a.id(48), 120)]).await;
    let before = app.a.leader.get(&path(&activity)).await.items();
    assert_eq!((&before[0]["hardship"], &before[1]["hardship"]), (&json!(true), &json!(false)));
    step(&app, &activity, "settle").await.ok();
    let lines = lines(&app, &activity).await;
    assert_eq!((lines[0].1, lines[1].1), (6, 4));
    assert!(lines[0].2.contains("× 1.5（艰苦条件）= 6 分"), "{}", lines[0].2);
    assert!(!lines[1].2.contains("艰苦"), "{}", lines[1].2);
}

#[tokio::test]
async fn a_roster_does_not_pay_what_two_must_review() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.reviewers = Reviewers::TwoAbove { points: Points::new(4) }).await;
    let activity = morning(&app, vec![came(app.a.id(47), 180), came(app.a.id(48), 120)]).await;
    assert_eq!(step(&app, &activity, "settle").await.ok()["total_points"], 4);
    let lines = lines(&app, &activity).await;
    let (_, _, said) = lines.iter().find(|(_, points, _)| *points == 0).unwrap();
    assert_eq!(said, "当时的管理办法规定须两人审核，请另行申报");
}
