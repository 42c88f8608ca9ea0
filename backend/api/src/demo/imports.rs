//! Sheets that are imported: those who moved in last, and the points that they bring along. The first sheet of points was
//! wrong, and is taken back.

use linli_db::{Connection, expect_few};
use linli_domain::ids::ImportId;
use linli_domain::imports::ImportKind;
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::json;

use super::days::Day;
use super::people::Newcomer;
use super::story::{Story, from_json};
use crate::acting::Acting;
use crate::imports::{ImportReversalRequest, NewImportParams, bring_in, read, reverse};
use crate::problem::Problem;

/// On which day they are imported.
const DAY: i64 = 3;
/// What the first sheet of points says too much: its column had slipped.
const SLIP: usize = 10;

/// On one of the first days those who moved in last are registered, and what stood on their paper cards is brought along.
pub(super) async fn run(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    newcomers: &[Newcomer],
) -> Result<(), Problem> {
    if day.number != DAY {
        return Ok(());
    }
    let people: Vec<Vec<String>> = newcomers.iter().map(of_resident).collect();
    let headers = ["姓名", "手机号", "出生年份", "小区", "楼栋", "门牌号", "会员卡号"];
    let residents = (ImportKind::Residents, "新入住居民名册.xlsx", headers.as_slice());
    import(connection, &story.by(&story.staff, day.at(10)), residents, &people).await?;
    let headers = ["会员卡号", "姓名", "积分", "备注"];
    let wrong = (ImportKind::OpeningBalances, "新入住居民积分.xlsx", headers.as_slice());
    let balances = of_balances(newcomers, SLIP);
    let first = import(connection, &story.by(&story.staff, day.at(11)), wrong, &balances).await?;
    let reason: ImportReversalRequest = from_json(json!({"reason": "积分一列错位，更正后重新导入"}))?;
    reverse(connection, &story.by(&story.staff, day.at(12)), (None, first), &reason).await?;
    let right = (ImportKind::OpeningBalances, "新入住居民积分（更正）.xlsx", headers.as_slice());
    let balances = of_balances(newcomers, 0);
    import(connection, &story.by(&story.staff, day.at(14)), right, &balances).await?;
    // The whole history is one transaction.
    Ok(expect_few(connection).await?)
}

fn of_resident(Newcomer { resident, estate, building, door }: &Newcomer) -> Vec<String> {
    vec![
        resident.name.clone(),
        resident.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        resident.birth_year.map(|year| year.to_string()).unwrap_or_default(),
        estate.clone(),
        building.clone(),
        door.clone(),
        resident.card.to_string(),
    ]
}

/// The points of every second of them.
fn of_balances(newcomers: &[Newcomer], slip: usize) -> Vec<Vec<String>> {
    let line = |(number, one): (usize, &Newcomer)| {
        let points = 5 + number % 20 + slip;
        let (card, name) = (one.resident.card.to_string(), one.resident.name.clone());
        vec![card, name, points.to_string(), "原社区纸质积分卡".to_owned()]
    };
    newcomers.iter().enumerate().step_by(2).map(line).collect()
}

/// Imports a sheet, as the desk does: the file is made, read and brought in.
async fn import(
    connection: &mut Connection,
    acting: &Acting,
    (kind, file_name, headers): (ImportKind, &str, &[&str]),
    lines: &[Vec<String>],
) -> Result<ImportId, Problem> {
    let file = workbook(headers, lines).map_err(Problem::unexpected)?;
    let sheet = read(file.into(), kind).await?;
    let params: NewImportParams = from_json(json!({ "kind": kind, "file_name": file_name }))?;
    Ok(bring_in(connection, acting, (&params, None), &sheet).await?.id)
}

fn workbook(headers: &[&str], lines: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(headers) {
        sheet.write(0, column, *header)?;
    }
    for (row, line) in (1..).zip(lines) {
        for (column, cell) in (0..).zip(line) {
            sheet.write(row, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}
