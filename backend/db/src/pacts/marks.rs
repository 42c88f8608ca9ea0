//! What is recorded of households in a pact.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, QueryableByName};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HouseholdId, PactId, PactMarkId, ResidentId, UserId};
use linli_domain::pacts::{Mark, Pact};
use uuid::Uuid;

use crate::schema::{households, pact_marks};
use crate::{Connection, Result};

/// A mark with what its settlement needs.
#[derive(Debug, Clone)]
pub struct MarkAt {
    /// The mark.
    pub mark: Mark,
    /// The door of the household.
    pub door: String,
    /// Its representative.
    pub representative: Option<ResidentId>,
}

type MarkRow = ((Uuid, Uuid, bool, Option<String>, Uuid), String, Option<Uuid>);

/// What is recorded in a pact, in the order of the households.
///
/// # Errors
/// If the data base does not answer.
pub async fn marks(connection: &mut Connection, community: CommunityId, of: PactId) -> Result<Vec<MarkAt>> {
    let of_household = households::community_id
        .eq(pact_marks::community_id)
        .and(households::id.eq(pact_marks::household_id));
    let rows: Vec<MarkRow> = pact_marks::table
        .inner_join(households::table.on(of_household))
        .filter(pact_marks::community_id.eq(community.uuid()).and(pact_marks::pact_id.eq(of.uuid())))
        .order(pact_marks::household_id)
        .select((
            (
                pact_marks::id,
                pact_marks::household_id,
                pact_marks::kept,
                pact_marks::note,
                pact_marks::recorded_by,
            ),
            households::door,
            households::representative_id,
        ))
        .load(connection)
        .await?;
    let whole = |((id, household, kept, note, recorded_by), door, representative): MarkRow| {
        let (id, household) = (PactMarkId::new(id), HouseholdId::new(household));
        let mark = Mark { id, household, kept, note, recorded_by: UserId::new(recorded_by) };
        MarkAt { mark, door, representative: representative.map(ResidentId::new) }
    };
    Ok(rows.into_iter().map(whole).collect())
}

/// Who records the same household for the same month elsewhere at this moment is waited for.
const RECORD: &str = "INSERT INTO pact_marks \
         (community_id, id, pact_id, month, household_id, kept, note, recorded_by, recorded_at, on_behalf_of) \
     SELECT $1, x.id, $2, $3, x.household_id, x.kept, x.note, x.recorded_by, $4, $5 \
     FROM unnest($6, $7, $8, $9, $10) AS x (id, household_id, recorded_by, kept, note) \
     ORDER BY x.household_id \
     ON CONFLICT (community_id, household_id, month) DO UPDATE SET kept = excluded.kept, note = excluded.note, \
         recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, on_behalf_of = excluded.on_behalf_of \
     WHERE pact_marks.pact_id = excluded.pact_id \
     RETURNING household_id";

#[derive(QueryableByName)]
struct Recorded {
    #[diesel(sql_type = SqlUuid)]
    household_id: Uuid,
}

/// Stores what was recorded of households in a locked pact, in place of what was recorded before; answers which of them have
/// a mark for that month in another pact, and keep that.
///
/// # Errors
/// If the data base does not answer.
pub async fn record(
    connection: &mut Connection,
    community: CommunityId,
    pact: &Pact,
    new: &[Mark],
    (now, on_behalf_of): (DateTime<Utc>, Option<ResidentId>),
) -> Result<Vec<HouseholdId>> {
    let of_each = |mark: &Mark| (mark.id.uuid(), mark.household.uuid(), mark.recorded_by.uuid());
    let (ids, households, recorders): (Vec<_>, Vec<_>, Vec<_>) = new.iter().map(of_each).collect();
    let (kept, notes): (Vec<bool>, Vec<Option<&str>>) =
        new.iter().map(|mark| (mark.kept, mark.note.as_deref())).unzip();
    let stored: Vec<Recorded> = diesel::sql_query(RECORD)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(pact.id.uuid())
        .bind::<Date, _>(pact.month.first_day())
        .bind::<Timestamptz, _>(now)
        .bind::<Nullable<SqlUuid>, _>(on_behalf_of.map(ResidentId::uuid))
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<SqlUuid>, _>(households)
        .bind::<Array<SqlUuid>, _>(recorders)
        .bind::<Array<Bool>, _>(kept)
        .bind::<Array<Nullable<Text>>, _>(notes)
        .load(connection)
        .await?;
    let stored: BTreeSet<Uuid> = stored.into_iter().map(|row| row.household_id).collect();
    let elsewhere = new.iter().map(|mark| mark.household).filter(|one| !stored.contains(&one.uuid()));
    Ok(elsewhere.collect())
}

/// Takes the marks of households out of a locked pact.
///
/// # Errors
/// If the data base does not answer.
pub async fn take_out(
    connection: &mut Connection,
    community: CommunityId,
    pact: PactId,
    of: &[HouseholdId],
) -> Result<()> {
    let of: Vec<Uuid> = of.iter().map(|household| household.uuid()).collect();
    let marks = pact_marks::table
        .filter(pact_marks::community_id.eq(community.uuid()).and(pact_marks::pact_id.eq(pact.uuid())))
        .filter(pact_marks::household_id.eq_any(of));
    diesel::delete(marks).execute(connection).await?;
    Ok(())
}
