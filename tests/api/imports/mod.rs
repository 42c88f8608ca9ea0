//! Imports: read, tried, made, reversed.

mod balances;
mod create;
mod files;
mod list;
mod many;
mod preview;
mod races;
mod reverse;
mod template;

use linli_tests::workbook::workbook;
use linli_tests::{Answer, TestApp};
use serde_json::Value;
use uuid::Uuid;

const HEADERS: &str = "姓名,手机号,出生年份,小区,楼栋,门牌号,会员卡号";
const ZHANG: &str = "张三,19900000301,1958,江南花山郡,1栋,1单元101,";
const LI: &str = "李四,,,江南花山郡,1栋,2单元201,";

const RESIDENTS: &str = "/imports?kind=residents&file_name=%E5%90%8D%E5%86%8C.xlsx";
const BALANCES: &str = "/imports?kind=opening_balances&file_name=%E7%A7%AF%E5%88%86.xlsx";

/// A workbook of these lines, whose cells are set apart by commas.
fn sheet<S: AsRef<str>>(lines: &[S]) -> Vec<u8> {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| line.as_ref().split(',').collect()).collect();
    workbook(&rows)
}

fn residents(lines: &[&str]) -> Vec<u8> {
    sheet(&[&[HEADERS], lines].concat())
}

async fn import(app: &TestApp, lines: &[&str]) -> Answer {
    app.a.staff.upload(RESIDENTS, residents(lines)).await
}

/// The residents of an import, in the order of their names.
async fn of_import(app: &TestApp, import: &Value) -> Vec<Value> {
    app.a.staff.get(&format!("/residents?import_id={}", import["id"].as_str().unwrap())).await.items()
}

/// Imports two residents without a history; answers the import and the two.
async fn two(app: &TestApp) -> (Value, Vec<Value>) {
    let import = import(app, &[ZHANG, LI]).await.created();
    let residents = of_import(app, &import).await;
    (import, residents)
}

fn uuid(of: &Value) -> Uuid {
    of.as_str().unwrap().parse().unwrap()
}

/// A sheet of balances by card, of these points.
fn balances(of: &[(&Value, i64)]) -> Vec<u8> {
    let line = |(resident, points): &(&Value, i64)| {
        format!("{},{points},纸质积分卡", resident["card_code"].as_str().unwrap())
    };
    let lines: Vec<String> =
        ["会员卡号,积分,备注".to_owned()].into_iter().chain(of.iter().map(line)).collect();
    sheet(&lines)
}
