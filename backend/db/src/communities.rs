//! Communities: the tenants.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::communities::Community;
use linli_domain::ids::CommunityId;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read, to_json};
use crate::schema::communities;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = communities, check_for_backend(diesel::pg::Pg))]
pub(crate) struct Row {
    id: Uuid,
    slug: String,
    name: String,
    timezone: String,
    undo_window_minutes: i32,
    statement_days: i32,
    watch: Value,
    pickup_days: i32,
    opening_days: Value,
    adjustment_limit: i32,
    created_at: DateTime<Utc>,
}

impl Row {
    pub(crate) fn read(self) -> Result<Community> {
        Ok(Community {
            id: CommunityId::new(self.id),
            slug: self.slug,
            name: self.name,
            timezone: read::<Tz>(&self.timezone)?,
            undo_window_minutes: self.undo_window_minutes,
            statement_days: self.statement_days,
            watch: from_json(self.watch)?,
            pickup_days: self.pickup_days,
            opening_days: from_json(self.opening_days)?,
            adjustment_limit: self.adjustment_limit,
            created_at: self.created_at,
        })
    }
}

/// Stores a new community; answers false if its slug is taken.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: &Community) -> Result<bool> {
    let inserted = diesel::insert_into(communities::table)
        .values((
            communities::id.eq(community.id.uuid()),
            communities::slug.eq(&community.slug),
            communities::name.eq(&community.name),
            communities::timezone.eq(community.timezone.name()),
            communities::undo_window_minutes.eq(community.undo_window_minutes),
            communities::statement_days.eq(community.statement_days),
            communities::watch.eq(to_json(&community.watch)?),
            communities::pickup_days.eq(community.pickup_days),
            communities::opening_days.eq(to_json(&community.opening_days)?),
            communities::adjustment_limit.eq(community.adjustment_limit),
            communities::created_at.eq(community.created_at),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// The community with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, id: CommunityId) -> Result<Option<Community>> {
    let row =
        communities::table.find(id.uuid()).select(Row::as_select()).first(connection).await.optional()?;
    row.map(Row::read).transpose()
}

/// The community with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, id: CommunityId) -> Result<Option<Community>> {
    let row = communities::table
        .find(id.uuid())
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Stores the community's name and settings as they are now.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: &Community) -> Result<()> {
    diesel::update(communities::table.find(community.id.uuid()))
        .set((
            communities::name.eq(&community.name),
            communities::undo_window_minutes.eq(community.undo_window_minutes),
            communities::statement_days.eq(community.statement_days),
            communities::watch.eq(to_json(&community.watch)?),
            communities::pickup_days.eq(community.pickup_days),
            communities::opening_days.eq(to_json(&community.opening_days)?),
            communities::adjustment_limit.eq(community.adjustment_limit),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The community with this slug.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_by_slug(connection: &mut Connection, slug: &str) -> Result<Option<Community>> {
    let row = communities::table
        .filter(communities::slug.eq(slug))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// All communities but the platform's own, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(connection: &mut Connection, slice: &Slice) -> Result<Page<Community>> {
    let after = slice.after.unwrap_or(CommunityId::PLATFORM.uuid());
    let rows: Vec<Row> = communities::table
        .filter(communities::id.gt(after))
        .order(communities::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .load(connection)
        .await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
