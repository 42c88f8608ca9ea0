//! The lines of a workbook's first sheet, cell by cell: a cell far away does not make room for all that lies before it.

use std::io::Cursor;

use actix_web::web::Bytes;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, open_workbook_from_rs};
use linli_domain::imports::{Cell, Fault, ImportKind, LONGEST, Layout, Line};

use super::file::no_workbook;
use crate::problem::Problem;

/// The most lines of a sheet: a community with a margin.
const LINES: usize = 20_000;
/// The most columns that are looked at for a header.
const COLUMNS: u32 = 100;

/// What stands in a sheet, as far as it matters.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The lines below the headers.
    pub lines: Vec<Line>,
    /// What is wrong with the headers; there are no lines then.
    pub faults: Vec<Fault>,
}

/// Reads the first sheet: headers in the first row in which anything stands, and below it the lines in which something
/// stands that matters.
pub(super) fn read_sheet(file: Bytes, kind: ImportKind) -> Result<Sheet, Problem> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).map_err(|_| no_workbook())?;
    let name = workbook.sheet_names().into_iter().next().ok_or_else(no_workbook)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| no_workbook())?;
    let mut gathering = Gathering { kind, row: 0, headers: Vec::new(), layout: None, lines: Vec::new() };
    while let Some(found) = cells.next_cell().map_err(|_| no_workbook())? {
        let Some(cell) = cell(found.get_value()) else { continue };
        if let Err(stop) = gathering.add(found.get_position(), cell) {
            return stop.into_sheet();
        }
    }
    if gathering.layout.is_none()
        && !gathering.headers.is_empty()
        && let Err(faults) = gathering.find_columns()
    {
        return Ok(Sheet { lines: Vec::new(), faults });
    }
    if gathering.lines.is_empty() {
        return Err(Problem::field("rows", "表格中没有内容：第一个工作表应有表头，下面每行一条"));
    }
    Ok(Sheet { lines: gathering.lines, faults: Vec::new() })
}

struct Gathering {
    kind: ImportKind,
    /// The row of the last cell, counted from 1; 0 before the first.
    row: u32,
    headers: Vec<(u32, String)>,
    layout: Option<Layout>,
    lines: Vec<Line>,
}

/// Why no more is read.
enum Stop {
    Headers(Vec<Fault>),
    Refused(Problem),
}

impl Stop {
    fn into_sheet(self) -> Result<Sheet, Problem> {
        match self {
            Self::Headers(faults) => Ok(Sheet { lines: Vec::new(), faults }),
            Self::Refused(problem) => Err(problem),
        }
    }
}

impl Gathering {
    fn add(&mut self, (row, column): (u32, u32), cell: Cell) -> Result<(), Stop> {
        let row = row.saturating_add(1);
        if row < self.row {
            return Err(Stop::Refused(no_workbook()));
        }
        if self.layout.is_none() {
            if self.row == 0 || self.row == row {
                self.row = row;
                self.add_header(column, cell);
                return Ok(());
            }
            self.find_columns().map_err(Stop::Headers)?;
        }
        self.row = row;
        let Some(column) = self.layout.as_ref().and_then(|layout| layout.at(column)) else { return Ok(()) };
        if self.lines.last().is_none_or(|line| line.row != row) {
            if self.lines.len() == LINES {
                return Err(Stop::Refused(Problem::field("rows", format!("最多 {LINES} 行，请分几次导入"))));
            }
            self.lines.push(Line { row, ..Line::default() });
        }
        if let Some(line) = self.lines.last_mut() {
            line.cells.insert(column, cell);
        }
        Ok(())
    }

    fn add_header(&mut self, column: u32, cell: Cell) {
        if let Cell::Text(header) = cell
            && column < COLUMNS
        {
            self.headers.push((column, header));
        }
    }

    fn find_columns(&mut self) -> Result<(), Vec<Fault>> {
        self.layout = Some(Layout::of(self.kind, self.row, &self.headers)?);
        Ok(())
    }
}

/// What stands in a cell; none if nothing does.
fn cell(value: &DataRef<'_>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => shortened(text),
        DataRef::SharedString(text) => shortened(text),
        DataRef::Int(number) => Some(Cell::Text(number.to_string())),
        DataRef::Float(number) => Some(Cell::Number(*number)),
        DataRef::DateTime(moment) => Some(day(moment)),
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            Some(day.map_or(Cell::Other, Cell::Day))
        }
        DataRef::DurationIso(_) | DataRef::Bool(_) | DataRef::Error(_) => Some(Cell::Other),
    }
}

/// A text without the blanks around it, and not much longer than any column takes.
fn shortened(text: &str) -> Option<Cell> {
    let text = text.trim();
    (!text.is_empty()).then(|| Cell::Text(text.chars().take(LONGEST).collect()))
}

fn day(moment: &ExcelDateTime) -> Cell {
    moment.as_datetime().map_or(Cell::Other, |moment| Cell::Day(moment.date()))
}
