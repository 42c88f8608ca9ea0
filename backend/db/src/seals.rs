//! Daily seals: the leaves of transfers, and the chain over them.

mod records;
mod verify;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, NullableExpressionMethods, OptionalExtension,
    QueryDsl, Queryable, Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, SealId, TransferId};
use linli_domain::seals::{Hash, Seal};
use uuid::Uuid;

use crate::schema::{sealed_transfers, seals};
use crate::{Connection, Error, Page, Result, Slice};

pub use records::{find_record, unsealed};
pub(crate) use verify::verify;

/// How many leaves are read or written at once.
pub const BATCH: i64 = 1_000;

/// A seal as it is stored, with the hash that was stored of it.
#[derive(Debug, Clone)]
pub struct StoredSeal {
    /// The seal.
    pub seal: Seal,
    /// Its hash.
    pub hash: Hash,
}

/// A transfer under a seal.
#[derive(Debug, Clone, Copy)]
pub struct Leaf {
    /// The seal.
    pub seal: SealId,
    /// The transfer.
    pub transfer: TransferId,
    /// What it was when it was sealed.
    pub hash: Hash,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = seals, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    day: NaiveDate,
    transfers: i64,
    root: Vec<u8>,
    previous: Vec<u8>,
    hash: Vec<u8>,
    sealed_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<StoredSeal> {
        let previous = Some(self.previous).filter(|previous| !previous.is_empty());
        let seal = Seal {
            id: SealId::new(self.id),
            day: self.day,
            transfers: self.transfers,
            root: hash(&self.root)?,
            previous: previous.as_deref().map(hash).transpose()?,
            sealed_at: self.sealed_at,
        };
        Ok(StoredSeal { seal, hash: hash(&self.hash)? })
    }
}

fn hash(stored: &[u8]) -> Result<Hash> {
    Hash::try_from(stored).map_err(|error| Error::Corrupt(error.to_string()))
}

/// The last seal of a community.
///
/// Decide upon it only while the community is locked ([`crate::communities::lock`]): another process may be sealing.
///
/// # Errors
/// If the data base does not answer.
pub async fn last(connection: &mut Connection, community: CommunityId) -> Result<Option<StoredSeal>> {
    let newest = list(connection, community, &Slice { after: None, limit: 1 }).await?;
    Ok(newest.items.into_iter().next())
}

/// The seals of a community, the newest day first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    slice: &Slice<NaiveDate>,
) -> Result<Page<StoredSeal, NaiveDate>> {
    let mut query = seals::table
        .filter(seals::community_id.eq(community.uuid()))
        .order(seals::day.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(after) = slice.after {
        query = query.filter(seals::day.lt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.day).try_map(Row::read)
}

/// Stores a seal, after its leaves.
///
/// # Errors
/// If the data base does not answer, or the day has a seal.
pub async fn insert(connection: &mut Connection, community: CommunityId, seal: &Seal) -> Result<()> {
    let row = Row {
        community_id: community.uuid(),
        id: seal.id.uuid(),
        day: seal.day,
        transfers: seal.transfers,
        root: seal.root.as_bytes().to_vec(),
        previous: seal.previous.map(|hash| hash.as_bytes().to_vec()).unwrap_or_default(),
        hash: seal.hash(community).as_bytes().to_vec(),
        sealed_at: seal.sealed_at,
    };
    diesel::insert_into(seals::table).values(row).execute(connection).await?;
    Ok(())
}

/// Stores leaves of a seal, a [`BATCH`] of them at most.
///
/// # Errors
/// If the data base does not answer, or a transfer has a leaf.
pub async fn insert_leaves(
    connection: &mut Connection,
    community: CommunityId,
    seal: SealId,
    leaves: &[(TransferId, Hash)],
) -> Result<()> {
    let rows: Vec<_> = leaves
        .iter()
        .map(|(transfer, leaf)| {
            (
                sealed_transfers::community_id.eq(community.uuid()),
                sealed_transfers::transfer_id.eq(transfer.uuid()),
                sealed_transfers::seal_id.eq(seal.uuid()),
                sealed_transfers::leaf.eq(leaf.as_bytes()),
            )
        })
        .collect();
    diesel::insert_into(sealed_transfers::table).values(rows).execute(connection).await?;
    Ok(())
}

/// The seal that covers a transfer; none while it has none.
///
/// # Errors
/// If the data base does not answer.
pub async fn covering(
    connection: &mut Connection,
    community: CommunityId,
    transfer: TransferId,
) -> Result<Option<StoredSeal>> {
    let of = sealed_transfers::table
        .filter(sealed_transfers::community_id.eq(community.uuid()))
        .filter(sealed_transfers::transfer_id.eq(transfer.uuid()))
        .select(sealed_transfers::seal_id)
        .single_value();
    let row: Option<Row> = seals::table
        .filter(seals::community_id.eq(community.uuid()).and(seals::id.nullable().eq(of)))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// All leaves of a seal, in the order of the tree: some hundred bytes a transfer, a few thousand on a busy day.
///
/// # Errors
/// If the data base does not answer.
pub async fn leaves_of(
    connection: &mut Connection,
    community: CommunityId,
    seal: SealId,
) -> Result<Vec<(TransferId, Hash)>> {
    let rows: Vec<(Uuid, Vec<u8>)> = sealed_transfers::table
        .filter(sealed_transfers::community_id.eq(community.uuid()))
        .filter(sealed_transfers::seal_id.eq(seal.uuid()))
        .order(sealed_transfers::transfer_id)
        .select((sealed_transfers::transfer_id, sealed_transfers::leaf))
        .load(connection)
        .await?;
    rows.into_iter().map(|(transfer, leaf)| Ok((TransferId::new(transfer), hash(&leaf)?))).collect()
}

/// The leaves of some seals after another leaf, seal by seal in the order of their identifiers, and within each in the order
/// of the tree, a [`BATCH`] of them at most.
///
/// # Errors
/// If the data base does not answer.
pub async fn leaves(
    connection: &mut Connection,
    community: CommunityId,
    of: &[SealId],
    after: Option<&Leaf>,
) -> Result<Vec<Leaf>> {
    let of: Vec<Uuid> = of.iter().map(|seal| seal.uuid()).collect();
    let mut query = sealed_transfers::table
        .filter(sealed_transfers::community_id.eq(community.uuid()))
        .filter(sealed_transfers::seal_id.eq_any(of))
        .order((sealed_transfers::seal_id, sealed_transfers::transfer_id))
        .limit(BATCH)
        .select((sealed_transfers::seal_id, sealed_transfers::transfer_id, sealed_transfers::leaf))
        .into_boxed();
    if let Some(after) = after {
        let (seal, transfer) = (after.seal.uuid(), after.transfer.uuid());
        let same = sealed_transfers::seal_id.eq(seal).and(sealed_transfers::transfer_id.gt(transfer));
        query = query.filter(sealed_transfers::seal_id.gt(seal).or(same));
    }
    let rows: Vec<(Uuid, Uuid, Vec<u8>)> = query.load(connection).await?;
    let leaf = |(seal, transfer, leaf): (Uuid, Uuid, Vec<u8>)| {
        Ok(Leaf { seal: SealId::new(seal), transfer: TransferId::new(transfer), hash: hash(&leaf)? })
    };
    rows.into_iter().map(leaf).collect()
}
