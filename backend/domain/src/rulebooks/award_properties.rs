//! What holds for every rule book and every order of deeds.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use chrono_tz::Asia::Shanghai;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq};

use super::{Deed, award};
use crate::activities::Category;
use crate::calendar::Period;
use crate::points::Points;
use crate::rulebooks::samples::{book, earner, records, resident, rule, version};
use crate::rulebooks::{
    AwardExplanation, Basis, Budget, Cap, CapScope, Earned, Level, Multiplier, Per, Rule, Rulebook,
};
use strum::VariantArray;

const CODES: [&str; 3] = ["ONE", "TWO", "THREE"];
const PEOPLE: [u128; 4] = [11, 12, 13, 21];

fn periods() -> impl Strategy<Value = Period> {
    select(Period::VARIANTS)
}

fn caps() -> impl Strategy<Value = Vec<Cap>> {
    let per = prop_oneof![Just(Per::Resident), Just(Per::Household)];
    let cap = (periods(), per, 1..40_i64).prop_map(|(period, per, points)| Cap {
        period,
        per,
        points: Points::new(points),
    });
    vec(cap, 0..4).prop_map(|caps| {
        let distinct: BTreeMap<_, _> = caps.into_iter().map(|cap| ((cap.period, cap.per), cap)).collect();
        distinct.into_values().collect()
    })
}

fn multipliers() -> impl Strategy<Value = Vec<Multiplier>> {
    let time = || (0..24, 0..60).prop_map(|(h, m)| format!("{h:02}:{m:02}").parse().unwrap());
    let percent = 1..=1000_i64;
    let night = (time(), time(), percent.clone())
        .prop_map(|(from, to, percent)| (from != to).then_some(Multiplier::Night { from, to, percent }));
    let hardship = option::of(percent.clone().prop_map(|percent| Multiplier::Hardship { percent }));
    let categories = vec![Category::Health, Category::Sport];
    let category = option::of(
        percent.prop_map(move |percent| Multiplier::Category { categories: categories.clone(), percent }),
    );
    (category, night, hardship)
        .prop_map(|(one, two, three)| [one, two, three].into_iter().flatten().collect())
}

fn rules() -> impl Strategy<Value = Rule> {
    let basis = prop_oneof![Just(Basis::Act), Just(Basis::Hour), Just(Basis::Level)];
    let budget = option::of(
        (periods(), 1..200_i64).prop_map(|(period, points)| Budget { period, points: Points::new(points) }),
    );
    (basis, 1..30_i64, caps(), multipliers(), budget).prop_map(
        |(basis, points, caps, multipliers, budget)| {
            let points = Points::new(points);
            let level = |name: &str, times| Level { name: name.into(), points: points.times(times) };
            let by_level = basis == Basis::Level;
            let levels = if by_level { vec![level("1 等", 3), level("2 等", 1)] } else { Vec::new() };
            let points = if by_level { 0 } else { points.get() };
            Rule { multipliers, budget, levels, ..rule("ONE", basis, points, caps) }
        },
    )
}

fn books() -> impl Strategy<Value = Rulebook> {
    (vec(rules(), 3), caps()).prop_map(|(rules, over_all)| {
        let coded = rules.into_iter().zip(CODES).map(|(rule, code)| Rule {
            code: code.into(),
            title: code.into(),
            ..rule
        });
        book(coded.collect(), over_all)
    })
}

fn deeds() -> impl Strategy<Value = Vec<(u128, Deed)>> {
    let category = option::of(select(&[Category::Health, Category::Civility][..]));
    let level = select(&["1 等", "2 等"][..]);
    let one = (select(&PEOPLE[..]), select(&CODES[..]), 0..150_i64, 0..1440_i64, 0..=600_i64, any::<bool>());
    let one = (one, category, level);
    let deed = one.prop_map(|((who, code, day, minute, minutes, hardship), category, level)| {
        let began = "2026-01-20T16:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap();
        let began = began + TimeDelta::days(day) + TimeDelta::minutes(minute);
        let level = Some(level.to_owned());
        (who, Deed { hardship, category, level, ..Deed::at(code, began, minutes, Shanghai) })
    });
    vec(deed, 1..60)
}

/// The right side of a printed sum, worked out from its left side: `2 ×（20 × 2 + 30）÷ 60 × 1.5` and the like, in exact
/// fractions, rounded down.
fn worked_out(sum: &str) -> i64 {
    let (numerator, denominator) = product(&mut sum.chars().peekable());
    numerator.div_euclid(denominator).try_into().unwrap()
}

type Letters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn added(letters: &mut Letters<'_>) -> (i128, i128) {
    let mut sum = product(letters);
    while letters.peek() == Some(&'+') {
        letters.next();
        let (n, d) = product(letters);
        sum = (sum.0 * d + n * sum.1, sum.1 * d);
    }
    sum
}

fn product(letters: &mut Letters<'_>) -> (i128, i128) {
    let mut product = number(letters);
    while let Some(sign @ ('×' | '÷')) = letters.peek().copied() {
        letters.next();
        let (n, d) = number(letters);
        product = if sign == '×' { (product.0 * n, product.1 * d) } else { (product.0 * d, product.1 * n) };
    }
    product
}

fn number(letters: &mut Letters<'_>) -> (i128, i128) {
    if letters.next_if_eq(&'（').is_some() {
        let inside = added(letters);
        assert_eq!(letters.next(), Some('）'));
        return inside;
    }
    let (mut value, mut scale, mut past_point) = (0, 1, false);
    while let Some(letter) = letters.next_if(|letter| letter.is_ascii_digit() || *letter == '.') {
        match letter.to_digit(10) {
            Some(digit) => {
                value = value * 10 + i128::from(digit);
                scale *= if past_point { 10 } else { 1 };
            }
            None => past_point = true,
        }
    }
    (value, scale)
}

/// Only the figures and signs of a sentence: what a reader with a pocket calculator types.
fn figures(sentence: &str) -> String {
    let unnamed = sentence.split('「').map(|part| part.rsplit('」').next().unwrap()).collect::<String>();
    let kept: String = unnamed.chars().filter(|c| "0123456789.×÷+=（）".contains(*c)).collect();
    kept.replace("（）", "")
}

fn adds_up(explanation: &AwardExplanation) {
    let said = explanation.arithmetic.to_string();
    let typed = figures(&said.replace("（不足 1 分舍去）", ""));
    let (sum, result) = typed.split_once('=').unwrap_or((&typed, &typed));
    assert_eq!(worked_out(sum), result.parse::<i64>().unwrap(), "{said}");
    assert_eq!(result.parse::<i64>().unwrap(), explanation.computed.get(), "{said}");
    let cut = explanation.cut.map_or(explanation.computed, |cut| cut.cap.minus(cut.used).or_none());
    assert_eq!(cut, explanation.awarded, "{explanation}");
    assert_eq!(explanation.cut.is_some(), explanation.awarded < explanation.computed, "{explanation}");
}

/// What of `given` counts against a cap of this scope for a deed of `who` under `code`.
fn counted(scope: CapScope, given: &[(u128, Earned)], who: u128, of: &Earned, period: Period) -> Points {
    let household = |number| earner(number).household;
    let counts = |(by, earned): &&(u128, Earned)| {
        let same_rule = earned.rule_code == of.rule_code;
        period.same(earned.on, of.on)
            && match scope {
                CapScope::Rule => *by == who && same_rule,
                CapScope::OverAll => *by == who,
                CapScope::Household => household(*by) == household(who) && same_rule,
                CapScope::HouseholdOverAll => household(*by) == household(who),
                CapScope::Budget => same_rule,
            }
    };
    given.iter().filter(counts).map(|(_, earned)| earned.points).sum()
}

fn limits(book: &Rulebook, code: &str) -> Vec<(CapScope, Period, Points)> {
    let rule = book.rule(code).unwrap();
    let of = |scopes: [CapScope; 2]| {
        move |cap: &Cap| {
            let [resident, household] = scopes;
            let scope = if cap.per == Per::Resident { resident } else { household };
            (scope, cap.period, cap.points)
        }
    };
    let of_rule = rule.caps.iter().map(of([CapScope::Rule, CapScope::Household]));
    let over_all = book.caps.iter().map(of([CapScope::OverAll, CapScope::HouseholdOverAll]));
    let budget = rule.budget.map(|budget| (CapScope::Budget, budget.period, budget.points));
    of_rule.chain(over_all).chain(budget).collect()
}

proptest! {
    #[test]
    fn no_cap_or_budget_is_ever_exceeded_and_every_figure_adds_up(book in books(), deeds in deeds()) {
        prop_assert_eq!(book.check(), Ok(()));
        let version = version(book);
        let mut records = records(&PEOPLE, &[]);
        let mut given: Vec<(u128, Earned)> = Vec::new();
        for (who, deed) in deeds {
            let award = award(&version, &deed, &records.of(resident(who)).unwrap()).unwrap();
            prop_assert!(award.points >= Points::ZERO && award.points <= award.explanation.computed);
            prop_assert_eq!(award.points, award.explanation.awarded);
            adds_up(&award.explanation);
            let earned = Earned { rule_code: deed.rule_code.clone(), on: deed.on, points: award.points };
            records.add(resident(who), earned.clone());
            given.push((who, earned.clone()));
            let mut left = award.explanation.left.iter();
            for (scope, period, most) in limits(&version.book, &deed.rule_code) {
                let used = counted(scope, &given, who, &earned, period);
                prop_assert!(used <= most, "{:?} {:?}: {} of {}", scope, period, used, most);
                let left = left.next().unwrap();
                prop_assert_eq!((left.scope, left.period, left.points), (scope, period, most.minus(used)));
            }
        }
    }

    #[test]
    fn no_multiplier_makes_points_negative_or_panics(
        book in books(), minutes in any::<i64>(), began in 0..4_000_000_000_i64, code in select(&CODES[..]),
    ) {
        let began = chrono::DateTime::from_timestamp(began, 0).unwrap();
        let level = Some("1 等".to_owned());
        let deed = Deed { hardship: true, level, ..Deed::at(code, began, minutes, Shanghai) };
        let given = award(&version(book), &deed, &records(&[], &[]).of_nobody()).unwrap();
        prop_assert!(given.points >= Points::ZERO);
    }
}

#[test]
fn the_pocket_calculator_of_these_tests_can_reckon() {
    assert_eq!(worked_out("2×（20×2+30）÷60×1.5×1.25"), 4);
    assert_eq!(figures("每次 5 分 × 1.5（艰苦条件）= 7 分"), "5×1.5=7");
    assert_eq!(figures("等级「2 等」20 分"), "20");
}
