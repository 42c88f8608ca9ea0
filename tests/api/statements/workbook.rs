//! Statements as workbooks, read back.

use std::io::Cursor;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook_from_rs};
use linli_tests::{Actor, Answer, TestApp};

use super::{DECEMBER, closed, confirmed, go_on_to, undone};

const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook that came as an answer.
struct Book(Xlsx<Cursor<Vec<u8>>>);

impl Book {
    async fn get(actor: &Actor, path: &str) -> Self {
        let answer: Answer = actor.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(TYPE)));
        assert!(
            answer
                .header("content-disposition")
                .unwrap()
                .starts_with("attachment; filename=\"statement-2026-11")
        );
        Self(open_workbook_from_rs(Cursor::new(answer.bytes)).unwrap())
    }

    fn sheet(&mut self, name: &str) -> Range<Data> {
        self.0.worksheet_range(name).unwrap()
    }
}

/// A row of a sheet as texts; numbers as they are.
fn row(sheet: &Range<Data>, number: usize) -> Vec<String> {
    sheet.rows().nth(number).unwrap().iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn the_month_reads_back_as_it_was_written() {
    let app = TestApp::start().await;
    let made = confirmed(&app, 3).await;
    undone(&app, made[1]).await;
    let path = format!("/stores/{}/statement.xlsx?month=2026-11", app.a.id(72));
    let mut book = Book::get(&app.a.manager, &path).await;
    assert_eq!(book.0.sheet_names(), ["汇总", "明细"]);
    let summary = book.sheet("汇总");
    let head =
        ["合伙人", "门店", "对账状态", "核销笔数", "更正笔数", "消费金额（元）", "优惠金额（元）", "积分"];
    assert_eq!(row(&summary, 0), head);
    assert_eq!(row(&summary, 1), ["惠民鲜生", "花山店", "未关账", "2", "0", "120", "40", "6"]);
    assert_eq!(row(&summary, 2), ["合计", "", "", "2", "0", "120", "40", "6"]);
    let lines = book.sheet("明细");
    assert_eq!(lines.height(), 4);
    let first = row(&lines, 1);
    assert_eq!(first[1..3], ["花山店", "核销"]);
    assert_eq!(first[4..], ["满60减20", "60", "20", "3", "用户26", "有效"]);
    assert_eq!(row(&lines, 2)[9], "已撤销，不计入合计");
    let at = lines.get_value((1, 0)).unwrap().get_datetime().unwrap().to_ymd_hms_milli();
    assert_eq!((at.0, at.1, at.2, at.3), (2026, 11, 25, 12), "noon in Wuhan");
}

#[tokio::test]
async fn yuan_are_numbers_with_their_fen() {
    let app = TestApp::start().await;
    confirmed(&app, 1).await;
    app.database.run("UPDATE confirmations SET bill_fen = 123456789, discount_fen = 7").await;
    let path = format!("/stores/{}/statement.xlsx?day=2026-11-25", app.a.id(72));
    let lines = Book::get(&app.a.cashier, &path).await.sheet("明细");
    let cell = |column| lines.get_value((1, column)).unwrap().get_float();
    assert_eq!((cell(5), cell(6)), (Some(1_234_567.89), Some(0.07)));
}

#[tokio::test]
async fn a_text_that_looks_like_a_formula_stays_a_text() {
    let app = TestApp::start().await;
    confirmed(&app, 1).await;
    for evil in ["=HYPERLINK(\"http://x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "{=1}"] {
        let change = format!(
            "UPDATE offers SET title = '{evil}'; UPDATE users SET name = '{evil}'; UPDATE stores SET name = '{evil}' WHERE id = '{}'",
            app.a.id(72)
        );
        app.database.run(&change).await;
        let path = format!("/stores/{}/statement.xlsx?month=2026-11", app.a.id(72));
        let mut book = Book::get(&app.a.manager, &path).await;
        for name in ["汇总", "明细"] {
            assert!(book.0.worksheet_formula(name).unwrap().is_empty(), "{evil}");
        }
        let line = book.sheet("明细");
        for column in [1, 4, 8] {
            assert_eq!(line.get_value((1, column)), Some(&Data::String(evil.to_owned())));
        }
    }
}

#[tokio::test]
async fn a_partner_has_all_its_stores_in_one_some_closed_some_open() {
    let app = TestApp::start().await;
    confirmed(&app, 2).await;
    go_on_to(&app, DECEMBER);
    closed(&app).await;
    // The other store's partner is the same for once, and has lines that nobody has closed.
    let moved = format!(
        "UPDATE stores SET partner_id = '{}' WHERE id = '{store}';
         INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen, spent_points, confirmed_at,
             undone_at, undone_by)
         SELECT community_id, gen_random_uuid(), voucher_id, '{store}', cashier_id, 100, 1, 0, '2026-11-20', '2026-11-20', cashier_id
         FROM confirmations LIMIT 1",
        app.a.id(71),
        store = app.a.id(74),
    );
    app.database.run(&moved).await;
    let path = format!("/partners/{}/statement.xlsx?month=2026-11", app.a.id(71));
    let mut book = Book::get(&app.a.manager, &path).await;
    let summary = book.sheet("汇总");
    assert_eq!(row(&summary, 1)[1..4], ["花山店", "已关账，待确认", "2"]);
    assert_eq!(row(&summary, 2)[1..4], ["咖啡角", "未关账", "0"]);
    assert_eq!(row(&summary, 3)[3..], ["2", "0", "120", "40", "6"]);
    let lines = book.sheet("明细");
    assert_eq!((row(&lines, 1)[1].as_str(), lines.height()), ("咖啡角", 4));
}

#[tokio::test]
async fn a_partner_s_month_is_for_its_managers_and_the_desk() {
    let app = TestApp::start().await;
    let own = format!("/partners/{}/statement.xlsx?month=2026-11", app.a.id(71));
    let other = format!("/partners/{}/statement.xlsx?month=2026-11", app.a.id(73));
    assert_eq!((app.a.manager.get(&own).await.status, app.a.staff.get(&other).await.status), (200, 200));
    app.a.manager.get(&other).await.refused(403, "forbidden");
    app.a.cashier.get(&own).await.refused(403, "forbidden");
    app.b.manager.get(&own).await.refused(404, "not-found");
    app.a.manager.get(&own.replace("2026-11", "2026-14")).await.faulty("month");
}
