//! `GET /audit-entries.xlsx`, read back.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use linli_tests::{Actor, TestApp};
use serde_json::json;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn book(actor: &Actor, query: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let answer = actor.get(&format!("/audit-entries.xlsx{query}")).await;
    assert_eq!((answer.status, answer.header("content-type")), (200, Some(TYPE)));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"audit-20261125.xlsx\""));
    open_workbook_from_rs(Cursor::new(answer.bytes)).unwrap()
}

async fn sheet(actor: &Actor, query: &str) -> Range<Data> {
    book(actor, query).await.worksheet_range("操作记录").unwrap()
}

fn row(sheet: &Range<Data>, number: usize) -> Vec<String> {
    sheet.rows().nth(number).unwrap().iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn what_the_filter_shows_reads_back_in_words() {
    let app = TestApp::start().await;
    let path = format!("/residents/{}", app.a.id(49));
    app.a.staff.patch(&path, json!({"name": "赵大洋"})).await.ok();
    app.a.administrator.patch("/community", json!({"name": "普安社区"})).await.ok();
    let lines = sheet(&app.a.staff, "?subject_kind=resident").await;
    assert_eq!(lines.height(), 2);
    assert_eq!(row(&lines, 0)[..5], ["时间", "操作人", "代谁办理", "做了什么", "对象"]);
    let line = row(&lines, 1);
    assert_eq!(line[1..5], ["用户22", "", "居民：修改", "赵大洋"]);
    assert!(line[5].contains("赵大海") && line[6].contains("赵大洋"), "{line:?}");
    assert_eq!([&line[9], &line[11]], ["resident.change", &app.a.id(49).to_string()]);
    let at = lines.get_value((1, 0)).unwrap().get_datetime().unwrap().to_ymd_hms_milli();
    assert_eq!((at.0, at.1, at.2, at.3), (2026, 11, 25, 12), "noon in Wuhan");
}

#[tokio::test]
async fn taking_it_out_is_a_line_of_its_own() {
    let app = TestApp::start().await;
    app.a.administrator.patch("/community", json!({"name": "普安社区"})).await.ok();
    book(&app.a.staff, "?action=community.change&from=2026-11-25").await;
    let log = app.a.staff.get("/audit-entries?action=community.export_audit_entries").await.items();
    assert_eq!((log.len(), &log[0]["actor_id"]), (1, &json!(app.a.id(22))));
    assert_eq!(
        (&log[0]["after"]["lines"], &log[0]["after"]["action"]),
        (&json!(1), &json!("community.change"))
    );
    assert_eq!(log[0]["after"]["from"], "2026-11-24T16:00:00Z");
}

#[tokio::test]
async fn a_text_that_looks_like_a_formula_stays_a_text() {
    let app = TestApp::start().await;
    for evil in ["=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "{=1}"] {
        let line = format!(
            "UPDATE users SET name = '{evil}' WHERE id = '{}';
             INSERT INTO audit_entries (community_id, id, at, actor_id, action, subject_kind, subject_id, address)
             VALUES ('{}', gen_random_uuid(), now(), '{}', '{evil}', 'user', '{}', '{evil}')",
            app.a.id(23), app.a.id(1), app.a.id(23), app.a.id(23)
        );
        app.database.run(&line).await;
        let mut book = book(&app.a.staff, "?subject_kind=user").await;
        assert!(book.worksheet_formula("操作记录").unwrap().is_empty(), "{evil}");
        let sheet = book.worksheet_range("操作记录").unwrap();
        for column in [1, 4, 7, 9] {
            assert_eq!(sheet.get_value((1, column)), Some(&Data::String(evil.to_owned())), "{column}");
        }
    }
}

#[tokio::test]
async fn a_thing_too_long_for_a_cell_is_cut_and_says_so() {
    let app = TestApp::start().await;
    let line = format!(
        "INSERT INTO audit_entries (community_id, id, at, action, subject_kind, subject_id, after)
         VALUES ('{}', gen_random_uuid(), now(), 'roster.replace', 'roster', gen_random_uuid(), to_jsonb(repeat('长', 40000)))",
        app.a.id(1)
    );
    app.database.run(&line).await;
    let after = row(&sheet(&app.a.staff, "").await, 1)[6].clone();
    assert!(after.ends_with("…（太长，以操作记录为准）"), "{} characters", after.chars().count());
    assert_eq!(row(&sheet(&app.a.staff, "?subject_kind=roster").await, 1)[1], "系统", "nobody acted");
}

#[tokio::test]
async fn more_lines_than_a_workbook_takes_are_refused_and_leave_no_line() {
    let app = TestApp::start().await;
    let lines = format!(
        "INSERT INTO audit_entries (community_id, id, at, action, subject_kind, subject_id)
         SELECT '{}', gen_random_uuid(), now(), 'notice.read', 'notice', gen_random_uuid() FROM generate_series(1, 20001)",
        app.a.id(1)
    );
    app.database.run(&lines).await;
    let refused = app.a.staff.get("/audit-entries.xlsx").await.refused(409, "list-too-long");
    assert_eq!(refused["detail"], "符合条件的超过 20000 行，不能导出表格，请缩小范围");
    let log = app.a.staff.get("/audit-entries?action=community.export_audit_entries").await.items();
    assert_eq!(log.len(), 0);
}

#[tokio::test]
async fn it_is_the_desk_s_and_the_community_s_own() {
    let app = TestApp::start().await;
    app.a.administrator.patch("/community", json!({"name": "普安社区"})).await.ok();
    assert_eq!(sheet(&app.b.staff, "").await.height(), 1, "the heads alone");
    for actor in [&app.a.social_worker, &app.a.leader, &app.a.manager, &app.a.resident, &app.operator] {
        actor.get("/audit-entries.xlsx").await.refused(403, "forbidden");
    }
    app.a.staff.get("/audit-entries.xlsx?limit=5").await.faulty("limit");
}
