//! Statements 对账单: what was confirmed in a store in a month, closed once and then agreed to or disputed.

use chrono::{DateTime, Days, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::{Month, start_of};
use crate::communities::Community;
use crate::ids::{StatementId, StatementLineId, StoreId, UserId};
use crate::money::Fen;
use crate::points::Points;

/// For how many days of the next month a statement stays open, unless the community has settled otherwise.
pub const STATEMENT_DAYS: i32 = 5;

/// How many lines a workbook has at most: what a spreadsheet on an office computer opens without complaint.
pub const WORKBOOK_LINES: i64 = 20_000;

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum StatementState {
    /// The month goes on, or nobody has closed it: what it says may change.
    Open,
    /// It says what it says for ever, and waits for the partner.
    Closed,
    /// The partner agrees.
    Agreed,
    /// The partner disputes it, and waits for the desk.
    Disputed,
    /// The desk has answered the dispute.
    Settled,
}

/// What a line of a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum LineKind {
    /// A confirmation.
    Confirmation,
    /// What staff took back of an earlier confirmation: its figures are negative, and it stands in the month in which
    /// that was done.
    Correction,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// The identifier of what the line is about: the confirmation, or the correction.
    pub id: StatementLineId,
    /// The store.
    pub store: StoreId,
    /// What it is about.
    pub kind: LineKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The voucher's code, but for its last four signs masked.
    pub code: String,
    /// What the offer was called.
    pub offer_title: String,
    /// What the bill came to.
    pub bill: Fen,
    /// So much off.
    pub discount: Fen,
    /// What the resident spent.
    pub points: Points,
    /// Who did it.
    pub cashier: UserId,
    /// That person's name.
    pub cashier_name: String,
    /// When it was undone; then it does not count.
    pub undone_at: Option<DateTime<Utc>>,
}

/// What the lines of a statement add up to, without those that were undone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatementTotals {
    /// How many confirmations stand.
    pub confirmations: i64,
    /// How many corrections there are.
    pub corrections: i64,
    /// What the bills came to.
    pub bill: Fen,
    /// So much off.
    pub discount: Fen,
    /// What residents spent.
    pub points: Points,
}

impl StatementTotals {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            confirmations: self.confirmations.saturating_add(other.confirmations),
            corrections: self.corrections.saturating_add(other.corrections),
            bill: self.bill.plus(other.bill),
            discount: self.discount.plus(other.discount),
            points: self.points.plus(other.points),
        }
    }
}

/// What the partner says to a closed statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// Why it is wrong; none if the partner agrees.
    pub dispute: Option<String>,
}

/// What the desk says to a dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// What came of it.
    pub note: String,
}

/// The statement of a store for a month that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its identifier.
    pub id: StatementId,
    /// The store.
    pub store: StoreId,
    /// The month.
    pub month: Month,
    /// The moments between which the month lay; the second one is the next month's.
    pub span: (DateTime<Utc>, DateTime<Utc>),
    /// What its lines added up to.
    pub totals: StatementTotals,
    /// Where it stands.
    pub state: StatementState,
    /// When it was closed.
    pub closed_at: DateTime<Utc>,
    /// By whom; none if by the program, when its time had come.
    pub closed_by: Option<UserId>,
    /// What the partner said.
    pub answer: Option<Answer>,
    /// What the desk said to that.
    pub settlement: Option<Settlement>,
}

impl Community {
    /// From when on a month can be closed: when nothing in it can be undone any more.
    ///
    /// What is undone after midnight of the month's end belongs to the month of its confirmation.
    pub fn closable_at(&self, month: Month) -> DateTime<Utc> {
        self.settled_at(month.span(self.timezone).1)
    }

    /// From when on the program closes a month by itself.
    pub fn closes_at(&self, month: Month) -> DateTime<Utc> {
        let days = Days::new(u64::try_from(self.statement_days).unwrap_or_default());
        let first = month.next().first_day();
        let due = start_of(first.checked_add_days(days).unwrap_or(first), self.timezone);
        due.max(self.closable_at(month))
    }

    /// Whether a month can be closed now.
    ///
    /// # Errors
    /// [`Refusal::MonthNotClosable`].
    pub fn check_closable(&self, month: Month, now: DateTime<Utc>) -> Result<(), Refusal> {
        let closable_at = self.closable_at(month);
        if now < closable_at { Err(Refusal::MonthNotClosable { closable_at }) } else { Ok(()) }
    }

    /// The last month that the program has to close by now.
    pub fn last_due(&self, now: DateTime<Utc>) -> Month {
        let this = Month::of(self.day_of(now));
        let last = this.before(1);
        // The days are 28 at most, so that of two months before at least one is due.
        if self.closes_at(last) <= now { last } else { last.before(1) }
    }
}

impl Statement {
    /// The statement, with what the partner says to it. Once.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn answered(self, answer: Answer) -> Result<Self, Refusal> {
        self.check(StatementState::Closed)?;
        let state = if answer.dispute.is_some() { StatementState::Disputed } else { StatementState::Agreed };
        Ok(Self { state, answer: Some(answer), ..self })
    }

    /// The statement, with what the desk says to the dispute. Once, and by somebody else than who disputed it.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::OwnDispute`].
    pub fn settled(self, settlement: Settlement) -> Result<Self, Refusal> {
        self.check(StatementState::Disputed)?;
        if self.answer.as_ref().is_some_and(|answer| answer.by == settlement.by) {
            return Err(Refusal::OwnDispute);
        }
        Ok(Self { state: StatementState::Settled, settlement: Some(settlement), ..self })
    }

    fn check(&self, state: StatementState) -> Result<(), Refusal> {
        if self.state == state {
            return Ok(());
        }
        Err(Refusal::WrongState { state: self.state.to_string() })
    }
}

/// Whether so many lines go into a workbook.
///
/// # Errors
/// [`Refusal::ListTooLong`].
pub const fn check_workbook(lines: i64) -> Result<(), Refusal> {
    if lines > WORKBOOK_LINES {
        return Err(Refusal::ListTooLong { most: WORKBOOK_LINES });
    }
    Ok(())
}

#[cfg(test)]
#[path = "statements_tests.rs"]
mod tests;
