//! The lines of a sheet, and what their cells say.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::{Column, Fault, Wrong};
use crate::codes::Code;
use crate::residents::{Phone, check_birth_year};

/// What is longer than this is too long for every column: a reader needs to keep no more signs of a cell.
pub const LONGEST: usize = 101;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number, as a sheet has them.
    Number(f64),
    /// A day.
    Day(NaiveDate),
    /// Anything else: a truth value, an error.
    Other,
}

/// A line below the headers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// The row as Excel numbers it.
    pub row: u32,
    /// The cells in which something stands.
    pub cells: BTreeMap<Column, Cell>,
}

/// Reads the cells of a line one by one, and notes what is wrong with them.
pub(super) struct Reading<'a> {
    line: &'a Line,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Reading<'a> {
    pub(super) const fn of(line: &'a Line, faults: &'a mut Vec<Fault>) -> Self {
        Self { line, faults }
    }

    pub(super) fn wrong(&mut self, column: Column, what: Wrong) {
        self.faults.push(Fault::at(self.line.row, column, what));
    }

    /// What stands in a cell as text: a number without decimals, a day as it is written; none if the cell is empty.
    fn typed(&mut self, column: Column) -> Option<String> {
        let typed = match self.line.cells.get(&column)? {
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Other => {
                self.wrong(column, Wrong::Unreadable);
                return None;
            }
        };
        (!typed.is_empty()).then_some(typed)
    }

    /// A text of at most so many signs.
    pub(super) fn text(&mut self, column: Column, most: usize) -> Option<String> {
        let text = self.typed(column)?;
        let wrong = if text.chars().any(char::is_control) {
            Some(Wrong::ControlSigns)
        } else {
            (text.chars().count() > most).then_some(Wrong::TooLong { most })
        };
        match wrong {
            Some(wrong) => {
                self.wrong(column, wrong);
                None
            }
            None => Some(text),
        }
    }

    /// A text that the line cannot do without.
    pub(super) fn needed(&mut self, column: Column, most: usize) -> Option<String> {
        if !self.line.cells.contains_key(&column) || self.is_blank(column) {
            self.wrong(column, Wrong::Required);
            return None;
        }
        self.text(column, most)
    }

    fn is_blank(&self, column: Column) -> bool {
        matches!(self.line.cells.get(&column), Some(Cell::Text(text)) if text.trim().is_empty())
    }

    fn parsed<T: FromStr>(&mut self, column: Column, otherwise: Wrong) -> Option<T> {
        let typed = self.typed(column)?;
        let parsed = typed.parse().ok();
        if parsed.is_none() {
            self.wrong(column, otherwise);
        }
        parsed
    }

    pub(super) fn phone(&mut self) -> Option<Phone> {
        self.parsed(Column::Phone, Wrong::NotAPhone)
    }

    pub(super) fn card(&mut self) -> Option<Code> {
        self.parsed(Column::CardCode, Wrong::NotACard)
    }

    pub(super) fn birth_year(&mut self, today: NaiveDate) -> Option<i32> {
        let year = self.parsed::<i32>(Column::BirthYear, Wrong::NotAYear)?;
        if !(1900..=2200).contains(&year) {
            self.wrong(Column::BirthYear, Wrong::NotAYear);
            return None;
        }
        if check_birth_year(year, today).is_err() {
            self.wrong(Column::BirthYear, Wrong::YearAhead { this_year: today.year() });
            return None;
        }
        Some(year)
    }

    /// A whole number that the line cannot do without.
    pub(super) fn whole(&mut self, column: Column, (least, most): (i64, i64)) -> Option<i64> {
        if !self.line.cells.contains_key(&column) || self.is_blank(column) {
            self.wrong(column, Wrong::Required);
            return None;
        }
        let wrong = Wrong::NotWhole { least, most };
        let number = self.parsed::<i64>(column, wrong.clone())?;
        if !(least..=most).contains(&number) {
            self.wrong(column, wrong);
            return None;
        }
        Some(number)
    }

    /// A day from today to the end of 2099: as a date of Excel, `2027-12-31` or `2027/12/31`.
    pub(super) fn day_to_come(&mut self, column: Column, today: NaiveDate) -> Option<NaiveDate> {
        let day = match self.line.cells.get(&column)? {
            Cell::Day(day) => Some(*day),
            Cell::Text(text) if text.trim().is_empty() => return None,
            Cell::Text(text) => text.trim().replace(['/', '.'], "-").parse().ok(),
            Cell::Number(_) | Cell::Other => None,
        };
        let Some(day) = day else {
            self.wrong(column, Wrong::NotADay);
            return None;
        };
        if day < today || day.year() > 2099 {
            self.wrong(column, Wrong::LapsedDay);
            return None;
        }
        Some(day)
    }
}
