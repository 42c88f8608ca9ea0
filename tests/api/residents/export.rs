//! `GET /residents.xlsx`, read back.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use linli_domain::codes::Code;
use linli_tests::workbook::MEDIA;
use linli_tests::{Actor, TestApp, stage};
use serde_json::json;

async fn book(who: &Actor, query: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let answer = who.get(&format!("/residents.xlsx{query}")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some(MEDIA)), "{}", answer.text);
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"residents.xlsx\""));
    open_workbook_from_rs(Cursor::new(answer.bytes)).unwrap()
}

async fn sheet(who: &Actor, query: &str) -> Range<Data> {
    book(who, query).await.worksheet_range("居民").unwrap()
}

fn row(sheet: &Range<Data>, number: usize) -> Vec<String> {
    sheet.rows().nth(number).unwrap().iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn the_list_comes_with_addresses_and_masked_phones() {
    let app = TestApp::start().await;
    let sheet = sheet(&app.a.social_worker, "").await;
    assert_eq!(
        row(&sheet, 0),
        ["姓名", "手机", "出生年份", "网格", "小区", "楼栋", "门牌号", "卡号", "状态"]
    );
    let card = stage::card(47).to_string();
    let line = ["王小明", "199****0027", "1990", "第一网格", "江南花山郡", "1栋", "1单元101", &card, "在册"];
    assert_eq!((row(&sheet, 3), sheet.height()), (line.map(str::to_owned).to_vec(), 5));
    assert_eq!(row(&sheet, 2)[..3], ["李奶奶", "", "1945"], "without a phone");
}

#[tokio::test]
async fn it_has_what_the_list_shows_with_the_same_filters() {
    let app = TestApp::start().await;
    let gone = format!("UPDATE residents SET state = 'moved_out' WHERE id = '{}'", app.a.id(49));
    app.database.run(&gone).await;
    let building = format!("building_id={}", app.a.id(11));
    let nowhere = format!("household_id={}", app.b.id(12));
    let filters = [
        "search=wxm",
        "state=moved_out",
        &building,
        &nowhere,
        "from=2026-11-01&until=2026-11-30",
        "lapsing_until=2099-12-30",
    ];
    for filter in filters {
        let listed = app.a.staff.get(&format!("/residents?{filter}")).await.items();
        let sheet = sheet(&app.a.staff, &format!("?{filter}")).await;
        let names: Vec<String> = sheet.rows().skip(1).map(|row| row[0].to_string()).collect();
        let expected: Vec<&str> = listed.iter().map(|item| item["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected, "{filter}");
    }
    app.a.staff.get("/residents.xlsx?limit=1").await.faulty("limit");
    app.a.resident.get("/residents.xlsx").await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_name_that_looks_like_a_formula_stays_a_text() {
    let app = TestApp::start().await;
    for evil in ["=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "{=1}"] {
        let change = format!(
            "UPDATE residents SET name = '{evil}' WHERE id = '{}'; UPDATE households SET door = '{evil}'; UPDATE buildings SET name = '{evil}'; \
             UPDATE grids SET name = '{evil}' WHERE id = '{}'",
            app.a.id(47),
            app.a.id(10)
        );
        app.database.run(&change).await;
        let mut book = book(&app.a.staff, "").await;
        assert!(book.worksheet_formula("居民").unwrap().is_empty(), "{evil}");
        let sheet = book.worksheet_range("居民").unwrap();
        for column in [0, 3, 5, 6] {
            assert_eq!(sheet.get_value((3, column)), Some(&Data::String(evil.to_owned())));
        }
    }
}

#[tokio::test]
async fn who_exported_what_stands_in_the_audit_log() {
    let app = TestApp::start().await;
    app.a.social_worker.get("/residents.xlsx?search=19900000027&state=active").await;
    let path = format!("/audit-entries?subject_id={}", app.a.id(1));
    let lines = app.a.staff.get(&path).await.items();
    assert_eq!((lines.len(), &lines[0]["action"]), (1, &json!("community.export_residents")));
    assert_eq!(lines[0]["actor_id"], json!(app.a.id(23)));
    let after = &lines[0]["after"];
    assert_eq!((&after["residents"], &after["filter"]["state"]), (&json!(0), &json!("active")));
    assert_eq!(after["filter"]["search"], "199****0027", "no phone number in full");
}

#[tokio::test]
async fn more_than_a_workbook_takes_is_refused_and_leaves_no_line() {
    let app = TestApp::start().await;
    // With the four of the stage, one too many.
    let cards: Vec<String> =
        (1_000..20_997).map(|number| format!("'{}'", Code::from_random(number))).collect();
    let many = format!(
        "INSERT INTO residents (community_id, id, name, sort_key, household_id, card_code, state, created_at)
         SELECT '{}', gen_random_uuid(), '居民', 'jumin', '{}', card, 'active', '2020-01-01' FROM unnest(ARRAY[{}]) card",
        app.a.id(1),
        app.a.id(12),
        cards.join(", ")
    );
    app.database.run(&many).await;
    let refused = app.a.staff.get("/residents.xlsx").await.refused(409, "list-too-long");
    assert_eq!(refused["figures"], json!({"most": 20_000}));
    let path = format!("/audit-entries?subject_id={}", app.a.id(1));
    assert_eq!(app.a.staff.get(&path).await.items().len(), 0);
    app.database.run(&format!("DELETE FROM residents WHERE card_code = {}", cards[0])).await;
    assert_eq!(sheet(&app.a.staff, "").await.height(), 20_001);
}
