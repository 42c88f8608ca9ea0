//! Statements as workbooks: Chinese names, yuan as numbers, and no text that a spreadsheet would carry out.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use chrono_tz::Tz;
use linli_domain::ids::StoreId;
use linli_domain::money::Fen;
use linli_domain::statements::{LineKind, StatementLine, StatementState, StatementTotals};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::account::Account;
use crate::problem::Problem;
use crate::workbook::{self, float, head, local, write_whole};

const SUMMARY: [&str; 8] =
    ["合伙人", "门店", "对账状态", "核销笔数", "更正笔数", "消费金额（元）", "优惠金额（元）", "积分"];
const LINES: [&str; 10] =
    ["时间", "门店", "类型", "券码", "优惠项目", "消费金额（元）", "优惠金额（元）", "积分", "店员", "状态"];

/// Makes the workbook of an account beside the requests, and answers it as a file.
///
/// # Errors
/// If it cannot be made.
pub(super) async fn send(
    account: Account,
    lines: Vec<StatementLine>,
    timezone: Tz,
) -> Result<HttpResponse, Problem> {
    let asked = account.asked;
    let period = asked.day.map_or_else(|| asked.month.to_string(), |day| day.to_string());
    workbook::send(&format!("statement-{period}"), move || make(&account, &lines, timezone)).await
}

fn make(account: &Account, lines: &[StatementLine], timezone: Tz) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    write_summary(book.add_worksheet(), account)?;
    let names = account.stores.iter().map(|(standing, _)| (standing.store, standing.store_name.as_str()));
    write_lines(book.add_worksheet(), (lines, &names.collect()), timezone)?;
    book.save_to_buffer()
}

fn write_summary(sheet: &mut Worksheet, account: &Account) -> Result<(), XlsxError> {
    head(sheet, ("汇总", &SUMMARY))?;
    let (mut row, mut all) = (0_u32, StatementTotals::default());
    for (standing, totals) in &account.stores {
        row = row.saturating_add(1);
        let state = standing.statement.as_ref().map_or(StatementState::Open, |closed| closed.state);
        sheet.write_string(row, 0, &standing.partner_name)?.write_string(row, 1, &standing.store_name)?;
        sheet.write_string(row, 2, word_of(state))?;
        write_totals(sheet, row, *totals)?;
        all = all.plus(*totals);
    }
    row = row.saturating_add(1);
    sheet.write_string(row, 0, "合计")?;
    write_totals(sheet, row, all)
}

fn write_totals(sheet: &mut Worksheet, row: u32, totals: StatementTotals) -> Result<(), XlsxError> {
    write_whole(sheet, (row, 3), totals.confirmations)?;
    write_whole(sheet, (row, 4), totals.corrections)?;
    write_yuan(sheet, (row, 5), totals.bill)?;
    write_yuan(sheet, (row, 6), totals.discount)?;
    write_whole(sheet, (row, 7), totals.points.get())
}

fn write_lines(
    sheet: &mut Worksheet,
    (lines, stores): (&[StatementLine], &BTreeMap<StoreId, &str>),
    timezone: Tz,
) -> Result<(), XlsxError> {
    head(sheet, ("明细", &LINES))?;
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    sheet.set_column_width(0, 20)?.set_column_width(4, 28)?;
    for (row, line) in (1_u32..).zip(lines) {
        sheet.write_datetime_with_format(row, 0, local(line.at, timezone)?, &moment)?;
        sheet.write_string(row, 1, stores.get(&line.store).copied().unwrap_or_default())?;
        sheet.write_string(row, 2, if line.kind == LineKind::Correction { "更正" } else { "核销" })?;
        // Written as strings, never by what they look like: what begins with = + - @ stays a text.
        sheet.write_string(row, 3, &line.code)?.write_string(row, 4, &line.offer_title)?;
        write_yuan(sheet, (row, 5), line.bill)?;
        write_yuan(sheet, (row, 6), line.discount)?;
        write_whole(sheet, (row, 7), line.points.get())?;
        sheet.write_string(row, 8, &line.cashier_name)?;
        sheet.write_string(row, 9, if line.undone_at.is_some() { "已撤销，不计入合计" } else { "有效" })?;
    }
    Ok(())
}

/// Yuan with two decimals. A spreadsheet knows only floating point: exact up to 45 billion yuan.
fn write_yuan(sheet: &mut Worksheet, (row, column): (u32, u16), amount: Fen) -> Result<(), XlsxError> {
    let format = Format::new().set_num_format("#,##0.00");
    sheet.write_number_with_format(row, column, float(amount.get()) / 100.0, &format).map(drop)
}

const fn word_of(state: StatementState) -> &'static str {
    match state {
        StatementState::Open => "未关账",
        StatementState::Closed => "已关账，待确认",
        StatementState::Agreed => "已确认",
        StatementState::Disputed => "有异议，待处理",
        StatementState::Settled => "异议已处理",
    }
}
