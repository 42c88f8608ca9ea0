//! How far the pact of a month is in each building, those of which nothing is recorded included.

use chrono::{DateTime, Utc};
use diesel::QueryableByName;
use diesel::sql_types::{Array, BigInt, Bool, Date, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::{BuildingId, CommunityId, GridId, PactId, ResidentId};
use uuid::Uuid;

use crate::{Connection, Page, Result, Slice};

/// How far the pact of a month is in a building.
#[derive(Debug, Clone)]
pub struct Summary {
    /// The building.
    pub building: BuildingId,
    /// The estate.
    pub estate: String,
    /// Its name in the estate.
    pub name: String,
    /// Its block head.
    pub block_head: Option<ResidentId>,
    /// The month.
    pub month: Month,
    /// The pact; none if nothing is recorded.
    pub pact: Option<PactId>,
    /// How many households the building has.
    pub households: i64,
    /// How many were recorded as having kept the pact.
    pub kept: i64,
    /// How many as not.
    pub not_kept: i64,
    /// When it was settled, and by which rule.
    pub settled: Option<(DateTime<Utc>, String)>,
}

/// Which buildings.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Among these.
    pub among: Option<Vec<BuildingId>>,
    /// Of this grid.
    pub grid: Option<GridId>,
    /// Those with households whose pact is settled, or those whose pact is not.
    pub settled: Option<bool>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Text)]
    estate: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    block_head_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    pact_id: Option<Uuid>,
    #[diesel(sql_type = BigInt)]
    households: i64,
    #[diesel(sql_type = BigInt)]
    kept: i64,
    #[diesel(sql_type = BigInt)]
    not_kept: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    settled_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    rule_code: Option<String>,
}

impl Row {
    fn read(self, month: Month) -> Summary {
        Summary {
            building: BuildingId::new(self.id),
            estate: self.estate,
            name: self.name,
            block_head: self.block_head_id.map(ResidentId::new),
            month,
            pact: self.pact_id.map(PactId::new),
            households: self.households,
            kept: self.kept,
            not_kept: self.not_kept,
            settled: self.settled_at.zip(self.rule_code),
        }
    }
}

const SUMMARIES: &str = "SELECT b.id, b.estate, b.name, b.block_head_id, p.id AS pact_id, h.households, m.kept, m.not_kept, \
         p.settled_at, p.rule_code \
     FROM buildings b \
     LEFT JOIN pacts p ON p.community_id = b.community_id AND p.building_id = b.id AND p.month = $2 \
     CROSS JOIN LATERAL ( \
         SELECT count(*) AS households FROM households h \
         WHERE h.community_id = b.community_id AND h.building_id = b.id \
     ) h \
     CROSS JOIN LATERAL ( \
         SELECT count(*) FILTER (WHERE m.kept) AS kept, count(*) FILTER (WHERE NOT m.kept) AS not_kept \
         FROM pact_marks m WHERE m.community_id = b.community_id AND m.pact_id = p.id \
     ) m \
     WHERE b.community_id = $1 AND b.id > $3 AND ($4 IS NULL OR b.id = ANY ($4)) AND ($5 IS NULL OR b.grid_id = $5) \
         AND ($6 IS NULL OR ((p.settled_at IS NOT NULL) = $6 AND h.households > 0)) \
     ORDER BY b.id LIMIT $7";

/// How far the pact of a month is in the buildings of a community, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn summaries(
    connection: &mut Connection,
    community: CommunityId,
    (month, filter): (Month, &Filter),
    slice: &Slice,
) -> Result<Page<Summary>> {
    let among: Option<Vec<Uuid>> =
        filter.among.as_ref().map(|among| among.iter().map(|building| building.uuid()).collect());
    let rows: Vec<Row> = diesel::sql_query(SUMMARIES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Date, _>(month.first_day())
        .bind::<SqlUuid, _>(slice.after.unwrap_or_default())
        .bind::<Nullable<Array<SqlUuid>>, _>(among)
        .bind::<Nullable<SqlUuid>, _>(filter.grid.map(GridId::uuid))
        .bind::<Nullable<Bool>, _>(filter.settled)
        .bind::<BigInt, _>(slice.probe())
        .load(connection)
        .await?;
    slice.page(rows, |row| row.id).try_map(|row| Ok(row.read(month)))
}

/// How far the pact of a month is in a building.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_summary(
    connection: &mut Connection,
    community: CommunityId,
    (building, month): (BuildingId, Month),
) -> Result<Option<Summary>> {
    let filter = Filter { among: Some(vec![building]), ..Filter::default() };
    let one = Slice { after: None, limit: 1 };
    Ok(summaries(connection, community, (month, &filter), &one).await?.items.pop())
}
