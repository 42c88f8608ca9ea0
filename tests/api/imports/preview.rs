//! `POST /import-previews`.

use linli_tests::TestApp;
use serde_json::json;

use super::{LI, ZHANG, residents, sheet};

const PREVIEW: &str = "/import-previews?kind=residents";

#[tokio::test]
async fn a_preview_says_what_would_be_made_and_makes_nothing() {
    let app = TestApp::start().await;
    let preview = app.a.staff.upload(PREVIEW, residents(&[ZHANG, LI])).await.ok();
    let counts = (&preview["rows"], &preview["residents"], &preview["households"], &preview["fault_count"]);
    assert_eq!(counts, (&json!(2), &json!(2), &json!(1), &json!(0)));
    assert_eq!(app.database.number("SELECT count(*) FROM imports").await, 0);
    assert_eq!(app.database.number("SELECT count(*) FROM idempotency_keys").await, 0);
}

#[tokio::test]
async fn a_preview_names_every_fault_by_row_and_column_in_both_languages() {
    let app = TestApp::start().await;
    let lines = [ZHANG, "李四,19900000301,,江南花山郡,8栋,101,", "王五,19910000027,,江南花山郡,1栋,101,x"];
    let preview = app.a.staff.upload(PREVIEW, residents(&lines)).await.ok();
    let faults = preview["faults"].as_array().unwrap();
    let told: Vec<_> = faults.iter().map(|one| (&one["row"], &one["column"], &one["kind"])).collect();
    let expected = [
        (&json!(3), &json!("phone"), &json!("twice")),
        (&json!(3), &json!("building"), &json!("unknown-building")),
        (&json!(4), &json!("phone"), &json!("phone-taken")),
        (&json!(4), &json!("card_code"), &json!("not-a-card")),
    ];
    assert_eq!(told, expected);
    assert_eq!(faults[0]["detail"], "第 3 行「手机号」：与第 2 行重复");
    assert_eq!(faults[0]["detail_en"], "Row 3, Phone: the same as in row 2");
    assert_eq!(preview["fault_count"], 4);
}

#[tokio::test]
async fn a_preview_lists_a_thousand_faults_and_counts_all() {
    let app = TestApp::start().await;
    let lines = vec![",,,,,,x"; 300];
    let preview = app.a.staff.upload(PREVIEW, residents(&lines)).await.ok();
    assert_eq!(preview["faults"].as_array().unwrap().len(), 1_000);
    assert_eq!(preview["fault_count"], 1_500);
}

#[tokio::test]
async fn a_preview_of_balances_counts_the_points() {
    let app = TestApp::start().await;
    let resident = json!({"name": "新居民", "household_id": app.a.id(12), "phone": "19900000309"});
    app.a.staff.post("/residents", resident).await.created();
    let file = sheet(&["姓名,手机号,积分", "新居民,19900000309,35"]);
    let preview = app.a.staff.upload("/import-previews?kind=opening_balances", file).await.ok();
    assert_eq!((&preview["balances"], &preview["points"]), (&json!(1), &json!(35)));
    assert_eq!(app.database.number("SELECT count(*) FROM transfers WHERE cause_kind = 'import'").await, 0);
}
