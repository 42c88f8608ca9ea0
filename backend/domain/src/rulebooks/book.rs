//! A version of the rule book, as it is drafted and published.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};
use strum::Display;
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::Period;
use crate::ids::RulebookId;
use crate::ledger::Expiry;
use crate::points::Points;

/// What a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Basis {
    /// So many points a deed.
    Act,
    /// So many points an hour; part of an hour counts by the minute, the result is rounded down to whole points.
    Hour,
}

/// At most so many points in each period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    /// In which period.
    pub period: Period,
    /// At most so many points.
    pub points: Points,
}

/// One rule: what a deed earns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its short name, e.g. `CLEAN`; unique in the book.
    pub code: String,
    /// What the deed is called, e.g. 清洁家园.
    pub title: String,
    /// What is counted.
    pub basis: Basis,
    /// Points for each act or hour.
    pub points: Points,
    /// The most a resident earns by this rule.
    pub caps: Vec<Cap>,
    /// Who checks it, in words.
    pub check: String,
}

/// What a version of the rule book says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rulebook {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The most a resident earns by all rules together.
    pub caps: Vec<Cap>,
    /// When points lapse.
    #[serde(default)]
    pub expiry: Expiry,
}

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

impl Rulebook {
    /// The rule with this code.
    ///
    /// # Errors
    /// [`Refusal::UnknownRule`].
    pub fn rule(&self, code: &str) -> Result<&Rule, Refusal> {
        self.rules
            .iter()
            .find(|rule| rule.code == code)
            .ok_or_else(|| Refusal::UnknownRule { code: code.to_owned() })
    }

    /// Whether the book makes sense: 1 to 200 rules, codes once, figures above zero, a cap once a period.
    ///
    /// # Errors
    /// [`Refusal::RulebookInvalid`] with the place that does not.
    pub fn check(&self) -> Result<(), Refusal> {
        let invalid = |place: String| Err(Refusal::RulebookInvalid { place });
        if !(1..=200).contains(&self.rules.len()) {
            return invalid("rules".to_owned());
        }
        if !caps_make_sense(&self.caps) {
            return invalid("caps".to_owned());
        }
        if !self.expiry.makes_sense() {
            return invalid("expiry".to_owned());
        }
        let mut codes = BTreeSet::new();
        for (index, rule) in self.rules.iter().enumerate() {
            if !is_code(&rule.code) || !codes.insert(rule.code.as_str()) {
                return invalid(format!("rules[{index}].code"));
            }
            if rule.title.trim().is_empty() || rule.title.chars().count() > 60 {
                return invalid(format!("rules[{index}].title"));
            }
            if rule.check.chars().count() > 200 {
                return invalid(format!("rules[{index}].check"));
            }
            if !(1..=10_000).contains(&rule.points.get()) {
                return invalid(format!("rules[{index}].points"));
            }
            if !caps_make_sense(&rule.caps) {
                return invalid(format!("rules[{index}].caps"));
            }
        }
        Ok(())
    }
}

fn is_code(code: &str) -> bool {
    (1..=20).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}

fn caps_make_sense(caps: &[Cap]) -> bool {
    let periods: BTreeSet<Period> = caps.iter().map(|cap| cap.period).collect();
    periods.len() == caps.len() && caps.iter().all(|cap| (1..=1_000_000).contains(&cap.points.get()))
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

    /// Changes a draft; what is not given stays.
    ///
    /// # Errors
    /// [`Refusal::AlreadyPublished`]; [`Refusal::RulebookInvalid`].
    pub fn change(self, title: Option<String>, book: Option<Rulebook>) -> Result<Self, Refusal> {
        if self.in_force_from.is_some() {
            return Err(Refusal::AlreadyPublished);
        }
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
        if self.in_force_from.is_some() {
            return Err(Refusal::AlreadyPublished);
        }
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

/// Whether the version in force at each of these moments has this rule.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`], [`Refusal::UnknownRule`].
pub fn check_rule(
    versions: &[Version],
    code: &str,
    moments: impl IntoIterator<Item = DateTime<Utc>>,
) -> Result<(), Refusal> {
    moments.into_iter().try_for_each(|at| in_force_at(versions, at)?.book.rule(code).map(drop))
}

#[cfg(test)]
#[path = "book_tests.rs"]
mod tests;
