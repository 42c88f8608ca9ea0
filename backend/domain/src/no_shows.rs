//! Who signed up and came late or not at all 迟到、缺席: notices first, then a deduction; the resident may appeal.
//!
//! Source: the ladder of the rule book version in force when the shift began ([`NoShowLadder`]).

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Duration, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::day_of;
use crate::ids::{NoShowId, ResidentId, ShiftId, TransferId, UserId};
use crate::points::Points;
use crate::rulebooks::{NoShowLadder, Version, in_force_at};

/// What somebody who signed up missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Missed {
    /// The beginning.
    Late,
    /// All of it.
    Absent,
}

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Step {
    /// The resident is told.
    Notice,
    /// Points are deducted.
    Deduction,
}

/// What the desk says to an appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Verdict {
    /// The mark does not count, and what was deducted is given back.
    Granted,
    /// It stands.
    Refused,
}

/// Where an appeal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AppealState {
    /// It waits.
    Open,
    /// It was granted or refused.
    Decided,
}

/// Somebody who signed up for a shift that is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// Who.
    pub resident: ResidentId,
    /// The shift.
    pub shift: ShiftId,
    /// When it began.
    pub starts_at: DateTime<Utc>,
    /// When the resident checked in, if at all.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// Whether the resident stands in the roster.
    pub attended: bool,
}

impl Expected {
    /// What this resident missed; nothing, if the roster or the check-in says that the resident was there in time.
    pub fn missed(&self, ladder: &NoShowLadder) -> Option<Missed> {
        let late_after = Duration::minutes(ladder.late_minutes);
        match self.checked_in_at {
            Some(at) => (at.signed_duration_since(self.starts_at) > late_after).then_some(Missed::Late),
            None => (!self.attended).then_some(Missed::Absent),
        }
    }
}

/// A mark that is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub resident: ResidentId,
    /// The shift.
    pub shift: ShiftId,
    /// What was missed.
    pub missed: Missed,
    /// So many points are deducted; none if the resident is only told.
    pub cost: Option<Points>,
    /// How often the resident has been absent in the year of the shift, this time included if it is one.
    pub absent: i64,
}

impl Mark {
    /// What follows.
    pub const fn step(&self) -> Step {
        if self.cost.is_some() { Step::Deduction } else { Step::Notice }
    }
}

/// How often residents were absent in which year, as far as it stands.
pub type Absences = BTreeMap<(ResidentId, i32), i64>;

/// The year of a moment in the community.
pub fn year_of(at: DateTime<Utc>, timezone: Tz) -> i32 {
    day_of(at, timezone).year()
}

/// Returns the marks for those who were expected, in the order of the shifts: each absence counts for the next, and costs what
/// the version in force at the beginning of the shift says. Coming late is never more than a notice.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`], [`Refusal::NoShowsNotRuled`].
pub fn marks(
    versions: &[Version],
    mut expected: Vec<Expected>,
    mut before: Absences,
    timezone: Tz,
) -> Result<Vec<Mark>, Refusal> {
    expected.sort_by_key(|one| (one.starts_at, one.shift, one.resident));
    let mut marks = Vec::new();
    for one in expected {
        let ladder = in_force_at(versions, one.starts_at)?.book.noshow.ok_or(Refusal::NoShowsNotRuled)?;
        let Some(missed) = one.missed(&ladder) else { continue };
        let absent = before.entry((one.resident, year_of(one.starts_at, timezone))).or_default();
        let cost = match missed {
            Missed::Late => None,
            Missed::Absent => ladder.deduction(*absent),
        };
        if missed == Missed::Absent {
            *absent = absent.saturating_add(1);
        }
        marks.push(Mark { resident: one.resident, shift: one.shift, missed, cost, absent: *absent });
    }
    Ok(marks)
}

/// A mark as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoShow {
    /// Its identifier.
    pub id: NoShowId,
    /// The shift.
    pub shift: ShiftId,
    /// Who.
    pub resident: ResidentId,
    /// What was missed.
    pub missed: Missed,
    /// What followed.
    pub step: Step,
    /// The deduction.
    pub transfer: Option<TransferId>,
    /// Who marked it.
    pub marked_by: UserId,
    /// When.
    pub marked_at: DateTime<Utc>,
    /// What the resident says against it, and when.
    pub appeal: Option<Appeal>,
    /// What the desk said to that.
    pub decision: Option<Decision>,
}

/// What a resident says against a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeal {
    /// The reason.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What the desk says to an appeal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// Why; the resident reads it.
    pub note: String,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: DateTime<Utc>,
}

impl NoShow {
    /// The mark, appealed against.
    ///
    /// # Errors
    /// [`Refusal::AlreadyAppealed`].
    pub fn appeal(self, appeal: Appeal) -> Result<Self, Refusal> {
        if self.appeal.is_some() {
            return Err(Refusal::AlreadyAppealed);
        }
        Ok(Self { appeal: Some(appeal), ..self })
    }

    /// The mark, decided about by somebody who neither made it nor is the resident (`own`).
    ///
    /// # Errors
    /// [`Refusal::NotAppealed`], [`Refusal::AlreadyDecided`], [`Refusal::DeciderIsMarker`], [`Refusal::OwnWallet`].
    pub fn decide(self, decision: Decision, own: Option<ResidentId>) -> Result<Self, Refusal> {
        if self.appeal.is_none() {
            return Err(Refusal::NotAppealed);
        }
        if self.decision.is_some() {
            return Err(Refusal::AlreadyDecided);
        }
        if decision.by == self.marked_by {
            return Err(Refusal::DeciderIsMarker);
        }
        if own == Some(self.resident) {
            return Err(Refusal::OwnWallet);
        }
        Ok(Self { decision: Some(decision), ..self })
    }

    /// The deduction that is to be given back: of a mark whose appeal was granted.
    pub fn to_give_back(&self) -> Option<TransferId> {
        let granted = self.decision.as_ref().is_some_and(|one| one.verdict == Verdict::Granted);
        self.transfer.filter(|_| granted)
    }
}

/// Why points are deducted, as the resident reads it.
pub fn reason(title: &str, absent: i64) -> String {
    format!("报名后未参加「{title}」，今年第 {absent} 次")
}

#[cfg(test)]
#[path = "no_shows_tests.rs"]
mod tests;
