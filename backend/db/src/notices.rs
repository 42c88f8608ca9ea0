//! Notices to residents.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::sql_types::{BigInt, Date, Nullable, Text, Uuid as SqlUuid};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, Queryable, QueryableByName,
    Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, NoticeId, ResidentId};
use linli_domain::ledger::Lapse;
use linli_domain::notices::{Notice, Stretch};
use linli_domain::points::Points;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, to_json};
use crate::schema::notices;
use crate::{Connection, Page, Result, Slice};

/// How many are written by one statement, which takes 65,535 values at most.
const AT_ONCE: usize = 5_000;

#[derive(Queryable, Selectable)]
#[diesel(table_name = notices, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    resident_id: Uuid,
    subject: String,
    content: Value,
    created_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self) -> Result<Notice> {
        Ok(Notice {
            id: NoticeId::new(self.id),
            resident: ResidentId::new(self.resident_id),
            subject: self.subject,
            content: from_json(self.content)?,
            created_at: self.created_at,
            read_at: self.read_at,
        })
    }
}

/// Stores notices, as far as their residents have none about the same yet; answers how many.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(connection: &mut Connection, community: CommunityId, new: &[Notice]) -> Result<usize> {
    let row = |notice: &Notice| {
        Ok((
            notices::community_id.eq(community.uuid()),
            notices::id.eq(notice.id.uuid()),
            notices::resident_id.eq(notice.resident.uuid()),
            notices::subject.eq(notice.subject.clone()),
            notices::content.eq(to_json(&notice.content)?),
            notices::created_at.eq(notice.created_at),
            notices::read_at.eq(notice.read_at),
        ))
    };
    let mut written = 0_usize;
    for some in new.chunks(AT_ONCE) {
        let rows = some.iter().map(row).collect::<Result<Vec<_>>>()?;
        let stored = diesel::insert_into(notices::table).values(rows).on_conflict_do_nothing();
        written = written.saturating_add(stored.execute(connection).await?);
    }
    Ok(written)
}

#[derive(QueryableByName)]
struct LotRow {
    #[diesel(sql_type = SqlUuid)]
    account_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    owner_id: Uuid,
    #[diesel(sql_type = Date)]
    lapses_on: NaiveDate,
    #[diesel(sql_type = BigInt)]
    points: i64,
}

const LAPSING: &str = "SELECT l.account_id, a.owner_id, l.lapses_on, l.posted - l.held AS points FROM lots l \
     JOIN accounts a ON a.community_id = l.community_id AND a.id = l.account_id \
     JOIN residents r ON r.community_id = a.community_id AND r.id = a.owner_id AND r.state = 'active' \
     WHERE l.community_id = $1 AND l.lapses_on BETWEEN $2 AND $3 AND l.posted > l.held \
         AND ($4 IS NULL OR (l.lapses_on, l.account_id) > ($4, $5)) \
         AND NOT EXISTS ( \
             SELECT FROM notices n \
             WHERE n.community_id = l.community_id AND n.resident_id = a.owner_id \
                 AND n.subject = $6 || to_char(l.lapses_on, 'YYYY-MM-DD') || $7 \
         ) \
     ORDER BY l.lapses_on, l.account_id LIMIT $8";

/// Points of registered residents that are not held and lapse on one of these days, lot by lot, as far as the residents were not
/// told. Those after a lot if it is given, at most so many.
///
/// # Errors
/// If the data base does not answer.
pub async fn lapsing_lots(
    connection: &mut Connection,
    community: CommunityId,
    stretch: &Stretch,
    (after, most): (Option<(NaiveDate, Uuid)>, i64),
) -> Result<Vec<(Uuid, ResidentId, Lapse, Points)>> {
    let (day, account) = after.unzip();
    let rows: Vec<LotRow> = diesel::sql_query(LAPSING)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Date, _>(stretch.from)
        .bind::<Date, _>(stretch.to)
        .bind::<Nullable<Date>, _>(day)
        .bind::<Nullable<SqlUuid>, _>(account)
        .bind::<Text, _>(stretch.beginning)
        .bind::<Text, _>(&stretch.end)
        .bind::<BigInt, _>(most)
        .load(connection)
        .await?;
    let lot = |row: LotRow| {
        let (owner, points) = (ResidentId::new(row.owner_id), Points::new(row.points));
        (row.account_id, owner, Lapse::on(row.lapses_on), points)
    };
    Ok(rows.into_iter().map(lot).collect())
}

/// The notices of a resident, the newest first; only those that were not read if so asked.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    (of, unread): (ResidentId, bool),
    slice: &Slice,
) -> Result<Page<Notice>> {
    let mut query = notices::table
        .filter(notices::community_id.eq(community.uuid()).and(notices::resident_id.eq(of.uuid())))
        .order(notices::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if unread {
        query = query.filter(notices::read_at.is_null());
    }
    if let Some(after) = slice.after {
        query = query.filter(notices::id.lt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}

/// How many notices a resident has not read.
///
/// # Errors
/// If the data base does not answer.
pub async fn unread(connection: &mut Connection, community: CommunityId, of: ResidentId) -> Result<i64> {
    let unread = notices::table
        .filter(notices::community_id.eq(community.uuid()).and(notices::resident_id.eq(of.uuid())))
        .filter(notices::read_at.is_null());
    Ok(unread.count().get_result(connection).await?)
}

/// Stores that a resident has read what was not read yet, up to a notice if one is given; answers how many that were.
///
/// # Errors
/// If the data base does not answer.
pub async fn read_all(
    connection: &mut Connection,
    community: CommunityId,
    (of, up_to): (ResidentId, Option<NoticeId>),
    now: DateTime<Utc>,
) -> Result<usize> {
    let mut unread = diesel::update(notices::table)
        .filter(notices::community_id.eq(community.uuid()).and(notices::resident_id.eq(of.uuid())))
        .filter(notices::read_at.is_null())
        .set(notices::read_at.eq(now))
        .into_boxed();
    if let Some(up_to) = up_to {
        unread = unread.filter(notices::id.le(up_to.uuid()));
    }
    Ok(unread.execute(connection).await?)
}

/// The notice with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: NoticeId,
) -> Result<Option<Notice>> {
    let row: Option<Row> = notices::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Stores when a notice was read.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, notice: &Notice) -> Result<()> {
    diesel::update(notices::table.find((community.uuid(), notice.id.uuid())))
        .set(notices::read_at.eq(notice.read_at))
        .execute(connection)
        .await?;
    Ok(())
}
