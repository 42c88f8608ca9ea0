//! The households of a building with what is recorded of them for a month.

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Bool, Date, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::{BuildingId, CommunityId, HouseholdId, ResidentId};
use linli_domain::pacts::Chosen;
use serde_json::Value;
use uuid::Uuid;

use crate::error::read;
use crate::roster::{Earnings, earnings};
use crate::{Connection, Page, Result, Slice};

/// A household of a building in a month.
#[derive(Debug, Clone)]
pub struct Line {
    /// The household.
    pub household: HouseholdId,
    /// Its door.
    pub door: String,
    /// Whether it kept the pact; none if nothing is recorded.
    pub kept: Option<bool>,
    /// What there is to say about it.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: Option<DateTime<Utc>>,
    /// The block head for whom the desk recorded it.
    pub on_behalf_of: Option<ResidentId>,
    /// Who gets what it earned, and why this one; none before the pact is settled.
    pub recipient: Option<(ResidentId, Chosen)>,
    /// What it earned; none before the pact is settled.
    pub earnings: Option<Earnings>,
    /// Whether that was taken back since.
    pub reversed: bool,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    door: String,
    #[diesel(sql_type = Nullable<Bool>)]
    kept: Option<bool>,
    #[diesel(sql_type = Nullable<Text>)]
    note: Option<String>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    recorded_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    on_behalf_of: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    resident_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    chosen: Option<String>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    no_award: Option<Value>,
    #[diesel(sql_type = Nullable<BigInt>)]
    amount: Option<i64>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    explanation: Option<Value>,
    #[diesel(sql_type = Bool)]
    reversed: bool,
}

impl Row {
    fn read(self) -> Result<Line> {
        let chosen = self.chosen.as_deref().map(read).transpose()?;
        Ok(Line {
            household: HouseholdId::new(self.id),
            door: self.door,
            kept: self.kept,
            note: self.note,
            recorded_at: self.recorded_at,
            on_behalf_of: self.on_behalf_of.map(ResidentId::new),
            recipient: self.resident_id.map(ResidentId::new).zip(chosen),
            earnings: earnings(self.amount.zip(self.explanation), self.no_award)?,
            reversed: self.reversed,
        })
    }
}

const LINES: &str = "SELECT h.id, h.door, m.kept, m.note, m.recorded_at, m.on_behalf_of, m.resident_id, m.chosen, m.no_award, \
         t.amount, t.explanation, EXISTS ( \
             SELECT FROM transfers r WHERE r.community_id = t.community_id AND r.reverses_id = t.id \
         ) AS reversed \
     FROM households h \
     LEFT JOIN pact_marks m ON m.community_id = h.community_id AND m.household_id = h.id AND m.month = $3 \
     LEFT JOIN transfers t ON t.community_id = m.community_id AND t.id = m.transfer_id \
     WHERE h.community_id = $1 AND h.building_id = $2 AND h.id > $4 \
     ORDER BY h.id LIMIT $5";

/// The households of a building with what is recorded of them for a month, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn lines(
    connection: &mut Connection,
    community: CommunityId,
    (building, month): (BuildingId, Month),
    slice: &Slice,
) -> Result<Page<Line>> {
    let rows: Vec<Row> = diesel::sql_query(LINES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(building.uuid())
        .bind::<Date, _>(month.first_day())
        .bind::<SqlUuid, _>(slice.after.unwrap_or_default())
        .bind::<BigInt, _>(slice.probe())
        .load(connection)
        .await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
