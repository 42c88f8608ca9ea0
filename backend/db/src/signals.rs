//! Signals of abuse with what is behind them, and the days that were looked at.

mod scene;

pub use scene::scene;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::dsl::max;
use diesel::{
    BoolExpressionMethods, ExpressionMethods, Insertable, JoinOnDsl, OptionalExtension, QueryDsl, Queryable,
    Selectable, SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, SignalId, StoreId, UserId};
use linli_domain::signals::{Look, Outcome, Pattern, Signal, SignalKind, SignalState};
use uuid::Uuid;

use crate::error::read;
use crate::names::{Names, Thing, resident, user};
use crate::schema::{signal_rows, signals, stores, watched_days};
use crate::{Connection, Error, Page, Result, Slice};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = signals, check_for_backend(diesel::pg::Pg))]
struct Row {
    community_id: Uuid,
    id: Uuid,
    day: NaiveDate,
    kind: String,
    subject: String,
    store_id: Uuid,
    cashier_id: Option<Uuid>,
    resident_id: Option<Uuid>,
    count: i64,
    threshold: i64,
    found_at: DateTime<Utc>,
    outcome: Option<String>,
    note: Option<String>,
    looked_by: Option<Uuid>,
    looked_at: Option<DateTime<Utc>>,
}

impl Row {
    fn of(community: CommunityId, signal: &Signal) -> Result<Self> {
        let Pattern { store, cashier, resident, .. } = signal.pattern;
        let number = |count: usize| i64::try_from(count).map_err(|error| Error::Corrupt(error.to_string()));
        let whom = [Some(store.uuid()), cashier.map(UserId::uuid), resident.map(ResidentId::uuid)];
        let words = whom.iter().map(|one| one.map(|id| id.to_string()).unwrap_or_default());
        let look = signal.look.as_ref();
        Ok(Self {
            community_id: community.uuid(),
            id: signal.id.uuid(),
            day: signal.day,
            kind: signal.pattern.kind.to_string(),
            subject: words.collect::<Vec<_>>().join("/"),
            store_id: store.uuid(),
            cashier_id: cashier.map(UserId::uuid),
            resident_id: resident.map(ResidentId::uuid),
            count: number(signal.pattern.count)?,
            threshold: number(signal.pattern.threshold)?,
            found_at: signal.found_at,
            outcome: look.map(|look| look.outcome.to_string()),
            note: look.map(|look| look.note.clone()),
            looked_by: look.map(|look| look.by.uuid()),
            looked_at: look.map(|look| look.at),
        })
    }

    /// The cashier, the resident, and who looked into it, as far as there is one.
    fn people(&self) -> [Option<Thing>; 3] {
        let [cashier, looked_by] = [self.cashier_id, self.looked_by].map(|id| id.map(UserId::new).map(user));
        [cashier, self.resident_id.map(ResidentId::new).map(resident), looked_by]
    }

    /// The signal, without what is behind it.
    fn read(self) -> Result<Signal> {
        let number = |count: i64| usize::try_from(count).map_err(|error| Error::Corrupt(error.to_string()));
        let outcome: Option<Outcome> = self.outcome.as_deref().map(read).transpose()?;
        let by = self.looked_by.map(UserId::new).zip(self.looked_at);
        let look = outcome.zip(self.note).zip(by);
        Ok(Signal {
            id: SignalId::new(self.id),
            day: self.day,
            pattern: Pattern {
                kind: read(&self.kind)?,
                store: StoreId::new(self.store_id),
                cashier: self.cashier_id.map(UserId::new),
                resident: self.resident_id.map(ResidentId::new),
                count: number(self.count)?,
                threshold: number(self.threshold)?,
                rows: Vec::new(),
            },
            found_at: self.found_at,
            look: look.map(|((outcome, note), (by, at))| Look { outcome, note, by, at }),
        })
    }
}

/// The last day that was looked at.
///
/// Decide upon it only while the community is locked ([`crate::communities::lock`]): another process may be looking.
///
/// # Errors
/// If the data base does not answer.
pub async fn last_watched(connection: &mut Connection, community: CommunityId) -> Result<Option<NaiveDate>> {
    let of_community = watched_days::table.filter(watched_days::community_id.eq(community.uuid()));
    Ok(of_community.select(max(watched_days::day)).first(connection).await?)
}

/// Stores what was found in a day, and that it was looked at.
///
/// # Errors
/// If the data base does not answer, or the day was looked at before.
pub async fn insert_day(
    connection: &mut Connection,
    community: CommunityId,
    (day, at): (NaiveDate, DateTime<Utc>),
    found: &[Signal],
) -> Result<()> {
    let watched = (
        watched_days::community_id.eq(community.uuid()),
        watched_days::day.eq(day),
        watched_days::watched_at.eq(at),
    );
    diesel::insert_into(watched_days::table).values(watched).execute(connection).await?;
    let rows: Vec<Row> = found.iter().map(|signal| Row::of(community, signal)).collect::<Result<_>>()?;
    diesel::insert_into(signals::table).values(rows).execute(connection).await?;
    let behind = |signal: &Signal| {
        let id = signal.id.uuid();
        signal.pattern.rows.clone().into_iter().map(move |row| {
            (
                signal_rows::community_id.eq(community.uuid()),
                signal_rows::signal_id.eq(id),
                signal_rows::row_id.eq(row),
            )
        })
    };
    let behind: Vec<_> = found.iter().flat_map(behind).collect();
    for part in behind.chunks(1_000) {
        diesel::insert_into(signal_rows::table).values(part.to_vec()).execute(connection).await?;
    }
    Ok(())
}

/// Which signals.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<SignalKind>,
    /// In this store.
    pub store: Option<StoreId>,
    /// About this resident.
    pub resident: Option<ResidentId>,
    /// Where they stand.
    pub state: Option<SignalState>,
    /// Of this day.
    pub day: Option<NaiveDate>,
}

/// Signals with the names of their stores.
macro_rules! at_stores {
    () => {
        signals::table
            .inner_join(
                stores::table
                    .on(stores::community_id.eq(signals::community_id).and(stores::id.eq(signals::store_id))),
            )
            .select((Row::as_select(), stores::name))
    };
}

/// A signal with names beside its identifiers.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The signal, without what is behind it.
    pub signal: Signal,
    /// The name of its store.
    pub store_name: String,
    /// The name of the cashier, if it is about one.
    pub cashier_name: Option<String>,
    /// The name of the resident, if it is about one.
    pub resident_name: Option<String>,
    /// The name of whoever looked into it.
    pub looked_by_name: Option<String>,
}

/// The signals of a community with names, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<Listed>> {
    let mut query = at_stores!()
        .filter(signals::community_id.eq(community.uuid()))
        .order(signals::id.desc())
        .limit(slice.probe())
        .into_boxed();
    if let Some(kind) = filter.kind {
        query = query.filter(signals::kind.eq(kind.to_string()));
    }
    if let Some(store) = filter.store {
        query = query.filter(signals::store_id.eq(store.uuid()));
    }
    if let Some(resident) = filter.resident {
        query = query.filter(signals::resident_id.eq(resident.uuid()));
    }
    query = match filter.state {
        None => query,
        Some(SignalState::Open) => query.filter(signals::outcome.is_null()),
        Some(state) => query.filter(signals::outcome.eq(state.to_string())),
    };
    if let Some(day) = filter.day {
        query = query.filter(signals::day.eq(day));
    }
    if let Some(after) = slice.after {
        query = query.filter(signals::id.lt(after));
    }
    let rows: Vec<(Row, String)> = query.load(connection).await?;
    let page = slice.page(rows, |(row, _)| row.id);
    Ok(Page { items: named(connection, community, page.items).await?, next: page.next })
}

async fn named(
    connection: &mut Connection,
    community: CommunityId,
    rows: Vec<(Row, String)>,
) -> Result<Vec<Listed>> {
    let names =
        Names::of(connection, community, rows.iter().flat_map(|(row, _)| row.people()).flatten()).await?;
    let listed = |(row, store_name): (Row, String)| {
        let [cashier_name, resident_name, looked_by_name] =
            row.people().map(|one| one.and_then(|one| names.get(&one)));
        Ok(Listed { signal: row.read()?, store_name, cashier_name, resident_name, looked_by_name })
    };
    rows.into_iter().map(listed).collect()
}

/// The signal with this id, with names.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: SignalId,
) -> Result<Option<Listed>> {
    let found: Option<(Row, String)> = at_stores!()
        .filter(signals::community_id.eq(community.uuid()).and(signals::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    Ok(named(connection, community, found.into_iter().collect()).await?.pop())
}

/// The signal with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: SignalId,
) -> Result<Option<Signal>> {
    let row: Option<Row> = signals::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    row.map(Row::read).transpose()
}

/// Stores what came of looking into a signal.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(connection: &mut Connection, community: CommunityId, signal: &Signal) -> Result<()> {
    let row = Row::of(community, signal)?;
    diesel::update(signals::table.find((community.uuid(), signal.id.uuid())))
        .set((
            signals::outcome.eq(row.outcome),
            signals::note.eq(row.note),
            signals::looked_by.eq(row.looked_by),
            signals::looked_at.eq(row.looked_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}
