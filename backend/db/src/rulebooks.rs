//! The versions of the rule book, each stored as one document.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, RulebookId};
use linli_domain::rulebooks::Version;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, to_json};
use crate::schema::rulebooks;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = rulebooks, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    version: i32,
    title: String,
    content: Value,
    in_force_from: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<Version> {
        Ok(Version {
            id: RulebookId::new(self.id),
            number: self.version,
            title: self.title,
            in_force_from: self.in_force_from,
            book: from_json(self.content)?,
            created_at: self.created_at,
        })
    }
}

fn content(version: &Version) -> Result<Value> {
    to_json(&version.book)
}

/// Stores a new draft; answers false if another one took its number at the same moment.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, draft: &Version) -> Result<bool> {
    let inserted = diesel::insert_into(rulebooks::table)
        .values((
            rulebooks::community_id.eq(community.uuid()),
            rulebooks::id.eq(draft.id.uuid()),
            rulebooks::version.eq(draft.number),
            rulebooks::title.eq(&draft.title),
            rulebooks::content.eq(content(draft)?),
            rulebooks::in_force_from.eq(draft.in_force_from),
            rulebooks::created_at.eq(draft.created_at),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Stores what has changed of a draft: its title, its content, from when it is in force.
///
/// # Errors
/// If the data base does not answer, or the version stored was published before.
pub async fn update(connection: &mut Connection, community: CommunityId, version: &Version) -> Result<()> {
    diesel::update(rulebooks::table.find((community.uuid(), version.id.uuid())))
        .set((
            rulebooks::title.eq(&version.title),
            rulebooks::content.eq(content(version)?),
            rulebooks::in_force_from.eq(version.in_force_from),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Deletes a draft, which is locked.
///
/// # Errors
/// If the data base does not answer, or the version was published.
pub async fn delete(connection: &mut Connection, community: CommunityId, id: RulebookId) -> Result<()> {
    diesel::delete(rulebooks::table.find((community.uuid(), id.uuid()))).execute(connection).await?;
    Ok(())
}

/// The number the next draft gets, and from when the latest published version is in force.
///
/// # Errors
/// If the data base does not answer.
pub async fn latest(
    connection: &mut Connection,
    community: CommunityId,
) -> Result<(i32, Option<DateTime<Utc>>)> {
    let (version, in_force_from): (Option<i32>, Option<DateTime<Utc>>) = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()))
        .select((diesel::dsl::max(rulebooks::version), diesel::dsl::max(rulebooks::in_force_from)))
        .first(connection)
        .await?;
    Ok((version.unwrap_or_default().saturating_add(1), in_force_from))
}

/// The version with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: RulebookId,
) -> Result<Option<Version>> {
    let row: Option<Row> = rulebooks::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The version with the number before; none of the first.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_before(
    connection: &mut Connection,
    community: CommunityId,
    number: i32,
) -> Result<Option<Version>> {
    let row: Option<Row> = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()).and(rulebooks::version.lt(number)))
        .order(rulebooks::version.desc())
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The version with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: RulebookId,
) -> Result<Option<Version>> {
    let row: Option<Row> = rulebooks::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The version that is in force at `at`: the one published for the latest moment up to then.
///
/// # Errors
/// If the data base does not answer.
pub async fn in_force(
    connection: &mut Connection,
    community: CommunityId,
    at: DateTime<Utc>,
) -> Result<Option<Version>> {
    let row: Option<Row> = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()))
        .filter(rulebooks::in_force_from.le(at))
        .order(rulebooks::in_force_from.desc())
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// The versions that are in force at some moment from `from` to `to`, in no order.
///
/// # Errors
/// If the data base does not answer.
pub async fn in_force_between(
    connection: &mut Connection,
    community: CommunityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<Version>> {
    let first: Option<Option<DateTime<Utc>>> = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()).and(rulebooks::in_force_from.le(from)))
        .select(rulebooks::in_force_from)
        .order(rulebooks::in_force_from.desc())
        .first(connection)
        .await
        .optional()?;
    let rows: Vec<Row> = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()))
        .filter(rulebooks::in_force_from.between(first.flatten().unwrap_or(from), to))
        .select(Row::as_select())
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}

/// The versions of a community, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    slice: &Slice,
) -> Result<Page<Version>> {
    let rows: Vec<Row> = rulebooks::table
        .filter(rulebooks::community_id.eq(community.uuid()))
        .filter(rulebooks::id.gt(slice.after.unwrap_or_default()))
        .order(rulebooks::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .load(connection)
        .await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
