//! What residents earned lately: what caps are counted against.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::ledger::TransferCode;
use linli_domain::points::Points;
use linli_domain::rulebooks::Earned;
use uuid::Uuid;

use crate::ledger::accounts::WALLET;
use crate::schema::{accounts, transfers};
use crate::{Connection, Result};

diesel::alias!(transfers as reversals: Reversals);

/// What these residents earned for deeds since `since`, not counting what was reversed.
///
/// # Errors
/// If the data base does not answer.
pub async fn earned_since(
    connection: &mut Connection,
    community: CommunityId,
    of: &[ResidentId],
    since: NaiveDate,
) -> Result<BTreeMap<ResidentId, Vec<Earned>>> {
    let owners: Vec<Uuid> = of.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<(Uuid, Option<String>, Option<NaiveDate>, i64)> = accounts::table
        .inner_join(
            transfers::table.on(transfers::community_id
                .eq(accounts::community_id)
                .and(transfers::credit_account_id.eq(accounts::id))),
        )
        .left_join(
            reversals.on(reversals
                .field(transfers::community_id)
                .eq(transfers::community_id)
                .and(reversals.field(transfers::reverses_id).eq(transfers::id.nullable()))),
        )
        .filter(accounts::community_id.eq(community.uuid()))
        .filter(accounts::owner_id.eq_any(owners).and(accounts::kind.eq(WALLET)))
        .filter(transfers::code.eq(TransferCode::Earn.to_string()).and(transfers::deed_on.ge(since)))
        .filter(reversals.field(transfers::id).nullable().is_null())
        .select((accounts::owner_id, transfers::rule_code, transfers::deed_on, transfers::amount))
        .load(connection)
        .await?;
    let mut earned: BTreeMap<ResidentId, Vec<Earned>> = BTreeMap::new();
    for (owner, rule_code, on, points) in rows {
        if let (Some(rule_code), Some(on)) = (rule_code, on) {
            let of_resident = earned.entry(ResidentId::new(owner)).or_default();
            of_resident.push(Earned { rule_code, on, points: Points::new(points) });
        }
    }
    Ok(earned)
}
