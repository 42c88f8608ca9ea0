//! `GET /activities` by the days of the shifts, and by the title.

use linli_tests::{Actor, TestApp};
use serde_json::json;

use super::{activity, propose, recruiting};

/// A shift of an hour, at some hour UTC of a day.
fn at(day: &str, hour: u32) -> serde_json::Value {
    json!({
        "starts_at": format!("{day}T{hour:02}:00:00Z"), "ends_at": format!("{day}T{:02}:30:00Z", hour), "capacity": 3,
    })
}

async fn titles(who: &Actor, query: &str) -> Vec<String> {
    let items = who.get(&format!("/activities?{query}")).await.items();
    items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

/// Four activities: one of three days, and three of one.
async fn staged() -> TestApp {
    let app = TestApp::start().await;
    let long = [at("2026-12-01", 2), at("2026-12-08", 2), at("2026-12-15", 2)];
    propose(&app, json!({"title": "清洁周", "shifts": long})).await;
    for (title, day) in [("敲门", "2026-12-07"), ("义诊", "2026-12-09"), ("年饭", "2026-12-20")] {
        propose(&app, json!({"title": title, "shifts": [at(day, 3)]})).await;
    }
    app
}

#[tokio::test]
async fn from_a_day_on_the_soonest_comes_first_by_its_next_shift() {
    let app = staged().await;
    assert_eq!(titles(&app.a.staff, "from=2026-12-07").await, ["敲门", "清洁周", "义诊", "年饭"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-09").await, ["义诊", "清洁周", "年饭"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-16").await, ["年饭"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-21").await, [""; 0]);
}

#[tokio::test]
async fn between_two_days_are_those_with_a_shift_on_one_of_them() {
    let app = staged().await;
    for (span, between) in [
        ("from=2026-12-01&until=2026-12-01", vec!["清洁周"]),
        ("from=2026-12-02&until=2026-12-06", vec![]),
        ("from=2026-12-08&until=2026-12-09", vec!["清洁周", "义诊"]),
        ("from=2026-12-09&until=2026-12-08", vec![]),
    ] {
        assert_eq!(titles(&app.a.staff, span).await, between, "{span}");
    }
    assert_eq!(titles(&app.a.staff, "until=2026-12-07").await, ["敲门", "清洁周"]);
}

#[tokio::test]
async fn days_are_those_of_the_community() {
    let app = TestApp::start().await;
    // Half past midnight of the 2nd in Shanghai.
    propose(&app, json!({"title": "守岁", "shifts": [at("2026-12-01", 16)]})).await;
    assert_eq!(titles(&app.a.staff, "from=2026-12-01&until=2026-12-01").await, [""; 0]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-02&until=2026-12-02").await, ["守岁"]);
    assert_eq!(titles(&app.a.staff, "until=2026-12-01").await, [""; 0]);
}

#[tokio::test]
async fn by_time_too_the_pages_leave_nothing_out_and_repeat_nothing() {
    let app = TestApp::start().await;
    for title in ["一", "二", "三"] {
        propose(&app, json!({"title": title, "shifts": [at("2026-12-03", 1), at("2026-12-03", 1)]})).await;
    }
    propose(&app, json!({"title": "四", "shifts": [at("2026-12-02", 1), at("2026-12-04", 1)]})).await;
    let (mut seen, mut path) = (Vec::new(), "/activities?from=2026-12-01&limit=1".to_owned());
    loop {
        let page = app.a.staff.get(&path).await.ok();
        seen.push(page["items"][0]["title"].as_str().unwrap().to_owned());
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        path = format!("/activities?from=2026-12-01&limit=1&cursor={cursor}");
    }
    assert_eq!(seen, ["四", "一", "二", "三"]);
}

#[tokio::test]
async fn days_go_with_the_other_filters_and_with_who_may_see_what() {
    let app = staged().await;
    recruiting(&app, json!({"title": "讲座", "shifts": [at("2026-12-08", 5)]})).await;
    activity(
        &app,
        json!({"title": "巡逻", "shifts": [at("2026-12-08", 6)]}),
        &["review", "recruit", "start"],
    )
    .await;
    assert_eq!(titles(&app.a.resident, "from=2026-12-01").await, ["讲座", "巡逻"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-08&state=running").await, ["巡逻"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-08&open=true").await, ["讲座", "巡逻"]);
    assert_eq!(titles(&app.a.staff, "open=true").await, ["巡逻", "讲座"]);
    assert_eq!(titles(&app.a.staff, "from=2026-12-08&open=false&search=义").await, ["义诊"]);
    let other_team = format!("from=2026-12-01&team_id={}", app.a.id(52));
    assert_eq!(titles(&app.a.staff, &other_team).await, [""; 0]);
    assert_eq!(titles(&app.b.staff, "from=2026-12-01").await, [""; 0]);
}

#[tokio::test]
async fn a_title_is_found_by_any_part_of_it_taken_literally() {
    let app = TestApp::start().await;
    for title in ["Tai Chi 太极", "100% 清洁", "楼道清洁"] {
        propose(&app, json!({"title": title})).await;
    }
    assert_eq!(titles(&app.a.staff, "search=清洁").await, ["楼道清洁", "100% 清洁"]);
    assert_eq!(titles(&app.a.staff, "search=chi").await, ["Tai Chi 太极"]);
    assert_eq!(titles(&app.a.staff, "search=%25").await, ["100% 清洁"]);
    assert_eq!(titles(&app.a.staff, "search=_").await, [""; 0]);
    app.a.staff.get("/activities?search=").await.faulty("search");
    app.a.staff.get("/activities?from=2026-13-01").await.faulty("from");
}
