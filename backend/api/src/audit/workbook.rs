//! Lines of the audit log as a workbook: in Chinese words, with the codes beside them.

use chrono_tz::Tz;
use linli_db::audit::Listed;
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde_json::Value;

use super::words::words_of;
use crate::workbook::{head, local};

const COLUMNS: [&str; 12] = [
    "时间",
    "操作人",
    "代谁办理",
    "做了什么",
    "对象",
    "之前",
    "之后",
    "来自",
    "请求编号",
    "动作代码",
    "操作人编号",
    "对象编号",
];

/// What a cell of a spreadsheet takes.
const CELL: usize = 32_000;

/// What is said where nobody acted.
const PROGRAM: &str = "系统";

/// Makes the workbook.
///
/// # Errors
/// If it cannot be made.
pub(super) fn make(lines: &[Listed], timezone: Tz) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    head(sheet, ("操作记录", &COLUMNS))?;
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    sheet.set_column_width(0, 20)?.set_column_width(3, 24)?.set_column_width(4, 28)?;
    sheet.set_column_width(5, 40)?.set_column_width(6, 40)?;
    for (row, line) in (1_u32..).zip(lines) {
        sheet.write_datetime_with_format(row, 0, local(line.entry.at, timezone)?, &moment)?;
        for (column, text) in (1_u16..).zip(texts(line)) {
            sheet.write_string(row, column, text)?;
        }
    }
    book.save_to_buffer()
}

/// All columns but the first.
fn texts(line: &Listed) -> [String; 11] {
    let entry = &line.entry;
    let by_program = || if entry.actor.is_none() { PROGRAM.to_owned() } else { String::new() };
    let id = |id: Option<String>| id.unwrap_or_default();
    [
        line.actor_name.clone().unwrap_or_else(by_program),
        line.on_behalf_of_name.clone().unwrap_or_default(),
        words_of(&entry.action).to_owned(),
        line.subject_name.clone().unwrap_or_default(),
        cell(entry.before.as_ref()),
        cell(entry.after.as_ref()),
        entry.address.clone().unwrap_or_default(),
        id(entry.request.map(|request| request.to_string())),
        entry.action.clone(),
        id(entry.actor.map(|actor| actor.to_string())),
        entry.subject.to_string(),
    ]
}

/// A thing as it was, as far as a cell takes it.
fn cell(thing: Option<&Value>) -> String {
    let text = thing.map(Value::to_string).unwrap_or_default();
    if text.chars().count() <= CELL {
        return text;
    }
    text.chars().take(CELL).chain("…（太长，以操作记录为准）".chars()).collect()
}
