//! Each time a claim was put before the reviewers: at first, again after it was mended, and by appeal.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::claims::Claim;
use linli_domain::ids::{ClaimId, CommunityId, UserId};
use uuid::Uuid;

use crate::schema::claim_rounds;
use crate::{Connection, Result};

/// Stores who put a claim before the reviewers in the round that it is in.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_round(
    connection: &mut Connection,
    community: CommunityId,
    claim: &Claim,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<()> {
    let row = (
        claim_rounds::community_id.eq(community.uuid()),
        claim_rounds::claim_id.eq(claim.id.uuid()),
        claim_rounds::round.eq(claim.round),
        claim_rounds::submitted_by.eq(by.uuid()),
        claim_rounds::submitted_at.eq(at),
    );
    diesel::insert_into(claim_rounds::table).values(row).execute(connection).await?;
    Ok(())
}

/// Who has put a claim before the reviewers.
///
/// # Errors
/// If the data base does not answer.
pub async fn submitters(
    connection: &mut Connection,
    community: CommunityId,
    claim: ClaimId,
) -> Result<BTreeSet<UserId>> {
    let of_claim =
        claim_rounds::community_id.eq(community.uuid()).and(claim_rounds::claim_id.eq(claim.uuid()));
    let found: Vec<Uuid> =
        claim_rounds::table.filter(of_claim).select(claim_rounds::submitted_by).load(connection).await?;
    Ok(found.into_iter().map(UserId::new).collect())
}

/// Since when these claims have been in the round that they are in.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn latest(
    connection: &mut Connection,
    community: CommunityId,
    claims: &[Uuid],
) -> Result<BTreeMap<Uuid, DateTime<Utc>>> {
    let of_claims =
        claim_rounds::community_id.eq(community.uuid()).and(claim_rounds::claim_id.eq_any(claims.to_vec()));
    let found: Vec<(Uuid, DateTime<Utc>)> = claim_rounds::table
        .filter(of_claims)
        .order((claim_rounds::claim_id, claim_rounds::round))
        .select((claim_rounds::claim_id, claim_rounds::submitted_at))
        .load(connection)
        .await?;
    Ok(found.into_iter().collect())
}
