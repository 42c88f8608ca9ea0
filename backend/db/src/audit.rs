//! The audit log: one line for every change, never changed itself.

mod list;

pub use list::{EntryKey, Filter, Listed, list};

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{Insertable, Queryable, Selectable};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{AuditEntryId, CommunityId, ResidentId, UserId};
use serde_json::Value;
use uuid::Uuid;

use crate::schema::audit_entries;
use crate::statement::Cached;
use crate::{Connection, Result};

/// A line of the audit log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its identifier; lines are in the order of their identifiers.
    pub id: AuditEntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none if the program itself.
    pub actor: Option<UserId>,
    /// In whose place.
    pub on_behalf_of: Option<ResidentId>,
    /// What was done, e.g. `resident.change`.
    pub action: String,
    /// To what kind of thing.
    pub subject_kind: String,
    /// To which one.
    pub subject: Uuid,
    /// The thing before, as far as it changed.
    pub before: Option<Value>,
    /// The thing after.
    pub after: Option<Value>,
    /// The request, as the logs name it.
    pub request: Option<Uuid>,
    /// From which address.
    pub address: Option<String>,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_entries, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    at: DateTime<Utc>,
    actor_id: Option<Uuid>,
    on_behalf_of: Option<Uuid>,
    action: String,
    subject_kind: String,
    subject_id: Uuid,
    before: Option<Value>,
    after: Option<Value>,
    request_id: Option<Uuid>,
    address: Option<String>,
}

/// Writes a line.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, entry: Entry) -> Result<()> {
    let row = Row::of(community, entry);
    Cached(diesel::insert_into(audit_entries::table).values(row)).execute(connection).await?;
    Ok(())
}

const INSERT_ALL: &str = "INSERT INTO audit_entries (
        community_id, id, at, actor_id, on_behalf_of, action, subject_kind, subject_id, before, after, request_id, address
    )
    SELECT $1, * FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Writes lines, however many: one statement, with one parameter a column.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_all(
    connection: &mut Connection,
    community: CommunityId,
    entries: Vec<Entry>,
) -> Result<()> {
    let rows: Vec<Row> = entries.into_iter().map(|entry| Row::of(community, entry)).collect();
    let column = Columns { rows: &rows };
    diesel::sql_query(INSERT_ALL)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(column.of(|row| row.id))
        .bind::<Array<Timestamptz>, _>(column.of(|row| row.at))
        .bind::<Array<Nullable<SqlUuid>>, _>(column.of(|row| row.actor_id))
        .bind::<Array<Nullable<SqlUuid>>, _>(column.of(|row| row.on_behalf_of))
        .bind::<Array<Text>, _>(column.of(|row| row.action.as_str()))
        .bind::<Array<Text>, _>(column.of(|row| row.subject_kind.as_str()))
        .bind::<Array<SqlUuid>, _>(column.of(|row| row.subject_id))
        .bind::<Array<Nullable<Jsonb>>, _>(column.of(|row| row.before.as_ref()))
        .bind::<Array<Nullable<Jsonb>>, _>(column.of(|row| row.after.as_ref()))
        .bind::<Array<Nullable<SqlUuid>>, _>(column.of(|row| row.request_id))
        .bind::<Array<Nullable<Text>>, _>(column.of(|row| row.address.as_deref()))
        .execute(connection)
        .await?;
    Ok(())
}

/// Lines, column by column.
struct Columns<'a> {
    rows: &'a [Row],
}

impl<'a> Columns<'a> {
    fn of<T>(&self, value: impl Fn(&'a Row) -> T) -> Vec<T> {
        self.rows.iter().map(value).collect()
    }
}

impl Row {
    fn of(community: CommunityId, entry: Entry) -> Self {
        Self {
            community_id: community.uuid(),
            id: entry.id.uuid(),
            at: entry.at,
            actor_id: entry.actor.map(UserId::uuid),
            on_behalf_of: entry.on_behalf_of.map(ResidentId::uuid),
            action: entry.action,
            subject_kind: entry.subject_kind,
            subject_id: entry.subject,
            before: entry.before,
            after: entry.after,
            request_id: entry.request,
            address: entry.address,
        }
    }

    fn read(self) -> Entry {
        Entry {
            id: AuditEntryId::new(self.id),
            at: self.at,
            actor: self.actor_id.map(UserId::new),
            on_behalf_of: self.on_behalf_of.map(ResidentId::new),
            action: self.action,
            subject_kind: self.subject_kind,
            subject: self.subject_id,
            before: self.before,
            after: self.after,
            request: self.request_id,
            address: self.address,
        }
    }
}
