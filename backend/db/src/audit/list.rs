//! Lines of the audit log as they are asked for, with the names of who and what they name.

use chrono::{DateTime, Utc};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::OpenSpan;
use linli_domain::ids::{CommunityId, ResidentId, UserId};
use uuid::Uuid;

use super::{Entry, Row};
use crate::names::{Names, Thing, resident, user};
use crate::schema::audit_entries;
use crate::{Connection, Page, Result, Slice};

/// Which lines are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of what this person did.
    pub actor: Option<UserId>,
    /// Of what was done in this resident's place.
    pub on_behalf_of: Option<ResidentId>,
    /// Of what was done to things of this kind.
    pub subject_kind: Option<String>,
    /// Of what was done to this thing.
    pub subject: Option<Uuid>,
    /// Of this act, e.g. `resident.reveal`.
    pub action: Option<String>,
    /// From the first moment on, and before the second.
    pub span: OpenSpan,
}

/// The place of a line among the others: when, and which it is.
pub type EntryKey = (DateTime<Utc>, Uuid);

/// A line with names beside its identifiers.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The line.
    pub entry: Entry,
    /// Who; none if the program itself.
    pub actor_name: Option<String>,
    /// In whose place.
    pub on_behalf_of_name: Option<String>,
    /// What the thing is called now, as far as it has a name.
    pub subject_name: Option<String>,
}

/// The lines of a community that a filter lets through, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice<EntryKey>,
) -> Result<Page<Listed, EntryKey>> {
    let mut query = audit_entries::table
        .filter(audit_entries::community_id.eq(community.uuid()))
        .order((audit_entries::at.desc(), audit_entries::id.desc()))
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(actor) = filter.actor {
        query = query.filter(audit_entries::actor_id.eq(actor.uuid()));
    }
    if let Some(resident) = filter.on_behalf_of {
        query = query.filter(audit_entries::on_behalf_of.eq(resident.uuid()));
    }
    if let Some(kind) = &filter.subject_kind {
        query = query.filter(audit_entries::subject_kind.eq(kind));
    }
    if let Some(subject) = filter.subject {
        query = query.filter(audit_entries::subject_id.eq(subject));
    }
    if let Some(action) = &filter.action {
        query = query.filter(audit_entries::action.eq(action));
    }
    if let Some(from) = filter.span.0 {
        query = query.filter(audit_entries::at.ge(from));
    }
    if let Some(before) = filter.span.1 {
        query = query.filter(audit_entries::at.lt(before));
    }
    if let Some((at, id)) = slice.after {
        // The first condition says nothing new: it is where the index begins.
        let same = audit_entries::at.eq(at).and(audit_entries::id.lt(id));
        query = query.filter(audit_entries::at.le(at)).filter(audit_entries::at.lt(at).or(same));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    let page = slice.page(rows, |row| (row.at, row.id));
    let entries = page.items.into_iter().map(Row::read).collect();
    Ok(Page { items: named(connection, community, entries).await?, next: page.next })
}

async fn named(
    connection: &mut Connection,
    community: CommunityId,
    entries: Vec<Entry>,
) -> Result<Vec<Listed>> {
    let names = Names::of(connection, community, entries.iter().flat_map(things).flatten()).await?;
    let listed = |entry: Entry| {
        let [actor_name, on_behalf_of_name, subject_name] =
            things(&entry).map(|thing| thing.and_then(|thing| names.get(&thing)));
        Listed { entry, actor_name, on_behalf_of_name, subject_name }
    };
    Ok(entries.into_iter().map(listed).collect())
}

/// Who, in whose place, and to what.
fn things(entry: &Entry) -> [Option<Thing>; 3] {
    let subject = (entry.subject_kind.clone(), entry.subject);
    [entry.actor.map(user), entry.on_behalf_of.map(resident), Some(subject)]
}
