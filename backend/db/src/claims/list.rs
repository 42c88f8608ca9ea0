//! Claims as they are shown: with names, photos, and what the reviewers have said.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::claims::{Claim, ClaimState};
use linli_domain::ids::{ClaimId, CommunityId, ResidentId};
use linli_domain::photos::Photo;
use linli_domain::reviews::Review;
use uuid::Uuid;

use super::{Row, rounds};
use crate::reviews::SubjectKind;
use crate::schema::{claims, residents};
use crate::{Connection, Page, Result, Slice, photos, reviews};

/// Which claims are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Those that stand there.
    pub state: Option<ClaimState>,
    /// Those that wait for reviewers, the oldest first.
    pub waiting: bool,
    /// Those of this resident.
    pub resident: Option<ResidentId>,
    /// Those whose deed was done for this resident.
    pub beneficiary: Option<ResidentId>,
    /// Those that this resident's word counts for only.
    pub confirmable: bool,
    /// Those by this rule.
    pub rule_code: Option<String>,
    /// Those of deeds from this day on.
    pub from: Option<NaiveDate>,
    /// Those of deeds up to this day.
    pub to: Option<NaiveDate>,
}

/// A claim with all that belongs to it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The claim.
    pub claim: Claim,
    /// The resident's name.
    pub resident_name: String,
    /// The beneficiary's name.
    pub beneficiary_name: Option<String>,
    /// When it was put before the reviewers last.
    pub submitted_at: DateTime<Utc>,
    /// Its photos, in their order.
    pub photos: Vec<Photo>,
    /// What was said about it, with the names of the reviewers, in the order of time.
    pub reviews: Vec<(Review, String)>,
}

diesel::alias!(residents as beneficiaries: Beneficiaries);

/// Claims with the names of their people.
macro_rules! named_claims {
    () => {
        claims::table
            .inner_join(residents::table.on(
                residents::community_id.eq(claims::community_id).and(residents::id.eq(claims::resident_id)),
            ))
            .left_join(
                beneficiaries.on(beneficiaries
                    .field(residents::community_id)
                    .eq(claims::community_id)
                    .and(beneficiaries.field(residents::id).nullable().eq(claims::beneficiary_id))),
            )
            .select((Row::as_select(), residents::name, beneficiaries.field(residents::name).nullable()))
    };
}

type Named = (Row, String, Option<String>);

/// The claim with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_listed(
    connection: &mut Connection,
    community: CommunityId,
    id: ClaimId,
) -> Result<Option<Listed>> {
    let found: Option<Named> = named_claims!()
        .filter(claims::community_id.eq(community.uuid()).and(claims::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    Ok(whole(connection, community, found.into_iter().collect()).await?.pop())
}

/// The claims that a filter lets through: the newest first, or those that wait, the oldest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Listed>> {
    let mut query =
        named_claims!().filter(claims::community_id.eq(community.uuid())).limit(slice.probe()).into_boxed();
    if let Some(state) = filter.state {
        query = query.filter(claims::state.eq(state.to_string()));
    }
    if let Some(resident) = filter.resident {
        query = query.filter(claims::resident_id.eq(resident.uuid()));
    }
    if let Some(beneficiary) = filter.beneficiary {
        query = query.filter(claims::beneficiary_id.eq(beneficiary.uuid()));
    }
    if filter.confirmable {
        query = query.filter(claims::beneficiary_confirms);
    }
    if let Some(rule_code) = &filter.rule_code {
        query = query.filter(claims::rule_code.eq(rule_code));
    }
    if let Some(from) = filter.from {
        query = query.filter(claims::deed_on.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(claims::deed_on.le(to));
    }
    query = if filter.waiting {
        let states = [ClaimState::Submitted, ClaimState::Appealed].map(|state| state.to_string());
        let waiting = query.filter(claims::state.eq_any(states)).order(claims::id);
        if let Some(after) = slice.after { waiting.filter(claims::id.gt(after)) } else { waiting }
    } else {
        let newest = query.order(claims::id.desc());
        if let Some(after) = slice.after { newest.filter(claims::id.lt(after)) } else { newest }
    };
    let page = slice.page(query.load(connection).await?, |(row, ..): &Named| row.id);
    Ok(Page { items: whole(connection, community, page.items).await?, next: page.next })
}

/// The same with all that belongs to them; three statements, however many they are.
async fn whole(
    connection: &mut Connection,
    community: CommunityId,
    found: Vec<Named>,
) -> Result<Vec<Listed>> {
    let ids: Vec<Uuid> = found.iter().map(|(row, ..)| row.id).collect();
    let submitted = rounds::latest(connection, community, &ids).await?;
    let mut photos = photos::of_claims(connection, community, &ids).await?;
    let mut reviews: BTreeMap<Uuid, Vec<(Review, String)>> =
        reviews::of(connection, community, (SubjectKind::Claim, &ids)).await?;
    let listed = |(row, resident_name, helped): Named| {
        let (id, created_at, named) = (row.id, row.created_at, row.beneficiary_name.clone());
        Ok(Listed {
            claim: row.read()?,
            resident_name,
            beneficiary_name: helped.or(named),
            submitted_at: submitted.get(&id).copied().unwrap_or(created_at),
            photos: photos.remove(&id).unwrap_or_default(),
            reviews: reviews.remove(&id).unwrap_or_default(),
        })
    };
    found.into_iter().map(listed).collect()
}
