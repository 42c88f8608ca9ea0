//! Claims 申报, and each time one was put before the reviewers.

mod counted;
mod list;
mod rounds;

pub use counted::{Beside, counted};
pub use list::{Filter, Listed, find_listed, list};
pub use rounds::{insert_round, submitters};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{AsChangeset, Insertable, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::claims::{Accepted, Beneficiary, Claim, Report, Terms};
use linli_domain::ids::{ClaimId, CommunityId, ResidentId, RulebookId, TransferId};
use linli_domain::points::Points;
use linli_domain::rulebooks::Deed;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read, to_json, unless_taken};
use crate::schema::claims;
use crate::{Connection, Error, Result};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = claims, check_for_backend(diesel::pg::Pg))]
#[diesel(primary_key(community_id, id), treat_none_as_null = true)]
struct Row {
    community_id: Uuid,
    id: Uuid,
    resident_id: Uuid,
    rulebook_id: Uuid,
    rule_code: String,
    rule_title: String,
    beneficiary_confirms: bool,
    began_at: DateTime<Utc>,
    deed_on: NaiveDate,
    minutes: i32,
    level: Option<String>,
    category: Option<String>,
    hardship: bool,
    description: String,
    place: String,
    beneficiary_id: Option<Uuid>,
    beneficiary_name: Option<String>,
    state: String,
    round: i32,
    reviews_needed: i16,
    appeal: Option<String>,
    points: Option<i64>,
    explanation: Option<Value>,
    transfer_id: Option<Uuid>,
    created_at: DateTime<Utc>,
}

impl Row {
    fn of(community: CommunityId, claim: &Claim) -> Result<Self> {
        let (report, terms, deed) = (&claim.report, &claim.terms, &claim.report.deed);
        let (beneficiary_id, beneficiary_name) = match &report.beneficiary {
            Some(Beneficiary::Resident(resident)) => (Some(resident.uuid()), None),
            Some(Beneficiary::Named(name)) => (None, Some(name.clone())),
            None => (None, None),
        };
        let accepted = claim.accepted.as_ref();
        Ok(Self {
            community_id: community.uuid(),
            id: claim.id.uuid(),
            resident_id: claim.resident.uuid(),
            rulebook_id: terms.rulebook.uuid(),
            rule_code: deed.rule_code.clone(),
            rule_title: terms.rule_title.clone(),
            beneficiary_confirms: terms.beneficiary_confirms,
            began_at: report.began_at,
            deed_on: deed.on,
            minutes: i32::try_from(deed.minutes).map_err(|error| Error::Corrupt(error.to_string()))?,
            level: deed.level.clone(),
            category: deed.category.map(|category| category.to_string()),
            hardship: deed.hardship,
            description: report.description.clone(),
            place: report.place.clone(),
            beneficiary_id,
            beneficiary_name,
            state: claim.state.to_string(),
            round: claim.round,
            reviews_needed: i16::from(terms.reviews_needed),
            appeal: claim.appeal.clone(),
            points: accepted.map(|accepted| accepted.points.get()),
            explanation: accepted.map(|accepted| to_json(&accepted.explanation)).transpose()?,
            transfer_id: accepted.and_then(|accepted| accepted.transfer).map(TransferId::uuid),
            created_at: claim.created_at,
        })
    }

    fn read(self) -> Result<Claim> {
        let beneficiary = self.beneficiary_id.map(|id| Beneficiary::Resident(ResidentId::new(id)));
        let deed = Deed {
            rule_code: self.rule_code,
            on: self.deed_on,
            began: Some(self.began_at),
            minutes: i64::from(self.minutes),
            level: self.level,
            category: self.category.as_deref().map(read).transpose()?,
            hardship: self.hardship,
        };
        let accepted = accepted((self.points, self.explanation), self.transfer_id)?;
        Ok(Claim {
            id: ClaimId::new(self.id),
            resident: ResidentId::new(self.resident_id),
            report: Report {
                deed,
                began_at: self.began_at,
                description: self.description,
                place: self.place,
                beneficiary: beneficiary.or(self.beneficiary_name.map(Beneficiary::Named)),
            },
            terms: Terms {
                rulebook: RulebookId::new(self.rulebook_id),
                rule_title: self.rule_title,
                beneficiary_confirms: self.beneficiary_confirms,
                reviews_needed: u8::try_from(self.reviews_needed)
                    .map_err(|error| Error::Corrupt(error.to_string()))?,
            },
            state: read(&self.state)?,
            round: self.round,
            appeal: self.appeal,
            accepted,
            created_at: self.created_at,
        })
    }
}

/// What came of a claim, if it was accepted.
fn accepted(
    (points, explanation): (Option<i64>, Option<Value>),
    transfer: Option<Uuid>,
) -> Result<Option<Accepted>> {
    let Some((points, explanation)) = points.zip(explanation) else { return Ok(None) };
    let (points, explanation) = (Points::new(points), from_json(explanation)?);
    Ok(Some(Accepted { points, explanation, transfer: transfer.map(TransferId::new) }))
}

/// Stores a new claim; answers false if the resident has claimed the deed before.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, claim: &Claim) -> Result<bool> {
    let row = Row::of(community, claim)?;
    let stored = diesel::insert_into(claims::table).values(row).on_conflict_do_nothing();
    Ok(stored.execute(connection).await? == 1)
}

/// Stores a claim as it is now; answers false if the resident has claimed the same deed with another one.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, claim: &Claim) -> Result<bool> {
    let row = Row::of(community, claim)?;
    let stored = diesel::update(claims::table.find((row.community_id, row.id))).set(row);
    unless_taken(stored.execute(connection).await)
}

/// The claim with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: ClaimId) -> Result<Option<Claim>> {
    let row: Option<Row> = claims::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The claim with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: ClaimId) -> Result<Option<Claim>> {
    let row: Option<Row> = claims::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}
