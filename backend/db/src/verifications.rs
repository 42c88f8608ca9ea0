//! Verifications: what came of recomputing everything. The rows stay as they are.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::max;
use diesel::{ExpressionMethods, Insertable, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, VerificationId};
use linli_domain::verifications::{Drift, Verification};
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, to_json};
use crate::names::{Names, Thing};
use crate::schema::verifications;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = verifications, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    began_at: DateTime<Utc>,
    took_ms: i64,
    rows: i64,
    drift: i64,
    differences: Value,
    night: Option<NaiveDate>,
}

impl Row {
    fn read(self) -> Result<Verification> {
        Ok(Verification {
            id: VerificationId::new(self.id),
            began_at: self.began_at,
            took_ms: self.took_ms,
            rows: self.rows,
            drift: self.drift,
            differences: from_json(self.differences)?,
            night: self.night,
        })
    }
}

/// Stores a verification.
///
/// # Errors
/// If the data base does not answer, or the night has one.
pub async fn insert(connection: &mut Connection, community: CommunityId, one: &Verification) -> Result<()> {
    let row = Row {
        community_id: community.uuid(),
        id: one.id.uuid(),
        began_at: one.began_at,
        took_ms: one.took_ms,
        rows: one.rows,
        drift: one.drift,
        differences: to_json(&one.differences)?,
        night: one.night,
    };
    diesel::insert_into(verifications::table).values(row).execute(connection).await?;
    Ok(())
}

/// The last night that has a verification.
///
/// Decide upon it only while the community is locked ([`crate::communities::lock`]): another process may be at it.
///
/// # Errors
/// If the data base does not answer.
pub async fn last_night(connection: &mut Connection, community: CommunityId) -> Result<Option<NaiveDate>> {
    let of_community = verifications::table.filter(verifications::community_id.eq(community.uuid()));
    Ok(of_community.select(max(verifications::night)).first(connection).await?)
}

/// A verification with the names of the rows whose figures differ.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The verification.
    pub verification: Verification,
    /// What the rows of its differences are called, one for each, as far as they have a name.
    pub names: Vec<Option<String>>,
}

/// The verifications of a community, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    slice: &Slice,
) -> Result<Page<Listed>> {
    let mut query = verifications::table
        .filter(verifications::community_id.eq(community.uuid()))
        .order(verifications::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = slice.after {
        query = query.filter(verifications::id.lt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    let page = slice.page(rows, |row| row.id).try_map(Row::read)?;
    let things = page.items.iter().flat_map(|one| one.differences.iter().map(thing));
    let names = Names::of(connection, community, things).await?;
    page.try_map(|verification| {
        let names = verification.differences.iter().map(|drift| names.get(&thing(drift))).collect();
        Ok(Listed { verification, names })
    })
}

/// The thing that a figure is about, by the first word of the figure; wallets and lots are accounts.
fn thing(drift: &Drift) -> Thing {
    let about = drift.figure.split_once('.').map_or(drift.figure.as_str(), |(about, _)| about);
    let kind = if matches!(about, "wallet" | "lot") { "account" } else { about };
    (kind.to_owned(), drift.id)
}
