//! Sheets as large as a community.

use linli_tests::TestApp;
use serde_json::json;

use super::{BALANCES, HEADERS, RESIDENTS, sheet};

fn line(number: usize) -> String {
    format!("居民{number},1880{number:07},1970,江南花山郡,1栋,{}单元{},", number / 100, number % 100)
}

#[tokio::test]
async fn two_thousand_come_with_their_balances_and_go_again() {
    let app = TestApp::start().await;
    let lines: Vec<String> = [HEADERS.to_owned()].into_iter().chain((0..2_000).map(line)).collect();
    let people = app.a.staff.upload(RESIDENTS, sheet(&lines)).await.created();
    let of_one = |number| format!("1880{number:07},居民{number},5");
    let lines: Vec<String> =
        ["手机号,姓名,积分".to_owned()].into_iter().chain((0..2_000).map(of_one)).collect();
    let points = app.a.staff.upload(BALANCES, sheet(&lines)).await.created();
    assert_eq!((&people["residents"], &points["points"]), (&json!(2_000), &json!(10_000)));
    assert_eq!(app.drift(&app.a).await, []);
    for import in [points, people] {
        let path = format!("/imports/{}/reverse", import["id"].as_str().unwrap());
        let reversed = app.a.staff.post(&path, json!({"reason": "导错文件"})).await.ok();
        assert_eq!(reversed["reversal"]["reversed"], 2_000);
    }
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn a_sheet_with_too_many_lines_is_refused() {
    let app = TestApp::start().await;
    let lines: Vec<String> =
        ["会员卡号,积分".to_owned()].into_iter().chain(vec!["2,2".to_owned(); 20_001]).collect();
    let problem = app.a.staff.upload(BALANCES, sheet(&lines)).await.refused(422, "invalid-input");
    assert_eq!(problem["errors"], json!([{"field": "rows", "detail": "最多 20000 行，请分几次导入"}]));
}
