//! What reviewers have said, about whatever needs another pair of eyes.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, Id, ReviewId, UserId};
use linli_domain::reviews::Review;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{reviews, users};
use crate::{Connection, Result};

/// What is reviewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// A claim.
    Claim,
    /// An adjustment of a wallet.
    Adjustment,
}

impl SubjectKind {
    const fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Adjustment => "adjustment",
        }
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = reviews, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    subject_kind: String,
    subject_id: Uuid,
    round: i32,
    reviewer_id: Uuid,
    verdict: String,
    note: String,
    reviewed_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<Review> {
        Ok(Review {
            id: ReviewId::new(self.id),
            round: self.round,
            reviewer: UserId::new(self.reviewer_id),
            verdict: read(&self.verdict)?,
            note: self.note,
            at: self.reviewed_at,
        })
    }
}

/// Stores what somebody says.
///
/// # Errors
/// If the data base does not answer, or its own guards refuse: who makes something does not check it.
pub async fn insert<T>(
    connection: &mut Connection,
    community: CommunityId,
    (kind, subject): (SubjectKind, Id<T>),
    review: &Review,
) -> Result<()> {
    let row = Row {
        community_id: community.uuid(),
        id: review.id.uuid(),
        subject_kind: kind.word().to_owned(),
        subject_id: subject.uuid(),
        round: review.round,
        reviewer_id: review.reviewer.uuid(),
        verdict: review.verdict.to_string(),
        note: review.note.clone(),
        reviewed_at: review.at,
    };
    diesel::insert_into(reviews::table).values(row).execute(connection).await?;
    Ok(())
}

/// What was said about these, with the names of the reviewers, in the order of time. One statement for all.
///
/// # Errors
/// If the data base does not answer.
pub async fn of(
    connection: &mut Connection,
    community: CommunityId,
    (kind, subjects): (SubjectKind, &[Uuid]),
) -> Result<BTreeMap<Uuid, Vec<(Review, String)>>> {
    let reviewer = users::community_id.eq(reviews::community_id).and(users::id.eq(reviews::reviewer_id));
    let rows: Vec<(Row, String)> = reviews::table
        .inner_join(users::table.on(reviewer))
        .filter(reviews::community_id.eq(community.uuid()).and(reviews::subject_kind.eq(kind.word())))
        .filter(reviews::subject_id.eq_any(subjects.to_vec()))
        .order(reviews::id)
        .select((Row::as_select(), users::name))
        .load(connection)
        .await?;
    let mut found: BTreeMap<Uuid, Vec<(Review, String)>> = BTreeMap::new();
    for (row, name) in rows {
        found.entry(row.subject_id).or_default().push((row.read()?, name));
    }
    Ok(found)
}
