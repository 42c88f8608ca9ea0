//! Time that counts for residents already: in rosters, and in claims.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{Array, Bool, Nullable, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Span;
use linli_domain::ids::{ClaimId, CommunityId, ResidentId};
use uuid::Uuid;

use crate::{Connection, Result};

/// Which claims count beside the rosters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// All of them.
    AllClaims,
    /// All but this one.
    ClaimsBut(ClaimId),
    /// None.
    Nothing,
}

/// Of rosters, what is paid or will be; of claims, those that were not taken back or refused.
const COUNTED: &str = "SELECT x.resident_id, x.starts_at, x.starts_at + x.minutes * interval '1 minute' AS ends_at FROM ( \
         SELECT resident_id, began_at AS starts_at, minutes FROM claims \
         WHERE community_id = $1 AND resident_id = ANY ($2) AND state NOT IN ('withdrawn', 'refused') \
             AND id IS DISTINCT FROM $5 AND $6 \
         UNION ALL \
         SELECT a.resident_id, \
             greatest(s.starts_at, CASE WHEN a.source = 'automatic' THEN g.checked_in_at END), a.minutes \
         FROM attendances a \
         JOIN shifts s ON s.community_id = a.community_id AND s.id = a.shift_id AND s.starts_at < $4 AND s.ends_at > $3 \
         JOIN activities y ON y.community_id = s.community_id AND y.id = s.activity_id \
         LEFT JOIN signups g ON g.community_id = s.community_id AND g.shift_id = s.id \
             AND g.resident_id = a.resident_id AND g.state = 'signed_up' \
         WHERE a.community_id = $1 AND a.resident_id = ANY ($2) \
             AND (a.transfer_id IS NOT NULL OR y.state NOT IN ('settled', 'cancelled')) \
     ) x \
     WHERE x.minutes > 0 AND x.starts_at < $4 AND x.starts_at + x.minutes * interval '1 minute' > $3";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    resident_id: Uuid,
    #[diesel(sql_type = Timestamptz)]
    starts_at: DateTime<Utc>,
    #[diesel(sql_type = Timestamptz)]
    ends_at: DateTime<Utc>,
}

/// The time between two moments that counts for these residents already, in rosters and in what stands beside them. Whoever asks keeps them
/// from changing, so that two who ask at once do not both find nothing.
///
/// # Errors
/// If the data base does not answer.
pub async fn counted(
    connection: &mut Connection,
    community: CommunityId,
    (residents, beside): (&[ResidentId], Beside),
    (from, to): Span,
) -> Result<BTreeMap<ResidentId, Vec<Span>>> {
    let but = match beside {
        Beside::ClaimsBut(claim) => Some(claim),
        Beside::AllClaims | Beside::Nothing => None,
    };
    let residents: Vec<Uuid> = residents.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<Row> = diesel::sql_query(COUNTED)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(residents)
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .bind::<Nullable<SqlUuid>, _>(but.map(ClaimId::uuid))
        .bind::<Bool, _>(beside != Beside::Nothing)
        .load(connection)
        .await?;
    let mut counted: BTreeMap<ResidentId, Vec<Span>> = BTreeMap::new();
    for row in rows {
        let span = (row.starts_at, row.ends_at);
        counted.entry(ResidentId::new(row.resident_id)).or_default().push(span);
    }
    Ok(counted)
}
