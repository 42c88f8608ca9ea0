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
use crate::residents::Own;
use crate::rulebooks::{NoShowLadder, Version, in_force_at};

/// Who moved up less than this before the shift and does not come is not marked absent: the notice may not have been read in
/// time, and nobody asked whether the resident still could.
const SHORT_NOTICE: Duration = Duration::hours(2);

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
    /// When the resident moved up from the waiting list, if so.
    pub moved_up_at: Option<DateTime<Utc>>,
    /// When the resident checked in, if at all.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// Whether the resident stands in the roster.
    pub attended: bool,
}

impl Expected {
    /// What this resident missed; nothing, if the roster or the check-in says that the resident was there in time, or if the
    /// resident stayed away from a place that became free shortly before.
    pub fn missed(&self, ladder: &NoShowLadder) -> Option<Missed> {
        let late_after = Duration::minutes(ladder.late_minutes);
        match self.checked_in_at {
            Some(at) => (at.signed_duration_since(self.starts_at) > late_after).then_some(Missed::Late),
            None => (!self.attended && !self.moved_up_late()).then_some(Missed::Absent),
        }
    }

    fn moved_up_late(&self) -> bool {
        self.moved_up_at.is_some_and(|at| self.starts_at.signed_duration_since(at) < SHORT_NOTICE)
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
    /// The year of the shift in the community.
    pub year: i32,
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
        let year = year_of(one.starts_at, timezone);
        let absent = before.entry((one.resident, year)).or_default();
        let cost = match missed {
            Missed::Late => None,
            Missed::Absent => ladder.deduction(*absent),
        };
        if missed == Missed::Absent {
            *absent = absent.saturating_add(1);
        }
        marks.push(Mark { resident: one.resident, shift: one.shift, missed, cost, year, absent: *absent });
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
    /// Who filed it; none if it is from before that was kept.
    pub by: Option<UserId>,
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

    /// The mark, decided about by somebody who neither made it nor filed the appeal nor is the resident
    /// or one of the household (`own`).
    ///
    /// # Errors
    /// [`Refusal::NotAppealed`], [`Refusal::AlreadyDecided`], [`Refusal::DeciderIsMarker`],
    /// [`Refusal::DeciderIsAppellant`], [`Refusal::OwnWallet`].
    pub fn decide(self, decision: Decision, own: &Own) -> Result<Self, Refusal> {
        let Some(appeal) = &self.appeal else { return Err(Refusal::NotAppealed) };
        let appellant = appeal.by;
        if self.decision.is_some() {
            return Err(Refusal::AlreadyDecided);
        }
        if decision.by == self.marked_by {
            return Err(Refusal::DeciderIsMarker);
        }
        if Some(decision.by) == appellant {
            return Err(Refusal::DeciderIsAppellant);
        }
        own.check_other(self.resident)?;
        Ok(Self { decision: Some(decision), ..self })
    }

    /// Whether its appeal was granted: it does not count any more.
    pub fn is_granted(&self) -> bool {
        self.decision.as_ref().is_some_and(|one| one.verdict == Verdict::Granted)
    }

    /// The deduction that is to be given back: of a mark whose appeal was granted.
    pub fn to_give_back(&self) -> Option<TransferId> {
        self.transfer.filter(|_| self.is_granted())
    }
}

/// An absence that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// When the shift began.
    pub starts_at: DateTime<Utc>,
    /// The deduction, if there is one that nobody has taken back.
    pub transfer: Option<TransferId>,
}

/// Returns the deduction that the absences of a resident in a year no longer bear: the latest, if one of them ceased to count
/// and there are now more deductions than the ladders of the versions in force at the shifts give for what is left.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`].
pub fn no_longer_borne(
    versions: &[Version],
    mut standing: Vec<Standing>,
) -> Result<Option<TransferId>, Refusal> {
    standing.sort_by_key(|one| (one.starts_at, one.transfer));
    let mut borne = 0_usize;
    for (before, one) in (0..).zip(&standing) {
        let ladder = in_force_at(versions, one.starts_at)?.book.noshow;
        if ladder.is_some_and(|ladder| ladder.deduction(before).is_some()) {
            borne = borne.saturating_add(1);
        }
    }
    let mut deducted: Vec<TransferId> = standing.iter().filter_map(|one| one.transfer).collect();
    Ok(if deducted.len() > borne { deducted.pop() } else { None })
}

/// Why points are deducted, as the resident reads it.
pub fn reason(title: &str, year: i32, absent: i64) -> String {
    format!("报名后未参加「{title}」，{year} 年第 {absent} 次")
}

#[cfg(test)]
#[path = "no_shows_tests.rs"]
mod tests;
