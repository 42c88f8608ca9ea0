//! Daily seals: a Merkle root over the transfers of a day, chained to the day before, so that a later change of history shows.

mod hash;
mod merkle;
mod record;

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::calendar::{day_of, span_of, start_of};
use crate::ids::{CommunityId, SealId};

pub use hash::{Hash, HashError};
pub use merkle::{Step, Tree, root_through};
pub use record::TransferRecord;

/// For how long a day is over before it is sealed. Whoever posts has ten seconds to go on and fifteen for a statement: by
/// then everything of the day is committed.
const REST: TimeDelta = TimeDelta::hours(1);

/// A day that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Its identifier.
    pub id: SealId,
    /// The community's day.
    pub day: NaiveDate,
    /// How many transfers it covers.
    pub transfers: i64,
    /// The Merkle root of their leaves, in the order of the transfers' identifiers.
    pub root: Hash,
    /// The hash of the seal before; none for the first one.
    pub previous: Option<Hash>,
    /// When it was made.
    pub sealed_at: DateTime<Utc>,
}

/// What does not fit about a seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::Display)]
#[strum(serialize_all = "snake_case")]
pub enum Fault {
    /// It covers another number of transfers than it says.
    Transfers,
    /// Its leaves have another root.
    Root,
    /// It names another seal than the one before it.
    Previous,
    /// It has another hash than was stored of it.
    Hash,
}

/// The next day to be sealed; none before the last one has been over for an hour.
///
/// The first seal is of the last day that is over, and covers everything before it: nobody can say any more on which day
/// that came to be.
pub fn next_day(last: Option<NaiveDate>, now: DateTime<Utc>, timezone: Tz) -> Option<NaiveDate> {
    let latest = day_of(now - REST, timezone).pred_opt()?;
    match last {
        None => Some(latest),
        Some(last) => last.succ_opt().filter(|next| *next <= latest),
    }
}

/// The time of posting from which, and before which, the seal of `day` covers what no seal covers yet: what was committed
/// late on the day before, too. None is the beginning: of the first seal.
///
/// Whatever turns up without a seal from a time before that was not late: somebody has put it there.
pub fn span(day: NaiveDate, first: bool, timezone: Tz) -> (Option<DateTime<Utc>>, DateTime<Utc>) {
    let before = day.checked_sub_days(Days::new(1)).filter(|_| !first);
    (before.map(|before| start_of(before, timezone)), span_of(day, timezone).1)
}

impl Seal {
    /// The hash of the seal, which the next one names: it covers everything about it.
    pub fn hash(&self, community: CommunityId) -> Hash {
        let previous = self.previous.map(|hash| hash.to_string());
        let mut text = Text::begin("linli-seal-1");
        text.add("community_id", Some(community));
        text.add("id", Some(self.id));
        text.add("day", Some(self.day));
        text.add("transfers", Some(self.transfers));
        text.add("root", Some(self.root));
        text.add("previous", previous);
        text.add("sealed_at", Some(written(self.sealed_at)));
        Hash::of(&[text.0.as_bytes()])
    }

    /// What does not fit, given the seal before, the tree of the leaves, and the hash that was stored; and by which figures.
    pub fn faults(
        &self,
        before: Option<Hash>,
        leaves: &Tree,
        stored: Hash,
        hash: Hash,
    ) -> Vec<(Fault, i64, i64)> {
        let whether = |fault, fits: bool| (!fits).then_some((fault, 0, 1));
        let counted =
            (self.transfers != leaves.count()).then_some((Fault::Transfers, self.transfers, leaves.count()));
        [
            counted,
            whether(Fault::Root, self.root == leaves.root()),
            whether(Fault::Previous, self.previous == before),
            whether(Fault::Hash, stored == hash),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// A text that says the same only if everything in it is the same: each value with its name and its length in bytes.
struct Text(String);

impl Text {
    fn begin(version: &str) -> Self {
        Self(format!("{version}\n"))
    }

    fn add(&mut self, name: &str, value: Option<impl fmt::Display>) {
        let line = value.map_or_else(
            || format!("{name} -\n"),
            |value| {
                let value = value.to_string();
                format!("{name} {}:{value}\n", value.len())
            },
        );
        self.0.push_str(&line);
    }
}

/// A moment to the microsecond, which is what PostgreSQL keeps.
fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

#[cfg(test)]
#[path = "seals/seals_tests.rs"]
mod seals_tests;
