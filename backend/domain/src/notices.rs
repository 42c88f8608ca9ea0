//! Notices 通知 to residents: what happens to them without their doing.

use std::fmt;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::claims::{Claim, ClaimState};
use crate::ids::{ActivityId, ClaimId, NoShowId, NoticeId, OrderId, ResidentId, SignupId, VoucherId};
use crate::ledger::Lapse;
use crate::no_shows::{Missed, Verdict};
use crate::points::Points;
use crate::rulebooks::CapCut;

/// How many days before points lapse their resident is told, the latest first.
///
/// Source: expiry is announced 30 and 7 days before.
const ANNOUNCED: [i64; 2] = [7, 30];

/// How the subjects of these notices begin.
const SUBJECT: &str = "points_lapse:";

/// What a notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoticeContent {
    /// Points will lapse unless they are spent.
    PointsLapse {
        /// The last day on which they can be spent.
        lapses_on: NaiveDate,
        /// How many there were when it was written.
        points: Points,
    },
    /// A claim was accepted.
    ClaimAccepted {
        /// The claim.
        claim_id: ClaimId,
        /// What the rule calls the deed.
        rule_title: String,
        /// What it earned.
        points: Points,
        /// The cap or budget that left nothing, or less.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(nullable = false)]
        cut: Option<CapCut>,
    },
    /// A claim was returned: the resident mends it and submits it again.
    ClaimReturned {
        /// The claim.
        claim_id: ClaimId,
        /// What the rule calls the deed.
        rule_title: String,
        /// What is missing.
        reason: String,
    },
    /// A claim was refused, or the appeal about it.
    ClaimRefused {
        /// The claim.
        claim_id: ClaimId,
        /// What the rule calls the deed.
        rule_title: String,
        /// Why.
        reason: String,
        /// Whether the resident can still appeal.
        can_appeal: bool,
    },
    /// A slot in which the resident had a seat was cancelled; the voucher was given back.
    SlotCancelled {
        /// The voucher.
        voucher_id: VoucherId,
        /// What the offer is called.
        offer_title: String,
        /// The community's day on which it was to take place.
        on: NaiveDate,
        /// Why.
        reason: String,
        /// The points that came back.
        points: Points,
    },
    /// A slot in which the resident had a seat for a service of the points supermarket was cancelled; the order was too.
    ServiceCancelled {
        /// The order.
        order_id: OrderId,
        /// What the service is called.
        reward_name: String,
        /// The community's day on which it was to take place.
        on: NaiveDate,
        /// Why.
        reason: String,
        /// The points that came back.
        points: Points,
    },
    /// A voucher of the resident was put out of use.
    VoucherDeactivated {
        /// The voucher.
        voucher_id: VoucherId,
        /// What the offer is called.
        offer_title: String,
        /// Why.
        reason: String,
        /// The points that came back.
        points: Points,
    },
    /// A place became free for who had waited for it.
    MovedUp {
        /// The sign-up.
        signup_id: SignupId,
        /// What the activity is called.
        activity_title: String,
        /// The community's day of the shift.
        on: NaiveDate,
        /// When the shift begins.
        starts_at: DateTime<Utc>,
    },
    /// The resident was marked for coming late or not at all.
    NoShowMarked {
        /// The mark.
        no_show_id: NoShowId,
        /// What the activity is called.
        activity_title: String,
        /// What was missed.
        missed: Missed,
        /// The points that were deducted; 0 if the resident is only told.
        points: Points,
        /// The year of the shift.
        year: i32,
        /// How often the resident has been absent in that year.
        absent: i64,
    },
    /// The desk decided about an appeal against such a mark.
    NoShowDecided {
        /// The mark.
        no_show_id: NoShowId,
        /// What the activity is called.
        activity_title: String,
        /// The verdict.
        verdict: Verdict,
        /// Why.
        note: String,
        /// The points that came back.
        points: Points,
    },
    /// An activity for which the resident had signed up was called off.
    ActivityCancelled {
        /// The activity.
        activity_id: ActivityId,
        /// What it is called.
        activity_title: String,
        /// The community's day on which it was to begin.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// An activity that the resident has proposed was sent back to be mended.
    ActivityReturned {
        /// The activity.
        activity_id: ActivityId,
        /// What it is called.
        activity_title: String,
        /// What is to be mended.
        reason: String,
    },
    /// An activity that the resident has proposed has passed its review.
    ActivityReviewed {
        /// The activity.
        activity_id: ActivityId,
        /// What it is called.
        activity_title: String,
    },
}

/// What came back, as the end of a sentence.
fn came_back(points: Points) -> String {
    if points.is_positive() { format!("，{points} 积分已退回") } else { String::new() }
}

/// What was missed and what follows, as a sentence.
fn missed_what(title: &str, missed: Missed, points: Points, (year, absent): (i32, i64)) -> String {
    let what = match missed {
        Missed::Late => format!("您参加「{title}」签到迟到"),
        Missed::Absent => format!("您报名后未参加「{title}」，{year} 年第 {absent} 次"),
    };
    let follows = if points.is_positive() {
        format!("扣 {points} 积分")
    } else {
        "本次仅提醒，不扣积分".to_owned()
    };
    format!("{what}，{follows}。如有异议，可申诉一次")
}

/// What the desk said to an appeal, as a sentence.
fn appeal_decided(title: &str, verdict: Verdict, note: &str, points: Points) -> String {
    match verdict {
        Verdict::Granted => {
            format!("您对「{title}」考勤记录的申诉已通过（{note}），不再计入{}", came_back(points))
        }
        Verdict::Refused => format!("您对「{title}」考勤记录的申诉未通过：{note}"),
    }
}

/// What an accepted claim earned, or which limit left nothing of it, as a sentence.
fn claim_accepted(title: &str, points: Points, cut: Option<&CapCut>) -> String {
    match cut {
        _ if points.is_positive() => format!("您申报的「{title}」已通过，获得 {points} 积分"),
        Some(cut) => format!("您申报的「{title}」已通过，{cut}，本次不计积分"),
        None => format!("您申报的「{title}」已通过，本次不计积分"),
    }
}

/// Why a claim was refused, as a sentence.
fn claim_refused(title: &str, reason: &str, can_appeal: bool) -> String {
    if can_appeal {
        format!("您申报的「{title}」未通过：{reason}。如有异议，可申诉一次")
    } else {
        format!("您申报的「{title}」经申诉仍未通过：{reason}")
    }
}

impl fmt::Display for NoticeContent {
    /// As a sentence a resident understands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PointsLapse { lapses_on, points } => {
                write!(f, "您有 {points} 积分将于 {lapses_on} 到期，请尽快使用")
            }
            Self::ClaimAccepted { rule_title, points, cut, .. } => {
                f.write_str(&claim_accepted(rule_title, *points, cut.as_ref()))
            }
            Self::ClaimReturned { rule_title, reason, .. } => {
                write!(f, "您申报的「{rule_title}」需要补充：{reason}")
            }
            Self::ClaimRefused { rule_title, reason, can_appeal, .. } => {
                f.write_str(&claim_refused(rule_title, reason, *can_appeal))
            }
            Self::SlotCancelled { offer_title: title, on, reason, points, .. }
            | Self::ServiceCancelled { reward_name: title, on, reason, points, .. } => {
                write!(f, "您预约的 {on}「{title}」已取消（{reason}）{}", came_back(*points))
            }
            Self::VoucherDeactivated { offer_title, reason, points, .. } => {
                write!(f, "您的「{offer_title}」券已停用（{reason}）{}", came_back(*points))
            }
            Self::MovedUp { activity_title, on, .. } => {
                write!(f, "您候补的 {on}「{activity_title}」已有名额，请准时参加；不能来的请在开始前取消报名")
            }
            Self::NoShowMarked { activity_title, missed, points, year, absent, .. } => {
                f.write_str(&missed_what(activity_title, *missed, *points, (*year, *absent)))
            }
            Self::NoShowDecided { activity_title, verdict, note, points, .. } => {
                f.write_str(&appeal_decided(activity_title, *verdict, note, *points))
            }
            Self::ActivityCancelled { activity_title, on, reason, .. } => {
                write!(f, "您报名的 {on}「{activity_title}」已取消：{reason}")
            }
            Self::ActivityReturned { activity_title, reason, .. } => {
                write!(f, "您提出的活动「{activity_title}」被退回修改：{reason}")
            }
            Self::ActivityReviewed { activity_title, .. } => {
                write!(f, "您提出的活动「{activity_title}」已通过审核，可以开始招募了")
            }
        }
    }
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its identifier.
    pub id: NoticeId,
    /// To whom.
    pub resident: ResidentId,
    /// What it is about: nobody gets two notices about the same.
    pub subject: String,
    /// What it says.
    pub content: NoticeContent,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When the resident, or the desk in the resident's place, had read it.
    pub read_at: Option<DateTime<Utc>>,
}

impl Notice {
    /// The same, read; when it was read first counts.
    #[must_use]
    pub fn read(self, now: DateTime<Utc>) -> Self {
        Self { read_at: self.read_at.or(Some(now)), ..self }
    }
}

/// Days on which points lapse, with what the subjects of the notices about them are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How the subjects begin, before the day.
    pub beginning: &'static str,
    /// How they end, after the day.
    pub end: String,
}

/// The days of which it is announced `today` that points lapse on them.
pub fn lapses_announced(today: NaiveDate) -> Vec<Stretch> {
    let mut from = today;
    let mut stretches = Vec::new();
    for days in ANNOUNCED {
        let to = today.checked_add_signed(Duration::days(days)).unwrap_or(NaiveDate::MAX);
        stretches.push(Stretch { from, to, beginning: SUBJECT, end: format!(":{days}") });
        from = to.succ_opt().unwrap_or(NaiveDate::MAX);
    }
    stretches
}

/// Returns the subject and the content of the notice that is due on `today` for points that lapse; none if they do not
/// lapse soon, or have lapsed.
pub fn lapse_notice(lapse: Lapse, points: Points, today: NaiveDate) -> Option<(String, NoticeContent)> {
    let lapses_on = lapse.day()?;
    let left = lapses_on.signed_duration_since(today).num_days();
    let stage = ANNOUNCED.into_iter().find(|days| (0..=*days).contains(&left))?;
    Some((format!("{SUBJECT}{lapses_on}:{stage}"), NoticeContent::PointsLapse { lapses_on, points }))
}

/// Returns the subject and the content of the notice about what became of a claim; none while it waits.
pub fn claim_notice(claim: &Claim, note: &str) -> Option<(String, NoticeContent)> {
    let (claim_id, rule_title, reason) = (claim.id, claim.terms.rule_title.clone(), note.to_owned());
    let content = match claim.state {
        ClaimState::Accepted => {
            let accepted = claim.accepted.as_ref();
            let points = accepted.map_or(Points::ZERO, |accepted| accepted.points);
            let cut = accepted.and_then(|accepted| accepted.explanation.cut);
            NoticeContent::ClaimAccepted { claim_id, rule_title, points, cut }
        }
        ClaimState::Returned => NoticeContent::ClaimReturned { claim_id, rule_title, reason },
        ClaimState::Refused => {
            let can_appeal = claim.appeal.is_none();
            NoticeContent::ClaimRefused { claim_id, rule_title, reason, can_appeal }
        }
        ClaimState::Submitted | ClaimState::Appealed | ClaimState::Withdrawn => return None,
    };
    Some((format!("claim:{}:{}", claim.id, claim.round), content))
}

#[cfg(test)]
#[path = "notices_tests.rs"]
mod tests;
