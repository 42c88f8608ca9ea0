//! Appeals against marks, of all residents.

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use uuid::Uuid;

use super::{NoShowAt, Row, Whereabouts, whole};
use crate::schema::{activities, no_shows, residents, shifts};
use crate::{Connection, Page, Result, Slice};

/// The place of an appeal among the others: when it came, and the mark.
pub type AppealKey = (DateTime<Utc>, Uuid);

/// The marks that residents have appealed against, the oldest appeal first: those that are `decided`, those that are not, or
/// all of them.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_appeals(
    connection: &mut Connection,
    community: CommunityId,
    decided: Option<bool>,
    slice: &Slice<AppealKey>,
) -> Result<Page<NoShowAt, AppealKey>> {
    let of_mark = shifts::community_id.eq(no_shows::community_id).and(shifts::id.eq(no_shows::shift_id));
    let of_shift =
        activities::community_id.eq(shifts::community_id).and(activities::id.eq(shifts::activity_id));
    let of_resident =
        residents::community_id.eq(no_shows::community_id).and(residents::id.eq(no_shows::resident_id));
    let mut query = no_shows::table
        .inner_join(shifts::table.on(of_mark))
        .inner_join(activities::table.on(of_shift))
        .inner_join(residents::table.on(of_resident))
        .filter(no_shows::community_id.eq(community.uuid()).and(no_shows::appealed_at.is_not_null()))
        .order((no_shows::appealed_at, no_shows::id))
        .limit(slice.probe())
        .select((Row::as_select(), (activities::id, activities::title, shifts::starts_at, residents::name)))
        .into_boxed();
    query = match decided {
        Some(true) => query.filter(no_shows::decided_at.is_not_null()),
        Some(false) => query.filter(no_shows::decided_at.is_null()),
        None => query,
    };
    if let Some((at, id)) = slice.after {
        let same = no_shows::appealed_at.eq(at).and(no_shows::id.gt(id));
        query = query.filter(no_shows::appealed_at.gt(at).or(same).assume_not_null());
    }
    let rows: Vec<(Row, Whereabouts)> = query.load(connection).await?;
    slice.page(rows, |(row, _)| (row.appealed_at.unwrap_or(row.marked_at), row.id)).try_map(whole)
}
