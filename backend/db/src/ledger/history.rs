//! Transfers as they were posted.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::OpenSpan;
use linli_domain::ids::{CommunityId, HoldId, ResidentId, RulebookId, TransferId, UserId};
use linli_domain::ledger::{Cause, CauseKind, Explanation, Parts, Side, SystemAccount, TransferCode};
use linli_domain::points::Points;
use serde_json::Value;
use uuid::Uuid;

use super::accounts::WALLET;
use crate::error::{from_json, read};
use crate::schema::{accounts, transfers};
use crate::{Connection, Page, Result, Slice};

diesel::alias!(accounts as debits: Debits, accounts as credits: Credits, transfers as undoings: Undoings);

/// A transfer as it was posted.
#[derive(Debug, Clone)]
pub struct Transfer {
    /// Its identifier; transfers are in the order of their identifiers.
    pub id: TransferId,
    /// What it is.
    pub code: TransferCode,
    /// Who gave.
    pub debit: Side,
    /// Who got.
    pub credit: Side,
    /// How much.
    pub amount: Points,
    /// Of which lots.
    pub parts: Parts,
    /// What caused it.
    pub cause: Cause,
    /// The rule book version it was decided by.
    pub rulebook: Option<RulebookId>,
    /// The rule that gave it.
    pub rule_code: Option<String>,
    /// The community's day of the deed.
    pub deed_on: Option<NaiveDate>,
    /// The hold that it captured.
    pub hold: Option<HoldId>,
    /// The transfer that it reverses.
    pub reverses: Option<TransferId>,
    /// The transfer that reverses it.
    pub reversed_by: Option<TransferId>,
    /// Why this figure.
    pub explanation: Explanation,
    /// Who did it; none if the program itself.
    pub actor: Option<UserId>,
    /// In whose place.
    pub on_behalf_of: Option<ResidentId>,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
}

impl Transfer {
    /// What the wallet of this resident gained; negative if it lost.
    pub fn gained_by(&self, resident: ResidentId) -> Points {
        let change = |side| if side == Side::Wallet(resident) { self.amount } else { Points::ZERO };
        change(self.credit).minus(change(self.debit))
    }
}

/// Which transfers are asked for.
#[derive(Debug, Clone, Default)]
pub struct TransferFilter {
    /// Those of this resident's wallet.
    pub resident: Option<ResidentId>,
    /// Those of this kind.
    pub code: Option<TransferCode>,
    /// Those with this cause.
    pub cause: Option<Uuid>,
    /// Those by the rule with this code, of whatever version.
    pub rule_code: Option<String>,
    /// Those that this person did.
    pub actor: Option<UserId>,
    /// Those posted from the first moment on, and before the second.
    pub span: OpenSpan,
}

/// The place of a transfer among the others: when it was posted, and which it is.
pub type TransferKey = (DateTime<Utc>, Uuid);

#[derive(diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = transfers, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    amount: i64,
    parts: Value,
    code: String,
    cause_kind: String,
    cause_id: Uuid,
    rulebook_id: Option<Uuid>,
    rule_code: Option<String>,
    deed_on: Option<NaiveDate>,
    hold_id: Option<Uuid>,
    reverses_id: Option<Uuid>,
    explanation: Value,
    actor_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    posted_at: DateTime<Utc>,
}

/// The kind and the owner of an account.
type Owner = (String, Uuid);

fn side((kind, owner): Owner) -> Result<Side> {
    if kind == WALLET {
        return Ok(Side::Wallet(ResidentId::new(owner)));
    }
    read::<SystemAccount>(&kind).map(Side::System)
}

fn transfer((row, debit, credit, reversed_by): (Row, Owner, Owner, Option<Uuid>)) -> Result<Transfer> {
    Ok(Transfer {
        id: TransferId::new(row.id),
        code: read(&row.code)?,
        debit: side(debit)?,
        credit: side(credit)?,
        amount: Points::new(row.amount),
        parts: from_json(row.parts)?,
        cause: Cause { kind: read::<CauseKind>(&row.cause_kind)?, id: row.cause_id },
        rulebook: row.rulebook_id.map(RulebookId::new),
        rule_code: row.rule_code,
        deed_on: row.deed_on,
        hold: row.hold_id.map(HoldId::new),
        reverses: row.reverses_id.map(TransferId::new),
        reversed_by: reversed_by.map(TransferId::new),
        explanation: from_json(row.explanation)?,
        actor: row.actor_id.map(UserId::new),
        on_behalf_of: row.on_behalf_of.map(ResidentId::new),
        posted_at: row.posted_at,
    })
}

/// Transfers with both their sides and the transfer that reverses them, if any.
macro_rules! whole_transfers {
    () => {
        transfers::table
            .inner_join(
                debits.on(debits
                    .field(accounts::community_id)
                    .eq(transfers::community_id)
                    .and(debits.field(accounts::id).eq(transfers::debit_account_id))),
            )
            .inner_join(
                credits.on(credits
                    .field(accounts::community_id)
                    .eq(transfers::community_id)
                    .and(credits.field(accounts::id).eq(transfers::credit_account_id))),
            )
            .left_join(
                undoings.on(undoings
                    .field(transfers::community_id)
                    .eq(transfers::community_id)
                    .and(undoings.field(transfers::reverses_id).eq(transfers::id.nullable()))),
            )
            .select((
                Row::as_select(),
                debits.fields((accounts::kind, accounts::owner_id)),
                credits.fields((accounts::kind, accounts::owner_id)),
                undoings.field(transfers::id).nullable(),
            ))
    };
}

/// The transfer with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_transfer(
    connection: &mut Connection,
    community: CommunityId,
    id: TransferId,
) -> Result<Option<Transfer>> {
    let found = whole_transfers!()
        .filter(transfers::community_id.eq(community.uuid()).and(transfers::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    found.map(transfer).transpose()
}

/// All transfers with this cause, the oldest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn caused_by(
    connection: &mut Connection,
    community: CommunityId,
    cause: Cause,
) -> Result<Vec<Transfer>> {
    let rows: Vec<(Row, Owner, Owner, Option<Uuid>)> = whole_transfers!()
        .filter(transfers::community_id.eq(community.uuid()).and(transfers::cause_id.eq(cause.id)))
        .order(transfers::id)
        .load(connection)
        .await?;
    rows.into_iter().map(transfer).collect()
}

/// The transfers of a community that a filter lets through, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn transfers(
    connection: &mut Connection,
    community: CommunityId,
    filter: &TransferFilter,
    slice: &Slice<TransferKey>,
) -> Result<Page<Transfer, TransferKey>> {
    let mut query = whole_transfers!()
        .filter(transfers::community_id.eq(community.uuid()))
        .order((transfers::posted_at.desc(), transfers::id.desc()))
        .limit(slice.probe())
        .into_boxed();
    if let Some(resident) = filter.resident {
        let wallet = wallet_of(connection, community, resident).await?;
        query =
            query.filter(transfers::debit_account_id.eq(wallet).or(transfers::credit_account_id.eq(wallet)));
    }
    if let Some(code) = filter.code {
        query = query.filter(transfers::code.eq(code.to_string()));
    }
    if let Some(cause) = filter.cause {
        query = query.filter(transfers::cause_id.eq(cause));
    }
    if let Some(rule_code) = &filter.rule_code {
        query = query.filter(transfers::rule_code.eq(rule_code));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(transfers::actor_id.eq(actor.uuid()));
    }
    if let Some(from) = filter.span.0 {
        query = query.filter(transfers::posted_at.ge(from));
    }
    if let Some(before) = filter.span.1 {
        query = query.filter(transfers::posted_at.lt(before));
    }
    if let Some((at, id)) = slice.after {
        // The first condition says nothing new: it is where the index begins.
        let same = transfers::posted_at.eq(at).and(transfers::id.lt(id));
        query = query.filter(transfers::posted_at.le(at)).filter(transfers::posted_at.lt(at).or(same));
    }
    let rows: Vec<(Row, Owner, Owner, Option<Uuid>)> = query.load(connection).await?;
    slice.page(rows, |(row, ..)| (row.posted_at, row.id)).try_map(transfer)
}

/// The account of a resident's wallet; no account at all if there is no such resident.
async fn wallet_of(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
) -> Result<Uuid> {
    let wallet = accounts::table
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq(resident.uuid()).and(accounts::kind.eq(WALLET)))
        .select(accounts::id)
        .first::<Uuid>(connection)
        .await
        .optional()?;
    Ok(wallet.unwrap_or_default())
}
