//! Statements of stores: closed months with their lines, and what was said to them.

mod close;
mod lines;
mod list;

pub use close::{due, freeze, hold_store};
pub use lines::{After, Period, Source, lines, totals};
pub use list::{Filter, Standing, find, list, of_month};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::{CommunityId, StatementId, StatementLineId, StoreId, UserId};
use linli_domain::money::Fen;
use linli_domain::points::Points;
use linli_domain::statements::{Answer, Settlement, Statement, StatementTotals};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{disputed_lines, statement_lines, statements};
use crate::{Connection, Result};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = statements, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    store_id: Uuid,
    month: NaiveDate,
    from_at: DateTime<Utc>,
    to_at: DateTime<Utc>,
    confirmations: i64,
    corrections: i64,
    bill_fen: i64,
    discount_fen: i64,
    points: i64,
    state: String,
    closed_at: DateTime<Utc>,
    closed_by: Option<Uuid>,
    answered_at: Option<DateTime<Utc>>,
    answered_by: Option<Uuid>,
    dispute: Option<String>,
    settled_at: Option<DateTime<Utc>>,
    settled_by: Option<Uuid>,
    settlement: Option<String>,
}

impl Row {
    fn of(community: CommunityId, statement: &Statement) -> Self {
        let (answer, settlement) = (statement.answer.as_ref(), statement.settlement.as_ref());
        Self {
            community_id: community.uuid(),
            id: statement.id.uuid(),
            store_id: statement.store.uuid(),
            month: statement.month.first_day(),
            from_at: statement.span.0,
            to_at: statement.span.1,
            confirmations: statement.totals.confirmations,
            corrections: statement.totals.corrections,
            bill_fen: statement.totals.bill.get(),
            discount_fen: statement.totals.discount.get(),
            points: statement.totals.points.get(),
            state: statement.state.to_string(),
            closed_at: statement.closed_at,
            closed_by: statement.closed_by.map(UserId::uuid),
            answered_at: answer.map(|answer| answer.at),
            answered_by: answer.map(|answer| answer.by.uuid()),
            dispute: answer.and_then(|answer| answer.dispute.clone()),
            settled_at: settlement.map(|settlement| settlement.at),
            settled_by: settlement.map(|settlement| settlement.by.uuid()),
            settlement: settlement.map(|settlement| settlement.note.clone()),
        }
    }

    fn read(self) -> Result<Statement> {
        let answered = self.answered_by.map(UserId::new).zip(self.answered_at);
        let settled = self.settled_by.map(UserId::new).zip(self.settled_at).zip(self.settlement);
        Ok(Statement {
            id: StatementId::new(self.id),
            store: StoreId::new(self.store_id),
            month: Month::of(self.month),
            span: (self.from_at, self.to_at),
            totals: StatementTotals {
                confirmations: self.confirmations,
                corrections: self.corrections,
                bill: Fen::new(self.bill_fen),
                discount: Fen::new(self.discount_fen),
                points: Points::new(self.points),
            },
            state: read(&self.state)?,
            closed_at: self.closed_at,
            closed_by: self.closed_by.map(UserId::new),
            answer: answered.map(|(by, at)| Answer { by, at, dispute: self.dispute }),
            settlement: settled.map(|((by, at), note)| Settlement { by, at, note }),
        })
    }
}

/// Stores a statement, after its lines.
///
/// # Errors
/// If the data base does not answer, or the month of the store is closed.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    statement: &Statement,
) -> Result<()> {
    diesel::insert_into(statements::table).values(Row::of(community, statement)).execute(connection).await?;
    Ok(())
}

/// Stores where a statement stands, and what was said to it.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(
    connection: &mut Connection,
    community: CommunityId,
    statement: &Statement,
) -> Result<()> {
    let row = Row::of(community, statement);
    diesel::update(statements::table.find((community.uuid(), statement.id.uuid())))
        .set((
            statements::state.eq(row.state),
            statements::answered_at.eq(row.answered_at),
            statements::answered_by.eq(row.answered_by),
            statements::dispute.eq(row.dispute),
            statements::settled_at.eq(row.settled_at),
            statements::settled_by.eq(row.settled_by),
            statements::settlement.eq(row.settlement),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The statement with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: StatementId,
) -> Result<Option<Statement>> {
    let row: Option<Row> = statements::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The statement of a store for a month, if it was closed.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_store(
    connection: &mut Connection,
    community: CommunityId,
    store: StoreId,
    month: Month,
) -> Result<Option<Statement>> {
    let of_store = statements::store_id.eq(store.uuid()).and(statements::month.eq(month.first_day()));
    let row: Option<Row> = statements::table
        .filter(statements::community_id.eq(community.uuid()).and(of_store))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Which of these are lines of a statement.
///
/// # Errors
/// If the data base does not answer.
pub async fn its_lines(
    connection: &mut Connection,
    community: CommunityId,
    of: StatementId,
    among: &[StatementLineId],
) -> Result<Vec<StatementLineId>> {
    let among: Vec<Uuid> = among.iter().map(|line| line.uuid()).collect();
    let found: Vec<Uuid> = statement_lines::table
        .filter(statement_lines::community_id.eq(community.uuid()))
        .filter(statement_lines::statement_id.eq(of.uuid()).and(statement_lines::id.eq_any(among)))
        .select(statement_lines::id)
        .load(connection)
        .await?;
    Ok(found.into_iter().map(StatementLineId::new).collect())
}

/// Stores which lines of a statement are disputed.
///
/// # Errors
/// If the data base does not answer.
pub async fn dispute_lines(
    connection: &mut Connection,
    community: CommunityId,
    of: StatementId,
    lines: &[StatementLineId],
) -> Result<()> {
    let row = |line: &StatementLineId| {
        (
            disputed_lines::community_id.eq(community.uuid()),
            disputed_lines::line_id.eq(line.uuid()),
            disputed_lines::statement_id.eq(of.uuid()),
        )
    };
    let rows: Vec<_> = lines.iter().map(row).collect();
    diesel::insert_into(disputed_lines::table).values(rows).execute(connection).await?;
    Ok(())
}

/// The lines of a statement that are disputed.
///
/// # Errors
/// If the data base does not answer.
pub async fn disputed_lines(
    connection: &mut Connection,
    community: CommunityId,
    of: StatementId,
) -> Result<Vec<StatementLineId>> {
    let found: Vec<Uuid> = disputed_lines::table
        .filter(disputed_lines::community_id.eq(community.uuid()))
        .filter(disputed_lines::statement_id.eq(of.uuid()))
        .order(disputed_lines::line_id)
        .select(disputed_lines::line_id)
        .load(connection)
        .await?;
    Ok(found.into_iter().map(StatementLineId::new).collect())
}
