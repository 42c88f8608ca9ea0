//! How a rule book is drafted and published.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Version, check_rule};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::RulebookId;
use crate::points::Points;
use crate::rulebooks::samples::{book, cap, rule};
use crate::rulebooks::{Basis, Evidence, Reviewers, Rule, Rulebook};

fn content() -> Rulebook {
    let rules =
        vec![rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6)]), rule("MEET", Basis::Act, 2, vec![])];
    book(rules, vec![cap(Period::Month, 60)])
}

fn draft() -> Version {
    let id = RulebookId::new(Uuid::nil());
    Version::draft((id, 2), "《管理办法》".into(), content(), at(0)).unwrap()
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

#[test]
fn a_draft_is_changed_as_far_as_something_is_given() {
    let changed = draft().change(Some("《新办法》".into()), None).unwrap();
    assert_eq!(changed, Version { title: "《新办法》".into(), ..draft() });
    let emptied = draft().change(None, Some(book(vec![], vec![])));
    assert_eq!(emptied, Err(Refusal::RulebookInvalid { place: "rules".into() }));
}

#[test]
fn what_is_published_is_neither_changed_nor_published_again() {
    let published = draft().publish(at(10), None, at(10)).unwrap();
    assert_eq!(published.in_force_from, Some(at(10)));
    assert_eq!(published.clone().change(None, None), Err(Refusal::AlreadyPublished));
    assert_eq!(published.publish(at(20), None, at(10)), Err(Refusal::AlreadyPublished));
}

#[test]
fn a_version_comes_into_force_after_now_and_after_the_latest() {
    let too_early = |earliest| Err(Refusal::InForceTooEarly { earliest });
    assert_eq!(draft().publish(at(9), None, at(10)), too_early(at(10)));
    assert_eq!(draft().publish(at(20), Some(at(20)), at(10)), too_early(at(21)));
    assert!(draft().publish(at(21), Some(at(20)), at(10)).is_ok());
    assert!(draft().publish(at(10), Some(at(1)), at(10)).is_ok());
}

#[test]
fn a_rule_is_looked_for_in_the_version_of_each_moment() {
    let first = draft().publish(at(10), None, at(10)).unwrap();
    let mut next = draft().publish(at(20), Some(at(10)), at(10)).unwrap();
    next.book.rules.retain(|rule| rule.code != "MEET");
    let mut last = draft().publish(at(30), Some(at(20)), at(10)).unwrap();
    last.book.rules[1].basis = Basis::Level;
    let versions = [first, next, last];
    let check = |code, moments: &[i64]| check_rule(&versions, code, moments.iter().map(|second| at(*second)));
    assert_eq!(check("CLEAN", &[10, 30]), Ok(()));
    assert_eq!(check("MEET", &[10, 19]), Ok(()));
    assert_eq!(check("MEET", &[10, 20]), Err(Refusal::UnknownRule { code: "MEET".into() }));
    assert_eq!(check("MEET", &[10, 30]), Err(Refusal::RuleByLevel { code: "MEET".into() }));
    assert_eq!(check("CLEAN", &[9]), Err(Refusal::NoRulebookInForce));
}

#[test]
fn a_rule_that_two_review_or_a_photo_shows_is_none_for_a_roster() {
    let mut version = draft().publish(at(10), None, at(10)).unwrap();
    let mut checked = |change: fn(&mut Rule)| {
        change(&mut version.book.rules[1]);
        check_rule(std::slice::from_ref(&version), "MEET", [at(10)])
    };
    let rule_title = || "MEET".to_owned();
    // How much a shift gives is not known yet; it is judged when the roster is settled.
    assert_eq!(checked(|rule| rule.reviewers = Reviewers::TwoAbove { points: Points::new(1) }), Ok(()));
    let two = checked(|rule| rule.reviewers = Reviewers::Two);
    assert_eq!(two, Err(Refusal::TwoReviewersNeeded { rule_title: rule_title() }));
    let photo = checked(|rule| (rule.reviewers, rule.evidence) = (Reviewers::One, Evidence::Photo));
    assert_eq!(photo, Err(Refusal::PhotoNeeded { rule_title: rule_title() }));
}
