//! Adjustments that need a second person.

use chrono::{DateTime, Utc};
use diesel::{
    AsChangeset, BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, OptionalExtension,
    QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::adjustments::{Adjustment, AdjustmentState};
use linli_domain::ids::{AdjustmentId, CommunityId, ResidentId, TransferId, UserId};
use linli_domain::points::Points;
use linli_domain::reviews::Review;
use uuid::Uuid;

use crate::error::read;
use crate::reviews::{self, SubjectKind};
use crate::schema::{adjustments, residents, users};
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = adjustments, check_for_backend(diesel::pg::Pg))]
#[diesel(primary_key(community_id, id), treat_none_as_null = true)]
struct Row {
    community_id: Uuid,
    id: Uuid,
    resident_id: Uuid,
    points: i64,
    reason: String,
    state: String,
    proposed_by: Uuid,
    proposed_at: DateTime<Utc>,
    transfer_id: Option<Uuid>,
}

impl Row {
    fn of(community: CommunityId, adjustment: &Adjustment) -> Self {
        Self {
            community_id: community.uuid(),
            id: adjustment.id.uuid(),
            resident_id: adjustment.resident.uuid(),
            points: adjustment.points.get(),
            reason: adjustment.reason.clone(),
            state: adjustment.state.to_string(),
            proposed_by: adjustment.proposed_by.uuid(),
            proposed_at: adjustment.proposed_at,
            transfer_id: adjustment.transfer.map(TransferId::uuid),
        }
    }

    fn read(self) -> Result<Adjustment> {
        Ok(Adjustment {
            id: AdjustmentId::new(self.id),
            resident: ResidentId::new(self.resident_id),
            points: Points::new(self.points),
            reason: self.reason,
            state: read(&self.state)?,
            proposed_by: UserId::new(self.proposed_by),
            proposed_at: self.proposed_at,
            transfer: self.transfer_id.map(TransferId::new),
        })
    }
}

/// An adjustment with the names that belong to it, and what was said about it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The adjustment.
    pub adjustment: Adjustment,
    /// The resident's name.
    pub resident_name: String,
    /// The name of who proposed it.
    pub proposed_by_name: String,
    /// What the second person said, with the name.
    pub review: Option<(Review, String)>,
}

/// Which adjustments are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// This one.
    pub id: Option<AdjustmentId>,
    /// Those that stand there.
    pub state: Option<AdjustmentState>,
    /// Those of this resident.
    pub resident: Option<ResidentId>,
}

/// Stores a new adjustment.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    adjustment: &Adjustment,
) -> Result<()> {
    let row = Row::of(community, adjustment);
    diesel::insert_into(adjustments::table).values(row).execute(connection).await?;
    Ok(())
}

/// Stores an adjustment as it is now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(
    connection: &mut Connection,
    community: CommunityId,
    adjustment: &Adjustment,
) -> Result<()> {
    let row = Row::of(community, adjustment);
    diesel::update(adjustments::table.find((row.community_id, row.id))).set(row).execute(connection).await?;
    Ok(())
}

/// The adjustment with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: AdjustmentId,
) -> Result<Option<Adjustment>> {
    let row: Option<Row> = adjustments::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Adjustments with their names, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: Filter,
    slice: &Slice,
) -> Result<Page<Listed>> {
    let resident =
        residents::community_id.eq(adjustments::community_id).and(residents::id.eq(adjustments::resident_id));
    let proposer =
        users::community_id.eq(adjustments::community_id).and(users::id.eq(adjustments::proposed_by));
    let mut query = adjustments::table
        .inner_join(residents::table.on(resident))
        .inner_join(users::table.on(proposer))
        .filter(adjustments::community_id.eq(community.uuid()))
        .order(adjustments::id.desc())
        .limit(slice.probe())
        .select((Row::as_select(), residents::name, users::name))
        .into_boxed();
    if let Some(id) = filter.id {
        query = query.filter(adjustments::id.eq(id.uuid()));
    }
    if let Some(state) = filter.state {
        query = query.filter(adjustments::state.eq(state.to_string()));
    }
    if let Some(resident) = filter.resident {
        query = query.filter(adjustments::resident_id.eq(resident.uuid()));
    }
    if let Some(after) = slice.after {
        query = query.filter(adjustments::id.lt(after));
    }
    let rows: Vec<(Row, String, String)> = query.load(connection).await?;
    let page = slice.page(rows, |(row, ..)| row.id);
    let ids: Vec<Uuid> = page.items.iter().map(|(row, ..)| row.id).collect();
    let mut said = reviews::of(connection, community, (SubjectKind::Adjustment, &ids)).await?;
    page.try_map(|(row, resident_name, proposed_by_name)| {
        let review = said.remove(&row.id).and_then(|mut said| said.pop());
        Ok(Listed { adjustment: row.read()?, resident_name, proposed_by_name, review })
    })
}
