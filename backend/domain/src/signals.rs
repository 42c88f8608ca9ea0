//! Signals of abuse 异常提示: patterns in what was confirmed that staff should look into. Nothing is blocked because of them.
//!
//! Source: no programme that was read has such signals; the patterns are those of the product's owner, the figures
//! defaults that each community settles for itself ([`Watch`]).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Refusal;
use crate::calendar::{Local, day_of, span_of};
use crate::communities::Community;
use crate::hours::Hours;
use crate::ids::{ConfirmationId, FailedConfirmationId, ResidentId, SignalId, StoreId, UserId};

/// How many days before the first run are looked at.
const FIRST_DAYS: u64 = 30;

/// What a signal is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Display, EnumString, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SignalKind {
    /// Many confirmations in a store within a few minutes, those of slots aside.
    Burst,
    /// The same resident at the same cashier again and again.
    SamePair,
    /// Somebody who works in the store, or manages its partner, used a voucher there.
    OwnStore,
    /// Confirmations while the store was closed.
    OutsideHours,
    /// Many tries with codes that do not exist.
    UnknownCodes,
}

/// Where a signal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SignalState {
    /// Nobody has looked into it.
    Open,
    /// There was nothing in it.
    Dismissed,
    /// Something was done about it.
    Acted,
}

/// From which figures on a pattern is a signal; zero is never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Watch {
    /// How many confirmations in a store are a burst …
    pub burst_count: usize,
    /// … within so many minutes.
    pub burst_minutes: i64,
    /// How many confirmations of the same resident by the same cashier are too many …
    pub pair_count: usize,
    /// … within so many days.
    pub pair_days: u64,
    /// How many uses a day of who works in the store.
    pub own_store_count: usize,
    /// How many confirmations a day outside opening hours.
    pub outside_hours_count: usize,
    /// How many tries a day with unknown codes.
    pub unknown_codes_count: usize,
}

impl Default for Watch {
    /// Ten in five minutes is twice what a practised cashier does; five times a week at one cashier is more than daily
    /// shopping; one use of who works there is worth a look; so are three after hours, and five codes that do not exist.
    fn default() -> Self {
        Self {
            burst_count: 10,
            burst_minutes: 5,
            pair_count: 5,
            pair_days: 7,
            own_store_count: 1,
            outside_hours_count: 3,
            unknown_codes_count: 5,
        }
    }
}

/// A confirmation that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// The confirmation.
    pub id: ConfirmationId,
    /// Where.
    pub store: StoreId,
    /// By whom.
    pub cashier: UserId,
    /// Whose voucher it was.
    pub resident: ResidentId,
    /// Whether the resident works in the store or manages its partner.
    pub insider: bool,
    /// Whether the voucher was for a slot: whoever comes to a class comes at the same time.
    pub in_slot: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// A try with a code that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Miss {
    /// The failed confirmation.
    pub id: FailedConfirmationId,
    /// Where.
    pub store: StoreId,
}

/// What is looked at of a day.
#[derive(Debug, Clone, Default)]
pub struct Scene {
    /// What was confirmed, since as many days before as the longest pattern has, in the order of time.
    pub uses: Vec<Use>,
    /// The tries of the day with unknown codes.
    pub misses: Vec<Miss>,
    /// When stores are open.
    pub hours: BTreeMap<StoreId, Hours>,
}

/// A pattern that was found in a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// What it is.
    pub kind: SignalKind,
    /// Where.
    pub store: StoreId,
    /// At which cashier, if it is about one.
    pub cashier: Option<UserId>,
    /// With which resident, if it is about one.
    pub resident: Option<ResidentId>,
    /// How often.
    pub count: usize,
    /// From how often on it is a signal.
    pub threshold: usize,
    /// What is behind it: confirmations, or failed ones, each once.
    pub rows: Vec<Uuid>,
}

/// A signal, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// Its identifier.
    pub id: SignalId,
    /// The community's day.
    pub day: NaiveDate,
    /// What was found.
    pub pattern: Pattern,
    /// When it was found.
    pub found_at: DateTime<Utc>,
    /// Who looked into it.
    pub look: Option<Look>,
}

/// What came of looking into a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Whether something was done about it.
    pub outcome: Outcome,
    /// What there is to say.
    pub note: String,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether something was done about a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Outcome {
    /// There was nothing in it.
    Dismissed,
    /// It was.
    Acted,
}

impl Signal {
    /// Where it stands.
    pub fn state(&self) -> SignalState {
        match self.look.as_ref().map(|look| look.outcome) {
            None => SignalState::Open,
            Some(Outcome::Dismissed) => SignalState::Dismissed,
            Some(Outcome::Acted) => SignalState::Acted,
        }
    }

    /// The signal, looked into. Once.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn looked_into(self, look: Look) -> Result<Self, Refusal> {
        if self.look.is_some() {
            return Err(Refusal::WrongState { state: self.state().to_string() });
        }
        Ok(Self { look: Some(look), ..self })
    }
}

impl Community {
    /// The next day that is to be looked at; none if it is not over yet, or something in it can still be undone.
    pub fn next_watched(&self, last: Option<NaiveDate>, now: DateTime<Utc>) -> Option<NaiveDate> {
        let today = self.day_of(now);
        let first = today.checked_sub_days(Days::new(FIRST_DAYS))?;
        let next = last.map_or(Some(first), |last| last.succ_opt())?;
        (self.settled_at(span_of(next, self.timezone).1) <= now).then_some(next)
    }
}

impl Watch {
    /// The first day that has to be known to look at this one.
    pub fn since(&self, day: NaiveDate) -> NaiveDate {
        day.checked_sub_days(Days::new(self.pair_days.saturating_sub(1))).unwrap_or(day)
    }

    /// Returns the patterns of a day, each at most once for what it is about.
    pub fn patterns(&self, scene: &Scene, day: NaiveDate, timezone: Tz) -> Vec<Pattern> {
        let today = |one: &Use| day_of(one.at, timezone) == day;
        let of_day: Vec<Use> = scene.uses.iter().copied().filter(today).collect();
        let outside = |one: &Use| {
            scene.hours.get(&one.store).is_some_and(|hours| !hours.include(Local { now: one.at, timezone }))
        };
        let mut found = self.bursts(&of_day);
        found.extend(self.pairs(&scene.uses, &of_day));
        let insiders = of_day.iter().filter(|one| one.insider);
        let by_insider = grouped(insiders.map(|one| ((one.store, None, Some(one.resident)), one.id.uuid())));
        found.extend(over(SignalKind::OwnStore, self.own_store_count, by_insider));
        let at_store = of_day.iter().filter(|one| outside(one));
        let by_store = grouped(at_store.map(|one| ((one.store, None, None), one.id.uuid())));
        found.extend(over(SignalKind::OutsideHours, self.outside_hours_count, by_store));
        let misses = grouped(scene.misses.iter().map(|miss| ((miss.store, None, None), miss.id.uuid())));
        found.extend(over(SignalKind::UnknownCodes, self.unknown_codes_count, misses));
        found
    }

    /// The stores with a burst: `count` is the largest number within the minutes, `rows` all that are part of a burst.
    fn bursts(&self, of_day: &[Use]) -> Vec<Pattern> {
        let mut by_store: BTreeMap<StoreId, Vec<&Use>> = BTreeMap::new();
        for one in of_day.iter().filter(|one| !one.in_slot) {
            by_store.entry(one.store).or_default().push(one);
        }
        let span = Duration::minutes(self.burst_minutes);
        let burst = |(store, mut uses): (StoreId, Vec<&Use>)| {
            uses.sort_by_key(|one| (one.at, one.id));
            let (mut most, mut rows) = (0, BTreeSet::new());
            for (place, first) in uses.iter().enumerate() {
                let within = uses.iter().skip(place).take_while(|one| one.at - first.at < span);
                let within: Vec<Uuid> = within.map(|one| one.id.uuid()).collect();
                if self.burst_count > 0 && within.len() >= self.burst_count {
                    most = most.max(within.len());
                    rows.extend(within);
                }
            }
            let whose = (store, None, None);
            (most > 0).then(|| pattern(SignalKind::Burst, whose, (most, self.burst_count), rows))
        };
        by_store.into_iter().filter_map(burst).collect()
    }

    /// The pairs that met today, and too often in these days. A resident who comes to several stores of one cashier is
    /// one pair; the store is that of today.
    fn pairs(&self, uses: &[Use], of_day: &[Use]) -> Vec<Pattern> {
        let met: BTreeMap<(UserId, ResidentId), StoreId> =
            of_day.iter().map(|one| ((one.cashier, one.resident), one.store)).collect();
        let of_pair = uses.iter().filter_map(|one| {
            let store = met.get(&(one.cashier, one.resident))?;
            Some(((*store, Some(one.cashier), Some(one.resident)), one.id.uuid()))
        });
        over(SignalKind::SamePair, self.pair_count, grouped(of_pair))
    }
}

/// Whom a pattern is about: a store, and a cashier or a resident of it.
type About = (StoreId, Option<UserId>, Option<ResidentId>);

fn grouped(rows: impl Iterator<Item = (About, Uuid)>) -> BTreeMap<About, BTreeSet<Uuid>> {
    let mut groups: BTreeMap<About, BTreeSet<Uuid>> = BTreeMap::new();
    for (about, row) in rows {
        groups.entry(about).or_default().insert(row);
    }
    groups
}

fn over(kind: SignalKind, threshold: usize, groups: BTreeMap<About, BTreeSet<Uuid>>) -> Vec<Pattern> {
    let many = groups.into_iter().filter(|(_, rows)| threshold > 0 && rows.len() >= threshold);
    many.map(|(about, rows)| pattern(kind, about, (rows.len(), threshold), rows)).collect()
}

fn pattern(
    kind: SignalKind,
    (store, cashier, resident): About,
    (count, threshold): (usize, usize),
    rows: BTreeSet<Uuid>,
) -> Pattern {
    Pattern { kind, store, cashier, resident, count, threshold, rows: rows.into_iter().collect() }
}

#[cfg(test)]
#[path = "signals_tests.rs"]
mod tests;
