//! Imports and their reversals as they are kept: written once, never changed.

use chrono::{DateTime, Utc};
use diesel::result::Error as DieselError;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension,
    QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ImportId, UserId};
use linli_domain::imports::{Import, ImportKind, ImportReversal, Made};
use linli_domain::points::Points;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{import_reversals as reversals, imports, users};
use crate::{Connection, Error, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = imports, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    kind: String,
    file_name: String,
    residents: i32,
    households: i32,
    balances: i32,
    points: i64,
    actor_id: Uuid,
    made_at: DateTime<Utc>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = reversals, check_for_backend(diesel::pg::Pg))]
struct ReversalRow {
    reason: String,
    reversed: i32,
    kept: i32,
    actor_id: Uuid,
    reversed_at: DateTime<Utc>,
}

/// An import, the name of whoever imported, and of whoever reversed it.
pub type Named = (Import, String, Option<String>);

type Found = (Row, String, Option<ReversalRow>, Option<String>);

fn named((row, actor, reversal, reverser): Found) -> Result<Named> {
    let made = Made {
        residents: row.residents,
        households: row.households,
        balances: row.balances,
        points: Points::new(row.points),
    };
    let reversal = reversal.map(|row| ImportReversal {
        reason: row.reason,
        reversed: row.reversed,
        kept: row.kept,
        actor: UserId::new(row.actor_id),
        reversed_at: row.reversed_at,
    });
    let import = Import {
        id: ImportId::new(row.id),
        kind: read(&row.kind)?,
        file_name: row.file_name,
        made,
        actor: UserId::new(row.actor_id),
        made_at: row.made_at,
        reversal,
    };
    Ok((import, actor, reverser))
}

diesel::alias!(users as reversers: Reversers);

/// Imports with their reversals and the names of whoever did it.
macro_rules! whole_imports {
    () => {
        imports::table
            .inner_join(
                users::table
                    .on(users::community_id.eq(imports::community_id).and(users::id.eq(imports::actor_id))),
            )
            .left_join(reversals::table.on(
                reversals::community_id.eq(imports::community_id).and(reversals::import_id.eq(imports::id)),
            ))
            .left_join(
                reversers.on(reversers
                    .field(users::community_id)
                    .eq(imports::community_id)
                    .and(reversers.field(users::id).nullable().eq(reversals::actor_id.nullable()))),
            )
            .select((
                Row::as_select(),
                users::name,
                Option::<ReversalRow>::as_select(),
                reversers.field(users::name).nullable(),
            ))
    };
}

/// Stores a new import.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, import: &Import) -> Result<()> {
    diesel::insert_into(imports::table)
        .values((
            imports::community_id.eq(community.uuid()),
            imports::id.eq(import.id.uuid()),
            imports::kind.eq(import.kind.to_string()),
            imports::file_name.eq(&import.file_name),
            imports::residents.eq(import.made.residents),
            imports::households.eq(import.made.households),
            imports::balances.eq(import.made.balances),
            imports::points.eq(import.made.points.get()),
            imports::actor_id.eq(import.actor.uuid()),
            imports::made_at.eq(import.made_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// Stores the reversal of an import.
///
/// # Errors
/// If the data base does not answer, or the import has one.
pub async fn insert_reversal(
    connection: &mut Connection,
    community: CommunityId,
    import: ImportId,
    reversal: &ImportReversal,
) -> Result<()> {
    diesel::insert_into(reversals::table)
        .values((
            reversals::community_id.eq(community.uuid()),
            reversals::import_id.eq(import.uuid()),
            reversals::reason.eq(&reversal.reason),
            reversals::reversed.eq(reversal.reversed),
            reversals::kept.eq(reversal.kept),
            reversals::actor_id.eq(reversal.actor.uuid()),
            reversals::reversed_at.eq(reversal.reversed_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The import with this id, with the names of whoever imported and reversed.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: ImportId,
) -> Result<Option<Named>> {
    let found: Option<Found> = whole_imports!()
        .filter(imports::community_id.eq(community.uuid()).and(imports::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    found.map(named).transpose()
}

/// The same, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: ImportId,
) -> Result<Option<Import>> {
    let locked: Option<Uuid> = imports::table
        .find((community.uuid(), id.uuid()))
        .select(imports::id)
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    if locked.is_none() {
        return Ok(None);
    }
    // A statement of its own: it sees whether whoever had the lock before has reversed it.
    Ok(find(connection, community, id).await?.map(|(import, ..)| import))
}

/// The imports of a community, or those of one kind, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    kind: Option<ImportKind>,
    slice: &Slice,
) -> Result<Page<Named>> {
    let mut query = whole_imports!()
        .filter(imports::community_id.eq(community.uuid()))
        .order(imports::id.desc())
        .limit(slice.probe())
        .into_boxed();
    if let Some(kind) = kind {
        query = query.filter(imports::kind.eq(kind.to_string()));
    }
    if let Some(after) = slice.after {
        query = query.filter(imports::id.lt(after));
    }
    let rows: Vec<Found> = query.load(connection).await?;
    slice.page(rows, |(row, ..)| row.id).try_map(named)
}

/// Somebody else has stored, since it was looked up, what this transaction was to store: tried again, it finds it.
pub fn overtaken() -> Error {
    Error::Contended(DieselError::RollbackTransaction)
}
