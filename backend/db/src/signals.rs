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

/// The signals of a community with the names of their stores, the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<(Signal, String)>> {
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
    slice.page(rows, |(row, _)| row.id).try_map(|(row, store)| Ok((row.read()?, store)))
}

/// The signal with this id and the name of its store.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(
    connection: &mut Connection,
    community: CommunityId,
    id: SignalId,
) -> Result<Option<(Signal, String)>> {
    let found: Option<(Row, String)> = at_stores!()
        .filter(signals::community_id.eq(community.uuid()).and(signals::id.eq(id.uuid())))
        .first(connection)
        .await
        .optional()?;
    found.map(|(row, store)| Ok((row.read()?, store))).transpose()
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
