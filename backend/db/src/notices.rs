//! Notices to residents.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, NoticeId, ResidentId};
use linli_domain::ledger::Lapse;
use linli_domain::notices::Notice;
use linli_domain::points::Points;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, to_json};
use crate::schema::{accounts, lots, notices};
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

/// Points that are not held and lapse from one day to another (both included), lot by lot; the ones after a lot if it is
/// given, at most so many.
///
/// # Errors
/// If the data base does not answer.
pub async fn lapsing_lots(
    connection: &mut Connection,
    community: CommunityId,
    (from, to): (NaiveDate, NaiveDate),
    (after, most): (Option<(NaiveDate, Uuid)>, i64),
) -> Result<Vec<(Uuid, ResidentId, Lapse, Points)>> {
    let mut query = lots::table
        .inner_join(
            accounts::table
                .on(accounts::community_id.eq(lots::community_id).and(accounts::id.eq(lots::account_id))),
        )
        .filter(lots::community_id.eq(community.uuid()))
        .filter(lots::lapses_on.between(from, to).and(lots::posted.gt(lots::held)))
        .order((lots::lapses_on, lots::account_id))
        .limit(most)
        .select((lots::account_id, accounts::owner_id, lots::lapses_on, lots::posted - lots::held))
        .into_boxed();
    if let Some((day, account)) = after {
        let same_day = lots::lapses_on.eq(day).and(lots::account_id.gt(account));
        query = query.filter(lots::lapses_on.gt(day).or(same_day));
    }
    let rows: Vec<(Uuid, Uuid, NaiveDate, i64)> = query.load(connection).await?;
    let lot =
        |(account, owner, on, points)| (account, ResidentId::new(owner), Lapse::on(on), Points::new(points));
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
