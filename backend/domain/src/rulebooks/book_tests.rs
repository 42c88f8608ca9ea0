//! What a rule book must be.

use uuid::Uuid;

use super::{Giving, Lookback, Rulebook};
use crate::Refusal;
use crate::activities::Category;
use crate::calendar::Period;
use crate::ids::TeamId;
use crate::ledger::Expiry;
use crate::points::Points;
use crate::rulebooks::samples::{book, cap, household_cap, rule};
use crate::rulebooks::{Basis, Budget, Level, Multiplier, NoShowLadder, Reviewers, Rule, Stars, Unit};

fn level(name: &str, points: i64) -> Level {
    Level { name: name.into(), points: Points::new(points) }
}

/// By the hour, by level, and a household's.
fn content() -> Rulebook {
    let clean = Rule {
        multipliers: vec![
            Multiplier::Night { from: "22:00".parse().unwrap(), to: "06:00".parse().unwrap(), percent: 200 },
            Multiplier::Hardship { percent: 150 },
            Multiplier::Category { categories: vec![Category::Health], percent: 120 },
        ],
        budget: Some(Budget { period: Period::Year, points: Points::new(500) }),
        ..rule("CLEAN", Basis::Hour, 2, vec![cap(Period::Day, 6), household_cap(Period::Day, 12)])
    };
    let honour = Rule {
        levels: vec![level("社区级", 5), level("区级", 20)],
        ..rule("HONOUR", Basis::Level, 0, vec![])
    };
    let pact = Rule {
        unit: Unit::Household,
        ..rule("PACT", Basis::Act, 3, vec![household_cap(Period::Quarter, 9)])
    };
    let over_all = vec![cap(Period::Month, 60), household_cap(Period::Month, 150)];
    let noshow = NoShowLadder { notices: 2, points: Points::new(1), late_minutes: 15 };
    Rulebook { noshow: Some(noshow), ..book(vec![clean, honour, pact], over_all) }
}

type Spoil = fn(&mut Rulebook);

fn check(cases: &[(Spoil, &str)]) {
    for (spoil, place) in cases {
        let mut book = content();
        spoil(&mut book);
        assert_eq!(book.check(), Err(Refusal::RulebookInvalid { place: (*place).into() }));
    }
    assert_eq!(content().check(), Ok(()));
}

#[test]
fn a_fault_of_a_rule_names_its_place() {
    check(&[
        (|book| book.rules.clear(), "rules"),
        (|book| book.rules = vec![rule("CLEAN", Basis::Act, 1, vec![]); 201], "rules"),
        (|book| book.rules[1].code = "CLEAN".into(), "rules[1].code"),
        (|book| book.rules[1].code = "clean".into(), "rules[1].code"),
        (|book| book.rules[0].title = " ".into(), "rules[0].title"),
        (|book| book.rules[0].check = "长".repeat(201), "rules[0].check"),
        (|book| book.rules[0].points = Points::ZERO, "rules[0].points"),
        (|book| book.rules[0].levels = vec![level("区级", 1)], "rules[0].levels"),
        (|book| book.rules[1].points = Points::new(1), "rules[1].points"),
        (|book| book.rules[1].levels.clear(), "rules[1].levels"),
        (|book| book.rules[1].levels[1] = level("社区级", 1), "rules[1].levels[1].name"),
        (|book| book.rules[1].levels[0].name = " ".into(), "rules[1].levels[0].name"),
        (|book| book.rules[1].levels[0].points = Points::ZERO, "rules[1].levels[0].points"),
        (|book| book.rules[0].eligibility.min_age = Some(151), "rules[0].eligibility.min_age"),
        (
            |book| {
                book.rules[0].eligibility.min_age = Some(60);
                book.rules[0].eligibility.max_age = Some(59);
            },
            "rules[0].eligibility.max_age",
        ),
        (
            |book| book.rules[0].eligibility.teams = vec![TeamId::new(Uuid::nil()); 2],
            "rules[0].eligibility.teams[1]",
        ),
        (
            |book| book.rules[0].reviewers = Reviewers::TwoAbove { points: Points::ZERO },
            "rules[0].reviewers.points",
        ),
    ]);
}

#[test]
fn a_fault_of_a_multiplier_names_its_place() {
    check(&[
        (
            |book| book.rules[0].multipliers[1] = Multiplier::Hardship { percent: 0 },
            "rules[0].multipliers[1].percent",
        ),
        (
            |book| book.rules[0].multipliers[1] = Multiplier::Hardship { percent: 1001 },
            "rules[0].multipliers[1].percent",
        ),
        (
            |book| {
                let noon = "12:00".parse().unwrap();
                book.rules[0].multipliers[0] = Multiplier::Night { from: noon, to: noon, percent: 200 };
            },
            "rules[0].multipliers[0].to",
        ),
        (
            |book| book.rules[0].multipliers.push(Multiplier::Hardship { percent: 300 }),
            "rules[0].multipliers[3].kind",
        ),
        (
            |book| {
                let categories = vec![Category::Sport, Category::Health];
                book.rules[0].multipliers.push(Multiplier::Category { categories, percent: 300 });
            },
            "rules[0].multipliers[3].kind",
        ),
        (
            |book| {
                let categories = vec![];
                book.rules[0].multipliers[2] = Multiplier::Category { categories, percent: 300 };
            },
            "rules[0].multipliers[2].categories",
        ),
    ]);
}

#[test]
fn a_fault_of_a_cap_or_budget_names_its_place() {
    check(&[
        (|book| book.rules[0].caps[1].points = Points::ZERO, "rules[0].caps[1].points"),
        (|book| book.rules[0].caps.push(household_cap(Period::Day, 1)), "rules[0].caps[2].period"),
        (|book| book.rules[2].caps.push(cap(Period::Day, 1)), "rules[2].caps[1].per"),
        (|book| book.rules[0].caps = vec![cap(Period::Day, 1); 13], "rules[0].caps"),
        (
            |book| book.rules[0].budget = Some(Budget { period: Period::Day, points: Points::ZERO }),
            "rules[0].budget.points",
        ),
        (|book| book.caps.push(cap(Period::Month, 1)), "caps[2].period"),
        (|book| book.caps[0].points = Points::new(-1), "caps[0].points"),
    ]);
}

#[test]
fn a_fault_of_what_holds_for_all_names_its_place() {
    check(&[
        (|book| book.expiry = Expiry::Months { months: 0 }, "expiry.months"),
        (|book| book.giving = Some(Giving { per_month: Points::new(-1) }), "giving.per_month"),
        (|book| book.noshow.as_mut().unwrap().notices = -1, "noshow.notices"),
        (|book| book.noshow.as_mut().unwrap().points = Points::ZERO, "noshow.points"),
        (|book| book.noshow.as_mut().unwrap().late_minutes = 241, "noshow.late_minutes"),
        (|book| book.stars = Stars(vec![100, 300, 300]), "stars[2]"),
        (|book| book.stars = Stars((1..=11).collect()), "stars"),
    ]);
}

#[test]
fn caps_and_budgets_look_back_to_the_beginning_of_their_periods() {
    let lookback = |rule: &str, on: &str| content().lookback(rule, on.parse().unwrap()).unwrap();
    let day = |text: &str| Some(text.parse().unwrap());
    let clean = lookback("CLEAN", "2026-03-18");
    assert_eq!((clean.earned, clean.budget), (day("2026-03-01"), day("2026-01-01")));
    let pact = lookback("PACT", "2026-03-18");
    assert_eq!((pact.earned, pact.budget), (day("2026-01-01"), None));
    assert_eq!(clean.or_earlier(pact), Lookback { earned: pact.earned, budget: clean.budget });
    let free = book(vec![rule("FREE", Basis::Act, 1, vec![])], vec![]);
    let nothing = free.lookback("FREE", "2026-03-18".parse().unwrap());
    assert_eq!(nothing, Ok(Lookback { earned: None, budget: None }));
}
