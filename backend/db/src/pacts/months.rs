//! The months in which a household kept the pact, or did not.

use chrono::NaiveDate;
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Bool, Date, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::Month;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId};
use linli_domain::pacts::Chosen;
use serde_json::Value;
use uuid::Uuid;

use crate::error::read;
use crate::roster::{Earnings, earnings};
use crate::{Connection, Page, Result, Slice};

/// A settled month of a household.
#[derive(Debug, Clone)]
pub struct KeptMonth {
    /// The month.
    pub month: Month,
    /// Whether the household kept the pact.
    pub kept: bool,
    /// What there is to say about it.
    pub note: Option<String>,
    /// Who got what it earned, and why this one.
    pub recipient: Option<(ResidentId, Chosen)>,
    /// What it earned; none if it did not keep the pact.
    pub earnings: Option<Earnings>,
    /// Whether that was taken back since.
    pub reversed: bool,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Date)]
    month: NaiveDate,
    #[diesel(sql_type = Bool)]
    kept: bool,
    #[diesel(sql_type = Nullable<Text>)]
    note: Option<String>,
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
    fn read(self) -> Result<KeptMonth> {
        let chosen = self.chosen.as_deref().map(read).transpose()?;
        Ok(KeptMonth {
            month: Month::of(self.month),
            kept: self.kept,
            note: self.note,
            recipient: self.resident_id.map(ResidentId::new).zip(chosen),
            earnings: earnings(self.amount.zip(self.explanation), self.no_award)?,
            reversed: self.reversed,
        })
    }
}

const MONTHS: &str = "SELECT m.month, m.kept, m.note, m.resident_id, m.chosen, m.no_award, t.amount, t.explanation, EXISTS ( \
         SELECT FROM transfers r WHERE r.community_id = t.community_id AND r.reverses_id = t.id \
     ) AS reversed \
     FROM pact_marks m \
     JOIN pacts p ON p.community_id = m.community_id AND p.id = m.pact_id AND p.settled_at IS NOT NULL \
     LEFT JOIN transfers t ON t.community_id = m.community_id AND t.id = m.transfer_id \
     WHERE m.community_id = $1 AND m.household_id = $2 AND ($3 IS NULL OR m.month < $3) \
     ORDER BY m.month DESC LIMIT $4";

/// The settled months of a household, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn months(
    connection: &mut Connection,
    community: CommunityId,
    of: HouseholdId,
    slice: &Slice<NaiveDate>,
) -> Result<Page<KeptMonth, NaiveDate>> {
    let rows: Vec<Row> = diesel::sql_query(MONTHS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(of.uuid())
        .bind::<Nullable<Date>, _>(slice.after)
        .bind::<BigInt, _>(slice.probe())
        .load(connection)
        .await?;
    slice.page(rows, |row| row.month).try_map(Row::read)
}
