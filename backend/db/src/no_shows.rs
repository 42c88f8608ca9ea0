//! Marks of who signed up and came late or not at all.

mod appeals;
mod expected;

pub use appeals::{AppealKey, list_appeals};
pub use expected::{absent_since, expected, standing};

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, OptionalExtension, QueryDsl, Queryable,
    Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{ActivityId, CommunityId, NoShowId, ResidentId, ShiftId, TransferId, UserId};
use linli_domain::no_shows::{Appeal, Decision, NoShow};
use uuid::Uuid;

use crate::error::read;
use crate::schema::{activities, no_shows, residents, shifts};
use crate::{Connection, Page, Result, Slice};

/// The activity of a mark, what it is called, when the shift began, and the resident's name.
type Whereabouts = (Uuid, String, DateTime<Utc>, String);

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = no_shows, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    shift_id: Uuid,
    resident_id: Uuid,
    kind: String,
    step: String,
    transfer_id: Option<Uuid>,
    marked_by: Uuid,
    marked_at: DateTime<Utc>,
    appeal: Option<String>,
    appealed_at: Option<DateTime<Utc>>,
    verdict: Option<String>,
    note: Option<String>,
    decided_by: Option<Uuid>,
    decided_at: Option<DateTime<Utc>>,
    appealed_by: Option<Uuid>,
}

impl Row {
    fn of(community: CommunityId, mark: &NoShow) -> Self {
        let (appeal, decision) = (mark.appeal.as_ref(), mark.decision.as_ref());
        Self {
            community_id: community.uuid(),
            id: mark.id.uuid(),
            shift_id: mark.shift.uuid(),
            resident_id: mark.resident.uuid(),
            kind: mark.missed.to_string(),
            step: mark.step.to_string(),
            transfer_id: mark.transfer.map(TransferId::uuid),
            marked_by: mark.marked_by.uuid(),
            marked_at: mark.marked_at,
            appeal: appeal.map(|appeal| appeal.reason.clone()),
            appealed_at: appeal.map(|appeal| appeal.at),
            verdict: decision.map(|decision| decision.verdict.to_string()),
            note: decision.map(|decision| decision.note.clone()),
            decided_by: decision.map(|decision| decision.by.uuid()),
            decided_at: decision.map(|decision| decision.at),
            appealed_by: appeal.and_then(|appeal| appeal.by).map(UserId::uuid),
        }
    }

    fn read(self) -> Result<NoShow> {
        let by = self.appealed_by.map(UserId::new);
        let appeal = self.appeal.zip(self.appealed_at).map(|(reason, at)| Appeal { reason, at, by });
        let verdict = self.verdict.as_deref().map(read).transpose()?;
        let decision = match (verdict, self.note, self.decided_by.map(UserId::new), self.decided_at) {
            (Some(verdict), Some(note), Some(by), Some(at)) => Some(Decision { verdict, note, by, at }),
            _ => None,
        };
        Ok(NoShow {
            id: NoShowId::new(self.id),
            shift: ShiftId::new(self.shift_id),
            resident: ResidentId::new(self.resident_id),
            missed: read(&self.kind)?,
            step: read(&self.step)?,
            transfer: self.transfer_id.map(TransferId::new),
            marked_by: UserId::new(self.marked_by),
            marked_at: self.marked_at,
            appeal,
            decision,
        })
    }
}

/// A mark with what it is about.
#[derive(Debug, Clone)]
pub struct NoShowAt {
    /// The mark.
    pub mark: NoShow,
    /// The activity.
    pub activity: ActivityId,
    /// What it is called.
    pub title: String,
    /// When the shift began.
    pub starts_at: DateTime<Utc>,
    /// The resident's name.
    pub resident_name: String,
}

/// Stores new marks. One statement for all.
///
/// # Errors
/// If the data base does not answer, or somebody was marked for the same shift before.
pub async fn insert_all(connection: &mut Connection, community: CommunityId, marks: &[NoShow]) -> Result<()> {
    let rows: Vec<Row> = marks.iter().map(|mark| Row::of(community, mark)).collect();
    diesel::insert_into(no_shows::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Stores what a resident says against a mark, and what the desk says to it.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, mark: &NoShow) -> Result<()> {
    let row = Row::of(community, mark);
    diesel::update(no_shows::table.find((row.community_id, row.id)))
        .set((
            no_shows::appeal.eq(row.appeal),
            no_shows::appealed_at.eq(row.appealed_at),
            no_shows::appealed_by.eq(row.appealed_by),
            no_shows::verdict.eq(row.verdict),
            no_shows::note.eq(row.note),
            no_shows::decided_by.eq(row.decided_by),
            no_shows::decided_at.eq(row.decided_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The mark with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: NoShowId,
) -> Result<Option<NoShow>> {
    let row: Option<Row> = no_shows::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Which marks are asked for.
#[derive(Debug, Clone, Copy)]
pub enum Of<'a> {
    /// Those of a resident.
    Resident(ResidentId),
    /// These.
    These(&'a [NoShowId]),
}

/// Marks with what they are about, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    of: Of<'_>,
    slice: &Slice,
) -> Result<Page<NoShowAt>> {
    let of_mark = shifts::community_id.eq(no_shows::community_id).and(shifts::id.eq(no_shows::shift_id));
    let of_shift =
        activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id));
    let of_resident =
        residents::community_id.eq(no_shows::community_id).and(residents::id.eq(no_shows::resident_id));
    let mut query = no_shows::table
        .inner_join(shifts::table.on(of_mark))
        .inner_join(activities::table.on(of_shift))
        .inner_join(residents::table.on(of_resident))
        .filter(no_shows::community_id.eq(community.uuid()))
        .order(no_shows::id.desc())
        .limit(slice.probe())
        .select((Row::as_select(), (activities::id, activities::title, shifts::starts_at, residents::name)))
        .into_boxed();
    query = match of {
        Of::Resident(resident) => query.filter(no_shows::resident_id.eq(resident.uuid())),
        Of::These(ids) => query.filter(no_shows::id.eq_any(ids.iter().map(|id| id.uuid()))),
    };
    if let Some(after) = slice.after {
        query = query.filter(no_shows::id.lt(after));
    }
    let rows: Vec<(Row, Whereabouts)> = query.load(connection).await?;
    slice.page(rows, |(row, _)| row.id).try_map(whole)
}

fn whole((row, (activity, title, starts_at, resident_name)): (Row, Whereabouts)) -> Result<NoShowAt> {
    Ok(NoShowAt { mark: row.read()?, activity: ActivityId::new(activity), title, starts_at, resident_name })
}
