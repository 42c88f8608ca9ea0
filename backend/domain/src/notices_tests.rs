//! What notices say, and when points that lapse are announced.

use super::{NoticeContent, lapse_notice, lapses_announced};
use crate::calendar::Period;
use crate::ids::{ActivityId, ClaimId, NoShowId, OrderId, VoucherId};
use crate::ledger::Lapse;
use crate::no_shows::Missed;
use crate::points::Points;
use crate::rulebooks::{CapCut, CapScope};
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
fn each_day_of_a_stretch_has_the_subject_that_is_looked_for() {
    let today = day("2027-12-01");
    for stretch in lapses_announced(today) {
        for on in [stretch.from, stretch.to] {
            let (subject, _) = lapse_notice(Lapse::on(on), Points::new(5), today).unwrap();
            assert_eq!(subject, format!("{}{on}{}", stretch.beginning, stretch.end));
        }
    }
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
    assert_eq!(content(10).to_string(), "您预约的 2026-11-28「公益书法课」已取消（老师生病），10 积分已退回");
    assert_eq!(content(0).to_string(), "您预约的 2026-11-28「公益书法课」已取消（老师生病）");
}

#[test]
fn a_notice_about_a_service_says_so_too() {
    let order_id = OrderId::new(uuid::Uuid::nil());
    let (on, reason) = (day("2026-11-28"), "师傅生病".to_owned());
    let points = Points::new(5);
    let told =
        NoticeContent::ServiceCancelled { order_id, reward_name: "义剪".to_owned(), on, reason, points };
    assert_eq!(told.to_string(), "您预约的 2026-11-28「义剪」已取消（师傅生病），5 积分已退回");
}

#[test]
fn a_notice_about_a_no_show_says_what_follows_and_that_one_can_appeal() {
    let content = |missed, points| NoticeContent::NoShowMarked {
        no_show_id: NoShowId::new(uuid::Uuid::nil()),
        activity_title: "大扫除".to_owned(),
        missed,
        points: Points::new(points),
        year: 2026,
        absent: 3,
    };
    assert_eq!(
        content(Missed::Absent, 1).to_string(),
        "您报名后未参加「大扫除」，2026 年第 3 次，扣 1 积分。如有异议，可申诉一次"
    );
    assert_eq!(
        content(Missed::Late, 0).to_string(),
        "您参加「大扫除」签到迟到，本次仅提醒，不扣积分。如有异议，可申诉一次"
    );
}

#[test]
fn a_notice_says_what_to_do() {
    let (_, content) = lapse_notice(Lapse::on(day("2027-12-31")), Points::new(5), day("2027-12-31")).unwrap();
    assert_eq!(content.to_string(), "您有 5 积分将于 2027-12-31 到期，请尽快使用");
}

#[test]
fn a_claim_that_is_worth_nothing_says_which_limit_left_nothing_if_one_did() {
    let content = |cut: Option<(CapScope, Period)>| NoticeContent::ClaimAccepted {
        claim_id: ClaimId::new(uuid::Uuid::nil()),
        rule_title: "清洁家园".to_owned(),
        points: Points::ZERO,
        cut: cut.map(|(scope, period)| CapCut { scope, period, cap: Points::new(6), used: Points::new(6) }),
    };
    let said = |cut| content(cut).to_string();
    assert_eq!(said(None), "您申报的「清洁家园」已通过，本次不计积分");
    assert_eq!(
        said(Some((CapScope::Household, Period::Day))),
        "您申报的「清洁家园」已通过，全家本日已达上限，本次不计积分"
    );
    assert_eq!(
        said(Some((CapScope::Budget, Period::Month))),
        "您申报的「清洁家园」已通过，全社区本月预算已用完，本次不计积分"
    );
}

#[test]
fn who_proposed_an_activity_reads_what_became_of_it() {
    let (activity_id, activity_title) = (ActivityId::new(uuid::Uuid::nil()), "花坛浇水".to_owned());
    let back = NoticeContent::ActivityReturned {
        activity_id,
        activity_title: activity_title.clone(),
        reason: "写明从哪里接水".into(),
    };
    assert_eq!(back.to_string(), "您提出的活动「花坛浇水」被退回修改：写明从哪里接水");
    let passed = NoticeContent::ActivityReviewed { activity_id, activity_title };
    assert_eq!(passed.to_string(), "您提出的活动「花坛浇水」已通过审核，可以开始招募了");
}
