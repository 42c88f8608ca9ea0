//! Transfers as they lie in their table.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::{exists, not, sql};
use diesel::expression::SqlLiteral;
use diesel::sql_types::Text;
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{AccountId, CommunityId, HoldId, ResidentId, RulebookId, TransferId, UserId};
use linli_domain::seals::TransferRecord;
use uuid::Uuid;

use super::BATCH;
use crate::schema::{sealed_transfers, transfers};
use crate::{Connection, Result};

#[derive(Queryable)]
struct Row {
    community_id: Uuid,
    id: Uuid,
    debit_account_id: Uuid,
    credit_account_id: Uuid,
    amount: i64,
    parts: String,
    code: String,
    cause_kind: String,
    cause_id: Uuid,
    rulebook_id: Option<Uuid>,
    rule_code: Option<String>,
    deed_on: Option<NaiveDate>,
    hold_id: Option<Uuid>,
    reverses_id: Option<Uuid>,
    explanation: String,
    actor_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    posted_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> TransferRecord {
        TransferRecord {
            community: CommunityId::new(self.community_id),
            id: TransferId::new(self.id),
            debit_account: AccountId::new(self.debit_account_id),
            credit_account: AccountId::new(self.credit_account_id),
            amount: self.amount,
            parts: self.parts,
            code: self.code,
            cause_kind: self.cause_kind,
            cause: self.cause_id,
            rulebook: self.rulebook_id.map(RulebookId::new),
            rule_code: self.rule_code,
            deed_on: self.deed_on,
            hold: self.hold_id.map(HoldId::new),
            reverses: self.reverses_id.map(TransferId::new),
            explanation: self.explanation,
            actor: self.actor_id.map(UserId::new),
            on_behalf_of: self.on_behalf_of.map(ResidentId::new),
            posted_at: self.posted_at,
        }
    }
}

/// A document as PostgreSQL writes it: the same for the same document, and no number of it read and written again.
fn written(column: &str) -> SqlLiteral<Text> {
    sql(&format!("transfers.{column}::text"))
}

/// All columns of the transfers of a community, in the order of [`Row`].
macro_rules! records {
    ($community:expr) => {
        transfers::table.filter(transfers::community_id.eq($community.uuid())).select((
            transfers::community_id,
            transfers::id,
            transfers::debit_account_id,
            transfers::credit_account_id,
            transfers::amount,
            written("parts"),
            transfers::code,
            transfers::cause_kind,
            transfers::cause_id,
            transfers::rulebook_id,
            transfers::rule_code,
            transfers::deed_on,
            transfers::hold_id,
            transfers::reverses_id,
            written("explanation"),
            transfers::actor_id,
            transfers::on_behalf_of,
            transfers::posted_at,
        ))
    };
}

/// Whether a transfer has no leaf.
macro_rules! without_leaf {
    () => {
        not(exists(
            sealed_transfers::table
                .filter(sealed_transfers::community_id.eq(transfers::community_id))
                .filter(sealed_transfers::transfer_id.eq(transfers::id)),
        ))
    };
}

/// The transfer with this id, as it lies in its table.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_record(
    connection: &mut Connection,
    community: CommunityId,
    id: TransferId,
) -> Result<Option<TransferRecord>> {
    Ok(records(connection, community, &[id]).await?.into_iter().next())
}

/// Those of these transfers that there are.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn records(
    connection: &mut Connection,
    community: CommunityId,
    ids: &[TransferId],
) -> Result<Vec<TransferRecord>> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Row> = records!(community).filter(transfers::id.eq_any(ids)).load(connection).await?;
    Ok(rows.into_iter().map(Row::read).collect())
}

/// Transfers without a leaf that were posted in a span of time, after another one, in the order of their identifiers, a
/// [`BATCH`] of them at most.
///
/// # Errors
/// If the data base does not answer.
pub async fn unsealed(
    connection: &mut Connection,
    community: CommunityId,
    (from, until): (Option<DateTime<Utc>>, DateTime<Utc>),
    after: Option<TransferId>,
) -> Result<Vec<TransferRecord>> {
    let mut query = records!(community)
        .filter(transfers::posted_at.lt(until).and(without_leaf!()))
        .order(transfers::id)
        .limit(BATCH)
        .into_boxed();
    if let Some(from) = from {
        query = query.filter(transfers::posted_at.ge(from));
    }
    if let Some(after) = after {
        query = query.filter(transfers::id.gt(after.uuid()));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    Ok(rows.into_iter().map(Row::read).collect())
}
