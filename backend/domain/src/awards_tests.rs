//! Awards many at a time: order, caps, and who gets nothing.

use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;
use proptest::collection::vec;
use proptest::prelude::proptest;
use proptest::{prop_assert, prop_assert_eq};

use super::{Counted, Given, Report, award_each, lookbacks};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::TransferId;
use crate::ledger::Lapse;
use crate::points::Points;
use crate::residents::tests::resident as of_state;
use crate::residents::{Own, Resident, ResidentState};
use crate::rulebooks::samples::{book, cap, earned, records, resident, rule, version};
use crate::rulebooks::{Basis, Deed, Evidence, Reviewers, Version};
use uuid::Uuid;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn versions() -> [Version; 1] {
    let mut mediate = rule("MEDIATE", Basis::Act, 5, vec![]);
    mediate.reviewers = Reviewers::Two;
    let mut ideas = rule("IDEA", Basis::Act, 10, vec![]);
    ideas.reviewers = Reviewers::TwoAbove { points: Points::new(9) };
    let mut photo = rule("PHOTO", Basis::Act, 1, vec![]);
    photo.evidence = Evidence::Photo;
    let clean = rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6)]);
    let month = vec![cap(Period::Month, 20)];
    let book = book(vec![clean, mediate, ideas, photo], month);
    [Version { in_force_from: Some(at("2020-01-01T00:00:00Z")), ..version(book) }]
}

fn report(number: u128, rule_code: &str, began: &str, minutes: i64) -> Report {
    let resident = Resident { id: resident(number), ..of_state(ResidentState::Active) };
    let deed = Deed::at(rule_code, at(began), minutes, Shanghai);
    Report { resident, deed, at: at(began), note: String::new() }
}

fn points(results: &[Result<Given, Refusal>]) -> Vec<Option<i64>> {
    results.iter().map(|one| one.as_ref().ok().map(|given| given.award.points.get())).collect()
}

#[test]
fn caps_count_what_earlier_lines_give() {
    let day = "2026-11-02T01:00:00Z";
    let later = "2026-11-02T03:00:00Z";
    let reports =
        [report(11, "CLEAN", day, 120), report(12, "CLEAN", day, 60), report(11, "CLEAN", later, 120)];
    let results =
        award_each(&versions(), &reports, (&Own::default(), Counted::new()), records(&[11, 12], &[]));
    assert_eq!(points(&results), [Some(4), Some(2), Some(2)]);
}

#[test]
fn one_that_a_rule_refuses_does_not_hinder_the_others() {
    let day = "2026-11-02T01:00:00Z";
    let mut moved = report(12, "CLEAN", day, 60);
    moved.resident.state = ResidentState::MovedOut;
    let reports = [
        report(11, "NONE", day, 0),
        report(11, "MEDIATE", day, 0),
        report(11, "IDEA", day, 0),
        report(11, "PHOTO", day, 0),
        report(11, "CLEAN", "2019-01-01T01:00:00Z", 60),
        moved,
        report(13, "CLEAN", day, 60),
        report(11, "CLEAN", day, 60),
    ];
    let results = award_each(
        &versions(),
        &reports,
        (&Own::of([resident(13)]), Counted::new()),
        records(&[11, 12, 13], &[]),
    );
    let rule_title = |title: &str| title.to_owned();
    let refusals: Vec<Refusal> = results.iter().filter_map(|one| one.clone().err()).collect();
    let expected = [
        Refusal::UnknownRule { code: "NONE".into() },
        Refusal::TwoReviewersNeeded { rule_title: rule_title("MEDIATE") },
        Refusal::TwoReviewersNeeded { rule_title: rule_title("IDEA") },
        Refusal::PhotoNeeded { rule_title: rule_title("PHOTO") },
        Refusal::NoRulebookInForce,
        Refusal::ResidentNotActive,
        Refusal::OwnWallet,
    ];
    assert_eq!(refusals, expected);
    assert_eq!(points(&results[7..]), [Some(2)]);
}

#[test]
fn how_many_must_agree_follows_from_what_the_rule_gives_before_caps() {
    let day = "2026-11-02T01:00:00Z";
    // The month's cap leaves two of the ten points.
    let before = [(11, earned("CLEAN", "2026-11-01", 18))];
    let results = award_each(
        &versions(),
        &[report(11, "IDEA", day, 0)],
        (&Own::default(), Counted::new()),
        records(&[11], &before),
    );
    assert_eq!(results, [Err(Refusal::TwoReviewersNeeded { rule_title: "IDEA".into() })]);
}

#[test]
fn time_that_counts_already_is_not_awarded_again() {
    let (from, to) = (at("2026-11-02T01:00:00Z"), at("2026-11-02T03:00:00Z"));
    let counted = Counted::from([(resident(11), vec![(from, to)])]);
    let again = |who, began, minutes| {
        let reports = [report(who, "CLEAN", began, minutes)];
        award_each(&versions(), &reports, (&Own::default(), counted.clone()), records(&[11, 12], &[]))
            .remove(0)
            .map(drop)
    };
    let refused = Err(Refusal::TimeCounted { starts_at: from, ends_at: to });
    assert_eq!(
        [again(11, "2026-11-02T00:00:00Z", 61), again(11, "2026-11-02T02:59:00Z", 1)],
        [refused.clone(), refused]
    );
    // Right before and right after it, somebody else, and what took no time.
    assert_eq!(again(11, "2026-11-02T00:00:00Z", 60), Ok(()));
    assert_eq!(again(11, "2026-11-02T03:00:00Z", 60), Ok(()));
    assert_eq!(again(12, "2026-11-02T01:00:00Z", 60), Ok(()));
    assert_eq!(again(11, "2026-11-02T02:00:00Z", 0), Ok(()));
}

#[test]
fn nor_is_the_time_of_an_earlier_line_that_was_awarded() {
    let day = "2026-11-02T01:00:00Z";
    let reports = [
        report(11, "MEDIATE", day, 60),
        report(11, "CLEAN", day, 60),
        report(11, "CLEAN", "2026-11-02T01:59:00Z", 60),
    ];
    let results = award_each(&versions(), &reports, (&Own::default(), Counted::new()), records(&[11], &[]));
    let (starts_at, ends_at) = (at(day), at("2026-11-02T02:00:00Z"));
    assert_eq!(points(&results), [None, Some(2), None]);
    assert_eq!(results[2], Err(Refusal::TimeCounted { starts_at, ends_at }));
}

#[test]
fn a_note_is_read_by_the_resident() {
    let with_note =
        Report { note: "补登十月台账".into(), ..report(11, "CLEAN", "2026-11-02T01:00:00Z", 60) };
    let results = award_each(
        &versions(),
        std::slice::from_ref(&with_note),
        (&Own::default(), Counted::new()),
        records(&[11], &[]),
    );
    let posting =
        results[0].as_ref().unwrap().posting(&with_note, Lapse::NEVER, TransferId::new(Uuid::nil()));
    assert!(posting.unwrap().explanation.to_string().ends_with("；备注：补登十月台账"));
}

#[test]
fn what_counts_is_looked_up_since_the_earliest_period_of_each_rule() {
    let reports = [
        report(11, "CLEAN", "2026-11-20T01:00:00Z", 60),
        report(11, "CLEAN", "2026-09-20T01:00:00Z", 60),
        report(11, "NONE", "2026-01-20T01:00:00Z", 60),
    ];
    let since = lookbacks(&versions(), &reports);
    let days: Vec<_> = since.iter().map(|(rule, since)| (rule.as_str(), since.earned.unwrap())).collect();
    assert_eq!(days, [("CLEAN", "2026-09-01".parse().unwrap())]);
}

proptest! {
    #[test]
    fn no_order_of_lines_exceeds_a_cap(lines in vec((0..3_u128, 1..9_u32, 0..400_i64), 0..40)) {
        let one = |(who, day, minutes): &(u128, u32, i64)| {
            let report = report(11 + who, "CLEAN", &format!("2026-11-{day:02}T01:00:00Z"), *minutes);
            // When it began is not known: nothing but the cap holds these apart.
            Report { deed: Deed { began: None, ..report.deed.clone() }, ..report }
        };
        let reports: Vec<Report> = lines.iter().map(one).collect();
        let results = award_each(&versions(), &reports, (&Own::default(), Counted::new()), records(&[11, 12, 13], &[]));
        prop_assert_eq!(results.len(), reports.len());
        for who in [11, 12, 13] {
            let of = |day: Option<u32>| -> i64 {
                let lines = reports.iter().zip(&results).zip(&lines);
                let own = lines.filter(|((report, _), (_, on, _))| {
                    report.resident.id == resident(who) && day.is_none_or(|day| day == *on)
                });
                own.map(|((_, result), _)| result.as_ref().unwrap().award.points.get()).sum()
            };
            prop_assert!(of(None) <= 20);
            prop_assert!((1..9).all(|day| of(Some(day)) <= 6));
        }
    }
}
