//! Settling a roster: what each attendance earns, or why it earns nothing.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::Activity;
use crate::Refusal;
use crate::calendar::day_of;
use crate::ids::{AttendanceId, ResidentId, RulebookId, TransferId, UserId};
use crate::ledger::{Cause, CauseKind, Lapse, Posting};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::{
    Award, AwardExplanation, Deed, Earned, Lookback, Missed, Records, Version, in_force_at, single_handed,
};

/// An attendance that is to be settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// Its identifier.
    pub id: AttendanceId,
    /// When the shift began: the moment of the deed. Who attended for less than all of it counts as having come first
    /// and left early.
    pub starts_at: DateTime<Utc>,
    /// When the resident came, if the minutes follow from that: those of the night are counted from then on.
    pub came_at: Option<DateTime<Utc>>,
    /// Who attended.
    pub resident: ResidentId,
    /// Where the resident stands now.
    pub standing: ResidentState,
    /// For how long.
    pub minutes: i64,
    /// Whether it was done under hardship 艰苦条件.
    pub hardship: bool,
    /// Who wrote it into the roster; none if it is from before that was kept.
    pub recorded_by: Option<UserId>,
    /// Who checked the resident in and out by hand.
    pub checked_by: [Option<UserId>; 2],
}

impl Attended {
    /// Whether this user wrote it into the roster, or said by hand when the resident came or left.
    pub fn is_written_by(&self, user: UserId) -> bool {
        self.recorded_by == Some(user) || self.checked_by.contains(&Some(user))
    }
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

impl Settled {
    /// Returns the transfer that posts it; none if it earned nothing.
    pub fn posting(&self, lapse: Lapse, id: TransferId) -> Option<Posting> {
        let cause = Cause::new(CauseKind::Attendance, self.attendance);
        Posting::award((id, self.resident), self.outcome.award()?, (self.rulebook, self.on), (lapse, cause))
    }
}

/// What an attendance earned, or a household that kept the pact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Points; more than none.
    Awarded(Award),
    /// Nothing.
    NotAwarded(NoAward),
}

impl Outcome {
    /// The award; none if nothing was earned.
    pub const fn award(&self) -> Option<&Award> {
        match self {
            Self::Awarded(award) => Some(award),
            Self::NotAwarded(_) => None,
        }
    }

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

/// Why an attendance, or a household that kept the pact, earned nothing; it is kept with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoAward {
    /// The rule gives nothing for so little, or its caps left nothing.
    NothingLeft(AwardExplanation),
    /// The version in force at the deed has no such rule any more.
    RuleMissing,
    /// The version in force at the deed gives points by level, which attendances do not have.
    LevelMissing,
    /// The version in force at the deed asks for two reviewers for as much as this.
    TwoReviewersNeeded,
    /// The version in force at the deed asks for a photo.
    PhotoNeeded,
    /// The resident is not registered any more.
    NotRegistered {
        /// Where the resident stands.
        state: ResidentState,
    },
    /// Nobody of the household is registered.
    NobodyRegistered,
    /// The rule is not for this resident.
    NotEligible {
        /// The rule's title.
        rule_title: String,
        /// The number of the rule book's version.
        version: i32,
        /// The term that is not met.
        missed: Missed,
    },
}

impl fmt::Display for NoAward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingLeft(explanation) => explanation.fmt(f),
            Self::RuleMissing => f.write_str("当时的管理办法没有这条规则，不计积分"),
            Self::LevelMissing => f.write_str("当时的管理办法对这条规则按等级计分，签到不计积分"),
            Self::TwoReviewersNeeded => f.write_str("当时的管理办法规定须两人审核，请另行申报"),
            Self::PhotoNeeded => f.write_str("当时的管理办法规定须附照片，请另行申报"),
            Self::NotRegistered { state: ResidentState::Deceased } => f.write_str("该居民已去世，不计积分"),
            Self::NotRegistered { .. } => f.write_str("该居民已迁出，不计积分"),
            Self::NobodyRegistered => f.write_str("该户没有在册的居民，不计积分"),
            Self::NotEligible { rule_title, version, missed } => {
                write!(f, "不符合「{rule_title}」（第 {version} 版）的适用条件：{missed}")
            }
        }
    }
}

/// Since when earlier awards count for one of these attendances; never, if there are none.
///
/// # Errors
/// Those of [`settle`].
pub fn lookback(
    activity: &Activity,
    versions: &[Version],
    attended: &[Attended],
    timezone: Tz,
) -> Result<Lookback, Refusal> {
    let of = |one: &Attended| {
        let version = in_force_at(versions, one.starts_at)?;
        // Without its rule it earns nothing, and nothing counts for it.
        let on = day_of(one.starts_at, timezone);
        Ok(version.book.lookback(&activity.rule_code, on).unwrap_or_default())
    };
    let all: Vec<Lookback> = attended.iter().map(of).collect::<Result<_, Refusal>>()?;
    Ok(all.into_iter().reduce(Lookback::or_earlier).unwrap_or_default())
}

/// Returns what each attendance of a roster earns, in the order of their shifts.
///
/// Each is judged by the version in force when its shift began. What was earned before counts against the caps and the
/// budget, and so does what the earlier shifts of the same roster give. Who is not registered any more or not eligible
/// earns nothing, and so does who attended a shift whose version has no such rule or asks for more than a roster is; none
/// of them hinders the others.
///
/// # Errors
/// [`Refusal::NoRulebookInForce`] at one of the shifts; [`Refusal::ResidentNotActive`] if the records leave somebody out.
pub fn settle(
    activity: &Activity,
    versions: &[Version],
    attended: &[Attended],
    mut records: Records,
) -> Result<Vec<Settled>, Refusal> {
    let mut in_order: Vec<&Attended> = attended.iter().collect();
    in_order.sort_by_key(|one| (one.starts_at, one.id));
    let settle_one = |one: &Attended| {
        let version = in_force_at(versions, one.starts_at)?;
        let deed = deed(activity, one, records.timezone());
        let outcome = outcome_of(version, &deed, (one.resident, one.standing), &mut records)?;
        let (rulebook, on) = (version.id, deed.on);
        Ok(Settled { attendance: one.id, resident: one.resident, rulebook, on, outcome })
    };
    in_order.into_iter().map(settle_one).collect()
}

fn deed(activity: &Activity, one: &Attended, timezone: Tz) -> Deed {
    let (category, hardship) = (Some(activity.category), one.hardship);
    // The day and the version are those of the shift; the minutes are those after who was late had come.
    let began = Some(one.came_at.unwrap_or(one.starts_at).max(one.starts_at));
    let deed = Deed::at(&activity.rule_code, one.starts_at, one.minutes, timezone);
    Deed { category, hardship, began, ..deed }
}

/// What a deed of a resident earns, who stands where `standing` says; an award is added to the records.
///
/// # Errors
/// [`Refusal::ResidentNotActive`] if the records leave the resident out.
pub(crate) fn outcome_of(
    version: &Version,
    deed: &Deed,
    (resident, standing): (ResidentId, ResidentState),
    records: &mut Records,
) -> Result<Outcome, Refusal> {
    if standing != ResidentState::Active {
        return Ok(Outcome::NotAwarded(NoAward::NotRegistered { state: standing }));
    }
    let not_awarded = match single_handed(version, deed, &records.of(resident)?) {
        Ok(given) if given.points.is_positive() => {
            let earned = Earned { rule_code: deed.rule_code.clone(), on: deed.on, points: given.points };
            records.add(resident, earned);
            return Ok(Outcome::Awarded(given));
        }
        Ok(nothing) => NoAward::NothingLeft(nothing.explanation),
        Err(Refusal::UnknownRule { .. }) => NoAward::RuleMissing,
        Err(Refusal::UnknownLevel { .. }) => NoAward::LevelMissing,
        Err(Refusal::TwoReviewersNeeded { .. }) => NoAward::TwoReviewersNeeded,
        Err(Refusal::PhotoNeeded { .. }) => NoAward::PhotoNeeded,
        Err(Refusal::NotEligible { rule_title, missed }) => {
            NoAward::NotEligible { rule_title, version: version.number, missed }
        }
        Err(other) => return Err(other),
    };
    Ok(Outcome::NotAwarded(not_awarded))
}

#[cfg(test)]
#[path = "settle_tests.rs"]
mod tests;
