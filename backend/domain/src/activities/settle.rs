//! Settling a roster: what each attendance earns, or why it earns nothing.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::calendar::{Period, day_of};
use crate::ids::{AttendanceId, ResidentId, RulebookId, UserId};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::{Award, AwardExplanation, Deed, Earned, Version, award, in_force_at};

/// An attendance that is to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// Its identifier.
    pub id: AttendanceId,
    /// When the shift began: the moment of the deed.
    pub starts_at: DateTime<Utc>,
    /// Who attended.
    pub resident: ResidentId,
    /// Where the resident stands now.
    pub standing: ResidentState,
    /// For how long.
    pub minutes: i64,
    /// Who wrote it into the roster; none if it is from before that was kept.
    pub recorded_by: Option<UserId>,
}

/// What came of an attendance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The attendance.
    pub attendance: AttendanceId,
    /// Who attended.
    pub resident: ResidentId,
    /// The rule book version in force at the deed.
    pub rulebook: RulebookId,
    /// The community's day of the deed.
    pub on: NaiveDate,
    /// What it earned.
    pub outcome: Outcome,
}

/// What an attendance earned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Points; more than none.
    Awarded(Award),
    /// Nothing.
    NotAwarded(NoAward),
}

impl Outcome {
    /// The points; none if nothing was earned.
    pub const fn points(&self) -> Points {
        match self {
            Self::Awarded(award) => award.points,
            Self::NotAwarded(_) => Points::ZERO,
        }
    }
}

impl fmt::Display for Outcome {
    /// Why exactly these points, as a sentence a resident understands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Awarded(award) => award.explanation.fmt(f),
            Self::NotAwarded(why) => why.fmt(f),
        }
    }
}

/// Why an attendance earned nothing; it is kept with the attendance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoAward {
    /// The rule gives nothing for so little, or its caps left nothing.
    NothingLeft(AwardExplanation),
    /// The version in force at the deed has no such rule any more.
    RuleMissing,
    /// The resident is not registered any more.
    NotRegistered {
        /// Where the resident stands.
        state: ResidentState,
    },
}

impl fmt::Display for NoAward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingLeft(explanation) => explanation.fmt(f),
            Self::RuleMissing => f.write_str("当时的管理办法没有这条规则，不计积分"),
            Self::NotRegistered { state: ResidentState::Deceased } => f.write_str("该居民已去世，不计积分"),
            Self::NotRegistered { .. } => f.write_str("该居民已迁出，不计积分"),
        }
    }
}

/// The first day whose awards count against a cap of one of these attendances; none if there are none.
pub fn awards_count_since(attended: &[Attended], timezone: Tz) -> Option<NaiveDate> {
    attended.iter().map(|one| day_of(one.starts_at, timezone)).min().map(Period::earliest_start)
}

/// Returns what each attendance of a roster earns, in the order of their shifts.
///
/// Each is judged by the version in force when its shift began. What a resident `earned` before counts against the
/// caps, and so does what the earlier shifts of the same roster give. Who is not registered any more earns nothing,
/// and so does who attended a shift whose version has no such rule; neither hinders the others.
///
/// # Errors
/// [`Refusal::RosterEmpty`]; [`Refusal::NoRulebookInForce`] at one of the shifts.
pub fn settle(
    rule_code: &str,
    versions: &[Version],
    timezone: Tz,
    attended: &[Attended],
    mut earned: BTreeMap<ResidentId, Vec<Earned>>,
) -> Result<Vec<Settled>, Refusal> {
    if attended.is_empty() {
        return Err(Refusal::RosterEmpty);
    }
    let mut in_order: Vec<&Attended> = attended.iter().collect();
    in_order.sort_by_key(|one| (one.starts_at, one.id));
    let settle_one = |one: &Attended| {
        let version = in_force_at(versions, one.starts_at)?;
        let on = day_of(one.starts_at, timezone);
        let deed = Deed { rule_code: rule_code.to_owned(), on, minutes: one.minutes };
        let outcome = outcome(version, &deed, one, earned.entry(one.resident).or_default());
        Ok(Settled { attendance: one.id, resident: one.resident, rulebook: version.id, on, outcome })
    };
    in_order.into_iter().map(settle_one).collect()
}

fn outcome(version: &Version, deed: &Deed, one: &Attended, before: &mut Vec<Earned>) -> Outcome {
    if one.standing != ResidentState::Active {
        return Outcome::NotAwarded(NoAward::NotRegistered { state: one.standing });
    }
    // Without its rule a deed earns nothing; that is the one thing `award` refuses.
    let Ok(given) = award(version, deed, before) else {
        return Outcome::NotAwarded(NoAward::RuleMissing);
    };
    if !given.points.is_positive() {
        return Outcome::NotAwarded(NoAward::NothingLeft(given.explanation));
    }
    before.push(Earned { rule_code: deed.rule_code.clone(), on: deed.on, points: given.points });
    Outcome::Awarded(given)
}

#[cfg(test)]
#[path = "settle_tests.rs"]
mod tests;
