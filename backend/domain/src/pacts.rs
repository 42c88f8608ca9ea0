//! The neighbourhood pact 守约: which households of a building kept it in a month, and what that earns them.
//!
//! Source: 《普安社区治理积分管理办法》, rule PACT: "a household keeps the neighbourhood pact for a month | 3 a household |
//! 1 a month a household | block head".

mod settle;

pub use settle::{Kept, SettledMark, lookback, settle};

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::{Month, start_of};
use crate::ids::{BuildingId, HouseholdId, PactId, PactMarkId, ResidentId, RulebookId, UserId};
use crate::points::Points;
use crate::rulebooks::{Basis, Rule, Rulebook, Unit};

/// From this day of a month on its pact is recorded: when it shows who keeps it, and while the block head is about.
const RECORDED_FROM: u32 = 25;

/// The pact in a building in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pact {
    /// Its identifier.
    pub id: PactId,
    /// The building.
    pub building: BuildingId,
    /// The month.
    pub month: Month,
    /// How it was settled; none while it is open.
    pub settlement: Option<Settlement>,
}

/// Where a pact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PactState {
    /// It waits: nothing is recorded, or it is not settled.
    Open,
    /// What the households earned is posted.
    Settled,
}

/// How a pact was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    /// By whom.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
    /// By the version in force at the end of the month.
    pub rulebook: RulebookId,
    /// By this rule of it.
    pub rule_code: String,
}

/// Whether a household kept the pact, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its identifier.
    pub id: PactMarkId,
    /// The household.
    pub household: HouseholdId,
    /// Whether it kept the pact.
    pub kept: bool,
    /// What there is to say about it.
    pub note: Option<String>,
    /// Who recorded it.
    pub recorded_by: UserId,
}

/// Who settles a pact.
#[derive(Debug, Clone, Copy)]
pub struct Settler<'a> {
    /// The account.
    pub user: UserId,
    /// The household of the resident the account belongs to, if any.
    pub household: Option<HouseholdId>,
    /// The buildings whose block head that resident is.
    pub buildings: &'a BTreeSet<BuildingId>,
}

/// Why just this resident gets what the household earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Chosen {
    /// The household has chosen its representative 户主.
    Representative,
    /// It has chosen nobody; this is the eldest who is registered.
    Eldest,
}

impl Chosen {
    /// As a sentence a resident understands.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Representative => "积分记入本户代表名下",
            Self::Eldest => "本户未指定代表，积分记入最年长的成员名下",
        }
    }
}

/// A registered member of a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub resident: ResidentId,
    /// The year of birth, if known.
    pub birth_year: Option<i32>,
}

/// Returns who of a household gets what it earns: its representative if that is one of its registered `members`, else the
/// eldest of them; nobody if it has none. Of the same year, and of those whose year is not known, who was registered first.
pub fn recipient(representative: Option<ResidentId>, members: &[Member]) -> Option<(ResidentId, Chosen)> {
    let is_member = |one: &ResidentId| members.iter().any(|member| member.resident == *one);
    if let Some(representative) = representative.filter(is_member) {
        return Some((representative, Chosen::Representative));
    }
    let age = |member: &&Member| (member.birth_year.is_none(), member.birth_year, member.resident);
    members.iter().min_by_key(age).map(|eldest| (eldest.resident, Chosen::Eldest))
}

/// The month whose pact is to be recorded on a day: this one from its 25th on, until then the one before.
pub fn month_to_record(today: NaiveDate) -> Month {
    let this = Month::of(today);
    if today.day() >= RECORDED_FROM { this } else { this.before(1) }
}

/// Whether the pact of a month can be recorded now.
///
/// # Errors
/// [`Refusal::PactNotOpen`].
pub fn check_recording(month: Month, timezone: Tz, now: DateTime<Utc>) -> Result<(), Refusal> {
    let first = month.first_day();
    let opens_at = start_of(first.with_day(RECORDED_FROM).unwrap_or(first), timezone);
    if now < opens_at { Err(Refusal::PactNotOpen { opens_at }) } else { Ok(()) }
}

/// Returns the rule by which a version rewards the pact: the one that is `named`, else the only one there is. It is a rule
/// for households that counts acts, and that one person's word is enough for: whoever records who kept the pact.
///
/// # Errors
/// [`Refusal::PactNotRuled`] if the version has none; [`Refusal::PactRuleUnclear`] if it has several and none is named, or
/// none of this name; those of [`Rule::check_single_hand`].
pub fn pact_rule<'a>(book: &'a Rulebook, named: Option<&str>) -> Result<&'a Rule, Refusal> {
    let of_households = |rule: &&Rule| rule.unit == Unit::Household && rule.basis == Basis::Act;
    let rules: Vec<&Rule> = book.rules.iter().filter(of_households).collect();
    let codes = || rules.iter().map(|rule| rule.code.clone()).collect();
    let chosen: Option<&Rule> = match (named, rules.as_slice()) {
        (_, []) => return Err(Refusal::PactNotRuled),
        (None, [only]) => Some(only),
        (Some(code), _) => rules.iter().find(|rule| rule.code == code).copied(),
        (None, _) => None,
    };
    let rule = chosen.ok_or_else(|| Refusal::PactRuleUnclear { codes: codes() })?;
    rule.check_single_hand(Points::ZERO)?;
    Ok(rule)
}

impl Pact {
    /// A pact of which nothing is recorded yet.
    pub const fn open(id: PactId, building: BuildingId, month: Month) -> Self {
        Self { id, building, month, settlement: None }
    }

    /// Whether it can be recorded who kept it.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] once it is settled.
    pub fn check_open(&self) -> Result<(), Refusal> {
        if self.settlement.is_none() {
            return Ok(());
        }
        Err(Refusal::WrongState { state: "settled".to_owned() })
    }

    /// Whether it can be settled: once, after the month, and by somebody who neither recorded it nor is the building's block
    /// head nor lives in one of its households.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::MonthNotOver`], [`Refusal::SettlerIsRecorder`], [`Refusal::SettlerIsBlockHead`],
    /// [`Refusal::SettlersHousehold`].
    pub fn check_settling(
        &self,
        settler: Settler<'_>,
        marks: &[Mark],
        timezone: Tz,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        self.check_open()?;
        let ends_at = self.month.end(timezone);
        if now < ends_at {
            return Err(Refusal::MonthNotOver { ends_at });
        }
        if marks.iter().any(|mark| mark.recorded_by == settler.user) {
            return Err(Refusal::SettlerIsRecorder);
        }
        if settler.buildings.contains(&self.building) {
            return Err(Refusal::SettlerIsBlockHead);
        }
        if marks.iter().any(|mark| Some(mark.household) == settler.household) {
            return Err(Refusal::SettlersHousehold);
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "pacts/tests.rs"]
mod tests;
