//! Posting: one call, one round trip, one or a thousand transfers, a status for each.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::sql_types::{self, Array, Jsonb, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HoldId, ResidentId, RulebookId, TransferId, UserId};
use linli_domain::ledger::{Explanation, Hold, Parts, Posting, PostingStatus, Side};
use serde::Serialize;
use uuid::Uuid;

use super::accounts::WALLET;
use crate::error::{read, to_json};
use crate::{Connection, Result};

#[diesel::declare_sql_function]
extern "SQL" {
    /// See the migration.
    fn post_transfers(community: SqlUuid, now: Timestamptz, postings: Jsonb) -> Array<sql_types::Text>;
    /// See the migration.
    fn place_holds(community: SqlUuid, now: Timestamptz, holds: Jsonb) -> Array<sql_types::Text>;
    /// See the migration.
    fn release_holds(community: SqlUuid, now: Timestamptz, holds: Array<SqlUuid>) -> Array<sql_types::Text>;
}

#[derive(Serialize)]
struct PostingRow<'a> {
    id: TransferId,
    code: String,
    debit_kind: String,
    debit_owner: Uuid,
    credit_kind: String,
    credit_owner: Uuid,
    amount: i64,
    parts: &'a Parts,
    cause_kind: String,
    cause_id: Uuid,
    rulebook_id: Option<RulebookId>,
    rule_code: Option<&'a str>,
    deed_on: Option<NaiveDate>,
    hold_id: Option<HoldId>,
    reverses_id: Option<TransferId>,
    explanation: &'a Explanation,
    actor_id: Option<UserId>,
    on_behalf_of: Option<ResidentId>,
}

#[derive(Serialize)]
struct HoldRow<'a> {
    id: HoldId,
    owner: ResidentId,
    amount: i64,
    parts: &'a Parts,
    cause_kind: String,
    cause_id: Uuid,
}

/// Posts transfers in the caller's transaction; the statuses come in the order of the postings.
///
/// A refused posting leaves no trace and does not hinder the others; whether the transaction goes on is the caller's
/// decision.
///
/// # Errors
/// If the data base does not answer, or a posting breaks an invariant that is not a status.
pub async fn post(
    connection: &mut Connection,
    community: CommunityId,
    postings: &[Posting],
    now: DateTime<Utc>,
) -> Result<Vec<PostingStatus>> {
    if postings.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<PostingRow<'_>> = postings.iter().map(|posting| posting_row(community, posting)).collect();
    let call = diesel::select(post_transfers(community.uuid(), now, to_json(&rows)?));
    statuses(call.get_result(connection).await?)
}

/// Holds points of wallets in the caller's transaction; the statuses come in their order.
///
/// # Errors
/// If the data base does not answer.
pub async fn hold(
    connection: &mut Connection,
    community: CommunityId,
    holds: &[Hold],
    now: DateTime<Utc>,
) -> Result<Vec<PostingStatus>> {
    let rows: Vec<HoldRow<'_>> = holds.iter().map(hold_row).collect();
    let call = diesel::select(place_holds(community.uuid(), now, to_json(&rows)?));
    statuses(call.get_result(connection).await?)
}

/// Gives held points back in the caller's transaction; the statuses come in the order of the holds.
///
/// # Errors
/// If the data base does not answer.
pub async fn release(
    connection: &mut Connection,
    community: CommunityId,
    holds: &[HoldId],
    now: DateTime<Utc>,
) -> Result<Vec<PostingStatus>> {
    let ids: Vec<Uuid> = holds.iter().map(|hold| hold.uuid()).collect();
    let call = diesel::select(release_holds(community.uuid(), now, ids));
    statuses(call.get_result(connection).await?)
}

fn posting_row(community: CommunityId, posting: &Posting) -> PostingRow<'_> {
    let (debit_kind, debit_owner) = account(community, posting.debit);
    let (credit_kind, credit_owner) = account(community, posting.credit);
    let rule = posting.rule.as_ref();
    PostingRow {
        id: posting.id,
        code: posting.code.to_string(),
        debit_kind,
        debit_owner,
        credit_kind,
        credit_owner,
        amount: posting.parts.total().get(),
        parts: &posting.parts,
        cause_kind: posting.cause.kind.to_string(),
        cause_id: posting.cause.id,
        rulebook_id: rule.map(|(rulebook, _, _)| *rulebook),
        rule_code: rule.map(|(_, code, _)| code.as_str()),
        deed_on: rule.map(|(_, _, on)| *on),
        hold_id: posting.hold,
        reverses_id: posting.reverses,
        explanation: &posting.explanation,
        actor_id: posting.actor,
        on_behalf_of: posting.on_behalf_of,
    }
}

fn hold_row(hold: &Hold) -> HoldRow<'_> {
    HoldRow {
        id: hold.id,
        owner: hold.resident,
        amount: hold.parts.total().get(),
        parts: &hold.parts,
        cause_kind: hold.cause.kind.to_string(),
        cause_id: hold.cause.id,
    }
}

fn account(community: CommunityId, side: Side) -> (String, Uuid) {
    match side {
        Side::Wallet(resident) => (WALLET.to_owned(), resident.uuid()),
        Side::System(account) => (account.to_string(), community.uuid()),
    }
}

fn statuses(words: Vec<String>) -> Result<Vec<PostingStatus>> {
    words.iter().map(|word| read(word)).collect()
}
