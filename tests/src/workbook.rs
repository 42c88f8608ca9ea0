//! Excel workbooks as staff send them.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

/// Their media type.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A workbook with one sheet of these rows, the same bytes whenever it is made; what looks like a number is one.
pub fn workbook<R: AsRef<[S]>, S: AsRef<str>>(rows: &[R]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2026, 1, 1).unwrap();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.as_ref()) {
            let text = cell.as_ref();
            match text.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, text).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}
