//! The neighbourhood pact 守约 of buildings, month by month: recorded, settled, listed.

mod lines;
mod marks;
mod months;
mod summaries;

pub use lines::{Line, lines};
pub use marks::{MarkAt, marks, record, take_out};
pub use months::{KeptMonth, months};
pub use summaries::{Filter, Summary, find_summary, summaries};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::sql_types::{Array, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::activities::Outcome;
use linli_domain::calendar::Month;
use linli_domain::ids::{BuildingId, CommunityId, PactId, RulebookId, TransferId, UserId};
use linli_domain::pacts::{Pact, SettledMark, Settlement};
use serde_json::Value;
use uuid::Uuid;

use crate::error::to_json;
use crate::schema::pacts;
use crate::{Connection, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = pacts, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    building_id: Uuid,
    month: NaiveDate,
    settled_by: Option<Uuid>,
    settled_at: Option<DateTime<Utc>>,
    rulebook_id: Option<Uuid>,
    rule_code: Option<String>,
}

impl Row {
    fn read(self) -> Pact {
        let settlement = match (self.settled_by, self.settled_at, self.rulebook_id, self.rule_code) {
            (Some(by), Some(at), Some(rulebook), Some(rule_code)) => {
                Some(Settlement { by: UserId::new(by), at, rulebook: RulebookId::new(rulebook), rule_code })
            }
            _ => None,
        };
        let building = BuildingId::new(self.building_id);
        Pact { id: PactId::new(self.id), building, month: Month::of(self.month), settlement }
    }
}

/// The pact of the building and month of `new`, locked until the transaction ends: the one there is, or else this new one.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_or_open(connection: &mut Connection, community: CommunityId, new: &Pact) -> Result<Pact> {
    diesel::insert_into(pacts::table)
        .values((
            pacts::community_id.eq(community.uuid()),
            pacts::id.eq(new.id.uuid()),
            pacts::building_id.eq(new.building.uuid()),
            pacts::month.eq(new.month.first_day()),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    let row: Row = pacts::table
        .filter(pacts::community_id.eq(community.uuid()))
        .filter(pacts::building_id.eq(new.building.uuid()).and(pacts::month.eq(new.month.first_day())))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await?;
    Ok(row.read())
}

/// The pact with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: PactId) -> Result<Option<Pact>> {
    let row: Option<Row> = pacts::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    Ok(row.map(Row::read))
}

const STORE_RESULTS: &str = "UPDATE pact_marks m \
     SET resident_id = x.resident_id, chosen = x.chosen, transfer_id = x.transfer_id, no_award = x.no_award \
     FROM unnest($2, $3, $4, $5, $6) AS x (id, resident_id, chosen, transfer_id, no_award) \
     WHERE m.community_id = $1 AND m.id = x.id";

/// Stores what each household that kept the pact earned, and then how the pact was settled: nothing of it changes after that.
/// Two statements for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn settle(
    connection: &mut Connection,
    community: CommunityId,
    (pact, settlement): (PactId, &Settlement),
    results: &[(SettledMark, Option<TransferId>)],
) -> Result<()> {
    let ids: Vec<Uuid> = results.iter().map(|(result, _)| result.kept.mark.uuid()).collect();
    let recipients = results.iter().map(|(result, _)| result.kept.recipient);
    let (residents, chosen): (Vec<Option<Uuid>>, Vec<Option<String>>) = recipients
        .map(|recipient| recipient.map(|(who, chosen)| (who.uuid(), chosen.to_string())).unzip())
        .unzip();
    let transfers: Vec<Option<Uuid>> =
        results.iter().map(|(_, transfer)| transfer.map(TransferId::uuid)).collect();
    let why = results.iter().map(|(result, _)| match &result.outcome {
        Outcome::Awarded(_) => Ok(None),
        Outcome::NotAwarded(why) => to_json(why).map(Some),
    });
    let why = why.collect::<Result<Vec<Option<Value>>>>()?;
    diesel::sql_query(STORE_RESULTS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .bind::<Array<Nullable<SqlUuid>>, _>(residents)
        .bind::<Array<Nullable<Text>>, _>(chosen)
        .bind::<Array<Nullable<SqlUuid>>, _>(transfers)
        .bind::<Array<Nullable<Jsonb>>, _>(why)
        .execute(connection)
        .await?;
    diesel::update(pacts::table.find((community.uuid(), pact.uuid())))
        .set((
            pacts::settled_by.eq(settlement.by.uuid()),
            pacts::settled_at.eq(settlement.at),
            pacts::rulebook_id.eq(settlement.rulebook.uuid()),
            pacts::rule_code.eq(&settlement.rule_code),
        ))
        .execute(connection)
        .await?;
    Ok(())
}
