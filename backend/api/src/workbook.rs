//! Workbooks that are answered as files: Chinese columns, numbers as numbers, and texts written as strings, so that no spreadsheet
//! carries out what begins with = + - @.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::block;
use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use crate::problem::Problem;

/// The media type of a workbook.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes a workbook beside the requests, and answers it as a file with this name.
///
/// # Errors
/// If it cannot be made.
pub async fn send(
    name: &str,
    make: impl FnOnce() -> Result<Vec<u8>, XlsxError> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let made = block(make).await.map_err(Problem::unexpected)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, WORKBOOK))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.xlsx\"")))
        .body(made.map_err(Problem::unexpected)?))
}

/// Names a sheet, and writes the titles of its columns.
///
/// # Errors
/// If the sheet does not take them.
pub fn head(sheet: &mut Worksheet, (name, columns): (&str, &[&str])) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, title) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, column, *title, &bold)?.set_column_width(column, 16)?;
    }
    Ok(())
}

/// Writes a whole number.
///
/// # Errors
/// If the sheet does not take it.
pub fn write_whole(sheet: &mut Worksheet, (row, column): (u32, u16), number: i64) -> Result<(), XlsxError> {
    sheet.write_number(row, column, float(number)).map(drop)
}

/// A moment as the community's clocks showed it.
///
/// # Errors
/// If it is before 1900.
pub fn local(at: DateTime<Utc>, timezone: Tz) -> Result<ExcelDateTime, XlsxError> {
    let local = at.with_timezone(&timezone);
    let part = |part: u32| u16::try_from(part).unwrap_or_default();
    let small = |part: u32| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(local.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, small(local.month()), small(local.day()))?.and_hms(
        part(local.hour()),
        small(local.minute()),
        local.second(),
    )
}

/// A whole number as a spreadsheet has it.
#[expect(
    clippy::as_conversions,
    reason = "a spreadsheet has no whole numbers, and none of ours is near 2^53"
)]
#[expect(clippy::cast_precision_loss, reason = "the same")]
pub const fn float(number: i64) -> f64 {
    number as f64
}
