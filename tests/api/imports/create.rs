//! `POST /imports` of residents.

use linli_tests::{TestApp, stage};
use serde_json::json;

use super::{LI, RESIDENTS, ZHANG, import, of_import, residents, sheet, two};

#[tokio::test]
async fn residents_come_with_households_wallets_and_cards_and_one_line_in_the_log() {
    let app = TestApp::start().await;
    let (made, people) = two(&app).await;
    let counts = (&made["residents"], &made["households"], &made["balances"], &made["state"]);
    assert_eq!(counts, (&json!(2), &json!(1), &json!(0), &json!("made")));
    assert_eq!((&made["file_name"], &made["actor_name"]), (&json!("名册.xlsx"), &json!("用户22")));
    let named: Vec<_> = people.iter().map(|one| (&one["name"], &one["birth_year"], &one["phone"])).collect();
    assert_eq!(named[0], (&json!("李四"), &json!(null), &json!(null)));
    assert_eq!(named[1], (&json!("张三"), &json!(1958), &json!("199****0301")));
    assert_eq!(
        people[1]["household_id"],
        json!(app.a.id(12)),
        "who lives behind a known door moves in there"
    );
    let wallet = app.a.staff.get(&format!("/residents/{}/wallet", people[0]["id"].as_str().unwrap())).await;
    assert_eq!(wallet.ok()["available"], 0);
    let log = app.a.staff.get("/audit-entries").await.items();
    assert_eq!((log.len(), &log[0]["action"]), (1, &json!("import.create")));
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn who_was_imported_is_found_by_name_initials_digits_and_card() {
    let app = TestApp::start().await;
    let card = stage::card(900);
    let line = format!("张三,19900000301,1958,江南花山郡,1栋,1单元101,{card}");
    import(&app, &[&line]).await.created();
    for search in ["张三", "zs", "0301", card.as_str()] {
        let found = app.a.staff.get(&format!("/residents?search={search}")).await.items();
        assert_eq!(found.len(), 1, "{search}");
    }
}

#[tokio::test]
async fn of_a_sheet_with_a_fault_nothing_is_imported_and_every_fault_is_named() {
    let app = TestApp::start().await;
    let problem = import(&app, &[ZHANG, ",123,2099,江南花山郡,9栋,1,"]).await.refused(422, "invalid-input");
    let fields: Vec<_> = problem["errors"].as_array().unwrap().iter().map(|e| e["field"].as_str()).collect();
    let expected = ["rows[3].name", "rows[3].phone", "rows[3].birth_year", "rows[3].building"];
    assert_eq!(fields, expected.map(Some));
    assert_eq!(problem["errors"][1]["detail"], "第 3 行「手机号」：应为 1 开头的 11 位数字");
    assert_eq!(problem["figures"]["faults"], 4);
    assert_eq!(app.a.staff.get("/residents?search=张三").await.items(), [] as [serde_json::Value; 0]);
    assert_eq!(app.a.staff.get("/imports").await.items().len(), 0);
}

#[tokio::test]
async fn a_sheet_is_imported_once_under_its_key() {
    let app = TestApp::start().await;
    let file = residents(&[ZHANG, LI]);
    let first = app.a.staff.upload_with("key", RESIDENTS, file.clone()).await;
    let again = app.a.staff.upload_with("key", RESIDENTS, file).await;
    assert_eq!((first.status, &first.text), (201, &again.text));
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    let other = app.a.staff.upload_with("key", RESIDENTS, residents(&[LI])).await;
    other.refused(422, "idempotency-key-reused");
    assert_eq!(of_import(&app, &first.json).await.len(), 2);
    assert_eq!(app.database.number("SELECT count(*) FROM imports").await, 1);
}

#[tokio::test]
async fn a_second_sheet_with_the_same_phones_is_refused() {
    let app = TestApp::start().await;
    import(&app, &[ZHANG]).await.created();
    let again = import(&app, &["另一人,19900000301,,江南花山郡,1栋,1单元101,", LI]).await;
    again.faulty("rows[2].phone");
}

#[tokio::test]
async fn a_sheet_without_phones_is_not_imported_twice_either() {
    let app = TestApp::start().await;
    import(&app, &[LI]).await.created();
    import(&app, &[LI]).await.faulty("rows[2].name");
}

#[tokio::test]
async fn a_card_that_was_handed_out_stays_and_is_free_only_once() {
    let app = TestApp::start().await;
    let card = stage::card(900);
    let taken = stage::card(47);
    let line = |name: &str, card: &str| format!("{name},,,江南花山郡,1栋,1单元101,{card}");
    let made = import(&app, &[&line("张三", card.as_str())]).await.created();
    assert_eq!(of_import(&app, &made).await[0]["card_code"], card.as_str());
    for card in [card, taken] {
        import(&app, &[&line("另一人", card.as_str())]).await.faulty("rows[2].card_code");
    }
}

#[tokio::test]
async fn columns_come_in_any_order_and_language() {
    let app = TestApp::start().await;
    let file = sheet(&["备忘,Door,building,Estate,姓名 Name *", "x,1单元101,1栋,江南花山郡,张三"]);
    let made = app.a.staff.upload(RESIDENTS, file).await.created();
    assert_eq!(of_import(&app, &made).await[0]["name"], "张三");
    let missing = sheet(&["姓名,小区,楼栋", "张三,江南花山郡,1栋"]);
    app.a.staff.upload(RESIDENTS, missing).await.faulty("rows[1].door");
}

#[tokio::test]
async fn who_is_not_at_the_desk_imports_nothing_and_the_other_community_sees_nothing() {
    let app = TestApp::start().await;
    let file = residents(&[ZHANG]);
    app.a.social_worker.upload(RESIDENTS, file.clone()).await.refused(403, "forbidden");
    let made = app.a.staff.upload(RESIDENTS, file).await.created();
    let path = format!("/imports/{}", made["id"].as_str().unwrap());
    app.b.staff.get(&path).await.refused(404, "not-found");
    assert_eq!(app.b.staff.get("/imports").await.items().len(), 0);
    let reversal = json!({"reason": "不是我的"});
    app.b.staff.post(&format!("{path}/reverse"), reversal).await.refused(404, "not-found");
}

#[tokio::test]
async fn an_import_says_what_it_imports_and_what_the_file_is_called() {
    let app = TestApp::start().await;
    let file = residents(&[ZHANG]);
    for (path, field) in [
        ("/imports?file_name=x", "kind"),
        ("/imports?kind=residents", "file_name"),
        ("/imports?kind=offers&file_name=x", "kind"),
        ("/imports?kind=residents&file_name=", "file_name"),
        ("/imports?kind=residents&file_name=x&dry_run=true", "dry_run"),
        ("/import-previews", "kind"),
    ] {
        app.a.staff.upload(path, file.clone()).await.faulty(field);
    }
}
