//! Residents as a workbook: the columns of the list, with the address in words.

use linli_db::residents::Address;
use linli_domain::residents::{Resident, ResidentState, masked_phone};
use rust_xlsxwriter::{Workbook, XlsxError};

use crate::workbook::{head, write_whole};

const COLUMNS: [&str; 9] = ["姓名", "手机", "出生年份", "网格", "小区", "楼栋", "门牌号", "卡号", "状态"];

/// A resident, and where.
pub(super) type Line = (Resident, Address);

/// The workbook, with one sheet.
pub(super) fn make(lines: &[Line]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    head(sheet, ("居民", &COLUMNS))?;
    for (row, (resident, address)) in (1_u32..).zip(lines) {
        let phone = resident.phone.as_ref().map(|phone| masked_phone(phone.as_str()));
        // Written as strings, never by what they look like: what begins with = + - @ stays a text.
        sheet.write_string(row, 0, &resident.name)?.write_string(row, 1, phone.unwrap_or_default())?;
        if let Some(year) = resident.birth_year {
            write_whole(sheet, (row, 2), year.into())?;
        }
        sheet.write_string(row, 3, &address.grid)?.write_string(row, 4, &address.estate)?;
        sheet.write_string(row, 5, &address.building)?.write_string(row, 6, &address.door)?;
        sheet.write_string(row, 7, resident.card.as_str())?;
        sheet.write_string(row, 8, word_of(resident.state))?;
    }
    book.save_to_buffer()
}

const fn word_of(state: ResidentState) -> &'static str {
    match state {
        ResidentState::Active => "在册",
        ResidentState::MovedOut => "已迁出",
        ResidentState::Deceased => "已故",
    }
}
