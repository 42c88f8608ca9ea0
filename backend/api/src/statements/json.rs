//! Statements as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::statements::Standing;
use linli_domain::calendar::Month;
use linli_domain::ids::{PartnerId, StatementId, StatementLineId, StoreId, UserId};
use linli_domain::money::Fen;
use linli_domain::points::Points;
use linli_domain::statements::{LineKind, StatementLine, StatementState, StatementTotals};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Reason};
use crate::paging::ListOf;

/// A month that is to be closed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStatement {
    /// The month.
    pub month: Month,
}

/// Lines of a statement.
pub type LineIds = Many<StatementLineId, 0, 200>;

/// Why a partner does not agree to a statement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDispute {
    /// What is wrong.
    pub reason: Reason,
    /// The lines it is about; none if it is about what is missing, or about all.
    pub line_ids: Option<LineIds>,
}

/// What the desk says to a dispute.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSettlement {
    /// What came of it; the partner reads it.
    pub note: Reason,
}

/// What the lines of a statement add up to, without those that were undone.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementTotals)]
pub struct TotalsJson {
    /// How many confirmations stand.
    pub confirmations: i64,
    /// How many corrections there are.
    pub corrections: i64,
    /// What the bills came to, in fen.
    pub bill_fen: Fen,
    /// What was taken off the bills, in fen.
    pub discount_fen: Fen,
    /// What residents paid in points.
    pub points: Points,
}

impl From<StatementTotals> for TotalsJson {
    fn from(totals: StatementTotals) -> Self {
        Self {
            confirmations: totals.confirmations,
            corrections: totals.corrections,
            bill_fen: totals.bill,
            discount_fen: totals.discount,
            points: totals.points,
        }
    }
}

/// The statement of a store for a month.
#[derive(Serialize, ToSchema)]
#[schema(as = Statement)]
pub struct StatementJson {
    /// The identifier; none while the month is open.
    pub id: Option<StatementId>,
    /// The store.
    pub store_id: StoreId,
    /// Its name.
    pub store_name: String,
    /// Its partner.
    pub partner_id: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// The month.
    pub month: Month,
    /// Where it stands.
    pub state: StatementState,
    /// What its lines add up to.
    pub totals: TotalsJson,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// By whom; nobody if by the program.
    pub closed_by: Option<UserId>,
    /// When the partner agreed or disputed.
    pub answered_at: Option<DateTime<Utc>>,
    /// Who did.
    pub answered_by: Option<UserId>,
    /// Why the partner does not agree.
    pub dispute: Option<String>,
    /// When the dispute was settled.
    pub settled_at: Option<DateTime<Utc>>,
    /// By whom.
    pub settled_by: Option<UserId>,
    /// What came of it.
    pub settlement: Option<String>,
}

impl StatementJson {
    /// A statement of a month with these totals.
    pub fn new(standing: &Standing, month: Month, totals: StatementTotals) -> Self {
        let closed = standing.statement.as_ref();
        let answer = closed.and_then(|closed| closed.answer.as_ref());
        let settlement = closed.and_then(|closed| closed.settlement.as_ref());
        Self {
            id: closed.map(|closed| closed.id),
            store_id: standing.store,
            store_name: standing.store_name.clone(),
            partner_id: standing.partner,
            partner_name: standing.partner_name.clone(),
            month,
            state: closed.map_or(StatementState::Open, |closed| closed.state),
            totals: totals.into(),
            closed_at: closed.map(|closed| closed.closed_at),
            closed_by: closed.and_then(|closed| closed.closed_by),
            answered_at: answer.map(|answer| answer.at),
            answered_by: answer.map(|answer| answer.by),
            dispute: answer.and_then(|answer| answer.dispute.clone()),
            settled_at: settlement.map(|settlement| settlement.at),
            settled_by: settlement.map(|settlement| settlement.by),
            settlement: settlement.map(|settlement| settlement.note.clone()),
        }
    }
}

/// A closed statement with the lines that are disputed.
#[derive(Serialize, ToSchema)]
pub struct StatementWithDispute {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementJson,
    /// The lines that the partner named.
    pub disputed_lines: Vec<StatementLineId>,
}

/// A line of a statement.
#[derive(Serialize, ToSchema)]
#[schema(as = StatementLine)]
pub struct LineJson {
    /// The identifier of the confirmation or of the correction.
    pub id: StatementLineId,
    /// What it is about.
    pub kind: LineKind,
    /// When.
    pub at: DateTime<Utc>,
    /// The voucher's code, but for its last four signs masked.
    pub code: String,
    /// What the offer was called.
    pub offer_title: String,
    /// What the bill came to; negative in a correction.
    pub bill_fen: Fen,
    /// So much off; negative in a correction.
    pub discount_fen: Fen,
    /// What the resident paid in points; negative in a correction.
    pub points: Points,
    /// Who did it.
    pub cashier_id: UserId,
    /// That person's name.
    pub cashier_name: String,
    /// When it was undone; then it does not count.
    pub undone_at: Option<DateTime<Utc>>,
}

impl From<StatementLine> for LineJson {
    fn from(line: StatementLine) -> Self {
        Self {
            id: line.id,
            kind: line.kind,
            at: line.at,
            code: line.code,
            offer_title: line.offer_title,
            bill_fen: line.bill,
            discount_fen: line.discount,
            points: line.points,
            cashier_id: line.cashier,
            cashier_name: line.cashier_name,
            undone_at: line.undone_at,
        }
    }
}

/// What was confirmed in a store in a day or a month, line by line.
#[derive(Serialize, ToSchema)]
pub struct StoreStatement {
    /// The store.
    pub store_id: StoreId,
    /// Its name.
    pub store_name: String,
    /// Its partner.
    pub partner_id: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// The month, or that of the day.
    pub month: Month,
    /// The day, if one was asked for.
    pub day: Option<NaiveDate>,
    /// Where the statement of the month stands.
    pub state: StatementState,
    /// The statement of the month; none while it is open.
    pub statement_id: Option<StatementId>,
    /// What the lines add up to, on every page alike.
    pub totals: TotalsJson,
    /// The lines in the order of time, with those that were undone, and where the next page begins.
    #[serde(flatten)]
    pub list: ListOf<LineJson>,
}

impl StoreStatement {
    /// A page of the lines of a store, which add up to `totals` in all.
    pub fn new(
        standing: &Standing,
        (month, day): (Month, Option<NaiveDate>),
        totals: StatementTotals,
        list: ListOf<LineJson>,
    ) -> Self {
        let closed = standing.statement.as_ref();
        Self {
            store_id: standing.store,
            store_name: standing.store_name.clone(),
            partner_id: standing.partner,
            partner_name: standing.partner_name.clone(),
            month,
            day,
            state: closed.map_or(StatementState::Open, |closed| closed.state),
            statement_id: closed.map(|closed| closed.id),
            totals: totals.into(),
            list,
        }
    }
}
