//! Notices 通知 to residents: what happens to them without their doing.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::claims::{Claim, ClaimState};
use crate::ids::{ClaimId, NoticeId, ResidentId, VoucherId};
use crate::ledger::Lapse;
use crate::points::Points;

/// How many days before points lapse their resident is told, the latest first.
///
/// Source: expiry is announced 30 and 7 days before.
const ANNOUNCED: [i64; 2] = [7, 30];

/// The longest before points lapse that it is announced, in days.
pub const FIRST_ANNOUNCED: i64 = 30;

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
        /// What it earned; 0 if a cap left nothing.
        points: Points,
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
}

impl NoticeContent {
    /// What a notice about a voucher is about: nobody gets two about the same.
    pub fn subject_of(&self) -> Option<String> {
        match self {
            Self::PointsLapse { .. }
            | Self::ClaimAccepted { .. }
            | Self::ClaimReturned { .. }
            | Self::ClaimRefused { .. } => None,
            Self::SlotCancelled { voucher_id, .. } => Some(format!("slot_cancelled:{voucher_id}")),
            Self::VoucherDeactivated { voucher_id, .. } => Some(format!("voucher_deactivated:{voucher_id}")),
        }
    }
}

/// What came back, as the end of a sentence.
fn came_back(points: Points) -> String {
    if points.is_positive() { format!("，{points} 积分已退回") } else { String::new() }
}

impl fmt::Display for NoticeContent {
    /// As a sentence a resident understands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PointsLapse { lapses_on, points } => {
                write!(f, "您有 {points} 积分将于 {lapses_on} 到期，请尽快使用")
            }
            Self::ClaimAccepted { rule_title, points, .. } if points.is_positive() => {
                write!(f, "您申报的「{rule_title}」已通过，获得 {points} 积分")
            }
            Self::ClaimAccepted { rule_title, .. } => {
                write!(f, "您申报的「{rule_title}」已通过，因已达上限，本次不计积分")
            }
            Self::ClaimReturned { rule_title, reason, .. } => {
                write!(f, "您申报的「{rule_title}」需要补充：{reason}")
            }
            Self::ClaimRefused { rule_title, reason, can_appeal: true, .. } => {
                write!(f, "您申报的「{rule_title}」未通过：{reason}。如有异议，可申诉一次")
            }
            Self::ClaimRefused { rule_title, reason, .. } => {
                write!(f, "您申报的「{rule_title}」经申诉仍未通过：{reason}")
            }
            Self::SlotCancelled { offer_title, on, reason, points, .. } => {
                write!(f, "您预约的 {on}「{offer_title}」已取消（{reason}）{}", came_back(*points))
            }
            Self::VoucherDeactivated { offer_title, reason, points, .. } => {
                write!(f, "您的「{offer_title}」券已停用（{reason}）{}", came_back(*points))
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

/// Returns the subject and the content of the notice that is due on `today` for points that lapse; none if they do not
/// lapse soon, or have lapsed.
pub fn lapse_notice(lapse: Lapse, points: Points, today: NaiveDate) -> Option<(String, NoticeContent)> {
    let lapses_on = lapse.day()?;
    let left = lapses_on.signed_duration_since(today).num_days();
    let stage = ANNOUNCED.into_iter().find(|days| (0..=*days).contains(&left))?;
    Some((format!("points_lapse:{lapses_on}:{stage}"), NoticeContent::PointsLapse { lapses_on, points }))
}

/// Returns the subject and the content of the notice about what became of a claim; none while it waits.
pub fn claim_notice(claim: &Claim, note: &str) -> Option<(String, NoticeContent)> {
    let (claim_id, rule_title, reason) = (claim.id, claim.terms.rule_title.clone(), note.to_owned());
    let content = match claim.state {
        ClaimState::Accepted => {
            let points = claim.accepted.as_ref().map_or(Points::ZERO, |accepted| accepted.points);
            NoticeContent::ClaimAccepted { claim_id, rule_title, points }
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
mod tests {
    use super::{NoticeContent, lapse_notice};
    use crate::ids::VoucherId;
    use crate::ledger::Lapse;
    use crate::points::Points;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn subject(today: &str) -> Option<String> {
        lapse_notice(Lapse::on(day("2027-12-31")), Points::new(5), day(today)).map(|(subject, _)| subject)
    }

    #[test]
    fn who_has_points_that_lapse_is_told_thirty_and_seven_days_before() {
        assert_eq!(subject("2027-11-30"), None);
        for today in ["2027-12-01", "2027-12-23"] {
            assert_eq!(subject(today).as_deref(), Some("points_lapse:2027-12-31:30"), "{today}");
        }
        for today in ["2027-12-24", "2027-12-31"] {
            assert_eq!(subject(today).as_deref(), Some("points_lapse:2027-12-31:7"), "{today}");
        }
        assert_eq!(subject("2028-01-01"), None);
    }

    #[test]
    fn points_that_do_not_lapse_are_not_announced() {
        assert_eq!(lapse_notice(Lapse::NEVER, Points::new(5), day("9999-12-20")), None);
    }

    #[test]
    fn a_notice_about_a_voucher_says_why_and_what_came_back() {
        let content = |points| NoticeContent::SlotCancelled {
            voucher_id: VoucherId::new(uuid::Uuid::nil()),
            offer_title: "公益书法课".to_owned(),
            on: day("2026-11-28"),
            reason: "老师生病".to_owned(),
            points: Points::new(points),
        };
        assert_eq!(
            content(10).to_string(),
            "您预约的 2026-11-28「公益书法课」已取消（老师生病），10 积分已退回"
        );
        assert_eq!(content(0).to_string(), "您预约的 2026-11-28「公益书法课」已取消（老师生病）");
    }

    #[test]
    fn a_notice_says_what_to_do() {
        let (_, content) =
            lapse_notice(Lapse::on(day("2027-12-31")), Points::new(5), day("2027-12-31")).unwrap();
        assert_eq!(content.to_string(), "您有 5 积分将于 2027-12-31 到期，请尽快使用");
    }
}
