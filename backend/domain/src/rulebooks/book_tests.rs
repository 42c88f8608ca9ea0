//! What a rule book must be, and how it is drafted and published.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{Basis, Cap, Rule, Rulebook, Version, check_rule};
use crate::Refusal;
use crate::calendar::Period;
use crate::ids::RulebookId;
use crate::ledger::Expiry;
use crate::points::Points;

fn cap(period: Period, points: i64) -> Cap {
    Cap { period, points: Points::new(points) }
}

fn rule(code: &str) -> Rule {
    Rule {
        code: code.into(),
        title: "清洁家园".into(),
        basis: Basis::Hour,
        points: Points::new(2),
        caps: vec![cap(Period::Day, 6)],
        check: "队长".into(),
    }
}

fn book() -> Rulebook {
    Rulebook {
        rules: vec![rule("CLEAN"), rule("MEET")],
        caps: vec![cap(Period::Month, 60)],
        expiry: Expiry::default(),
    }
}

fn draft() -> Version {
    let id = RulebookId::new(Uuid::nil());
    Version::draft((id, 2), "《管理办法》".into(), book(), at(0)).unwrap()
}

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(second, 0).unwrap()
}

#[test]
fn a_fault_of_a_rule_book_names_its_place() {
    type Spoil = fn(&mut Rulebook);
    let cases: [(Spoil, &str); 10] = [
        (|book| book.rules.clear(), "rules"),
        (|book| book.rules = vec![rule("CLEAN"); 201], "rules"),
        (|book| book.caps.push(cap(Period::Month, 1)), "caps"),
        (|book| book.expiry = Expiry::Months { months: 0 }, "expiry"),
        (|book| book.rules[1].code = "CLEAN".into(), "rules[1].code"),
        (|book| book.rules[1].code = "clean".into(), "rules[1].code"),
        (|book| book.rules[0].title = " ".into(), "rules[0].title"),
        (|book| book.rules[0].check = "长".repeat(201), "rules[0].check"),
        (|book| book.rules[1].points = Points::ZERO, "rules[1].points"),
        (|book| book.rules[1].caps = vec![cap(Period::Day, 0)], "rules[1].caps"),
    ];
    for (spoil, place) in cases {
        let mut book = book();
        spoil(&mut book);
        assert_eq!(book.check(), Err(Refusal::RulebookInvalid { place: place.into() }));
    }
    assert_eq!(book().check(), Ok(()));
}

#[test]
fn a_draft_is_changed_as_far_as_something_is_given() {
    let changed = draft().change(Some("《新办法》".into()), None).unwrap();
    assert_eq!(changed, Version { title: "《新办法》".into(), ..draft() });
    let emptied =
        draft().change(None, Some(Rulebook { rules: vec![], caps: vec![], expiry: Expiry::default() }));
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
    let versions = [first, next];
    let check = |code, moments: &[i64]| check_rule(&versions, code, moments.iter().map(|second| at(*second)));
    assert_eq!(check("CLEAN", &[10, 30]), Ok(()));
    assert_eq!(check("MEET", &[10, 19]), Ok(()));
    assert_eq!(check("MEET", &[10, 20]), Err(Refusal::UnknownRule { code: "MEET".into() }));
    assert_eq!(check("CLEAN", &[9]), Err(Refusal::NoRulebookInForce));
}

#[test]
fn a_book_from_before_points_lapsed_has_the_default() {
    let stored = serde_json::json!({"rules": [], "caps": []});
    let book: Rulebook = serde_json::from_value(stored).unwrap();
    assert_eq!(book.expiry, Expiry::EndOfNextYear {});
}
