//! Versions of the rule book: drafted, published, in force.

use chrono::{DateTime, Duration, Utc};

use super::{Basis, Rulebook};
use crate::Refusal;
use crate::ids::RulebookId;
use crate::points::Points;

/// A version of the rule book with its place in history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its identifier.
    pub id: RulebookId,
    /// 1, 2, 3 …
    pub number: i32,
    /// Its name, e.g. 《普安社区治理积分管理办法》.
    pub title: String,
    /// From when it is in force; none while a draft.
    pub in_force_from: Option<DateTime<Utc>>,
    /// What it says.
    pub book: Rulebook,
    /// When it was drafted.
    pub created_at: DateTime<Utc>,
}

impl Version {
    /// A new draft.
    ///
    /// # Errors
    /// [`Refusal::RulebookInvalid`].
    pub fn draft(
        (id, number): (RulebookId, i32),
        title: String,
        book: Rulebook,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        book.check()?;
        Ok(Self { id, number, title, in_force_from: None, book, created_at: now })
    }

    /// Whether it is a draft, which can be changed, published and deleted.
    ///
    /// # Errors
    /// [`Refusal::AlreadyPublished`].
    pub const fn check_draft(&self) -> Result<(), Refusal> {
        if self.in_force_from.is_some() { Err(Refusal::AlreadyPublished) } else { Ok(()) }
    }

    /// Changes a draft; what is not given stays.
    ///
    /// # Errors
    /// [`Refusal::AlreadyPublished`]; [`Refusal::RulebookInvalid`].
    pub fn change(self, title: Option<String>, book: Option<Rulebook>) -> Result<Self, Refusal> {
        self.check_draft()?;
        let changed = Self { title: title.unwrap_or(self.title), book: book.unwrap_or(self.book), ..self };
        changed.book.check()?;
        Ok(changed)
    }

    /// Publishes a draft so that it is in force from `from` on.
    ///
    /// # Errors
    /// [`Refusal::AlreadyPublished`]; [`Refusal::InForceTooEarly`] if `from` is before now or not at least a second
    /// after the `latest` published version's: what is past was judged by the book of its time;
    /// [`Refusal::RulebookInvalid`].
    pub fn publish(
        mut self,
        from: DateTime<Utc>,
        latest: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        self.check_draft()?;
        self.book.check()?;
        let earliest = latest.map_or(now, |latest| now.max(latest + Duration::seconds(1)));
        if from < earliest {
            return Err(Refusal::InForceTooEarly { earliest });
        }
        self.in_force_from = Some(from);
        Ok(self)
    }
}

/// The version among `versions` that is in force at `at`: the one published for the latest moment up to then.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`].
pub fn in_force_at(versions: &[Version], at: DateTime<Utc>) -> Result<&Version, Refusal> {
    let published = versions.iter().filter(|version| version.in_force_from.is_some_and(|from| from <= at));
    published.max_by_key(|version| version.in_force_from).ok_or(Refusal::NoRulebookInForce)
}

/// Whether attendances earn by this rule in the version in force at each of these moments.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`], [`Refusal::UnknownRule`]; [`Refusal::RuleByLevel`]: attendances have no level; those of
/// [`Rule::check_single_hand`](super::Rule::check_single_hand): a roster has no photos, and one reviewer.
pub fn check_rule(
    versions: &[Version],
    code: &str,
    moments: impl IntoIterator<Item = DateTime<Utc>>,
) -> Result<(), Refusal> {
    moments.into_iter().try_for_each(|at| {
        let rule = in_force_at(versions, at)?.book.rule(code)?;
        match rule.basis {
            Basis::Act | Basis::Hour => rule.check_single_hand(Points::ZERO),
            Basis::Level => Err(Refusal::RuleByLevel { code: code.to_owned() }),
        }
    })
}

#[cfg(test)]
#[path = "version_tests.rs"]
mod tests;
