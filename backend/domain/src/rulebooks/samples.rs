//! Rule books and people for tests.

use std::collections::BTreeMap;

use chrono::DateTime;
use chrono_tz::Asia::Shanghai;
use uuid::Uuid;

use super::{
    Basis, Cap, Earned, Earner, Eligibility, Evidence, Per, Records, Reviewers, Rule, Rulebook, Stars, Unit,
    Version,
};
use crate::calendar::Period;
use crate::ids::{BuildingId, HouseholdId, ResidentId, RulebookId};
use crate::ledger::Expiry;
use crate::points::Points;

/// A cap for each resident.
pub(crate) fn cap(period: Period, points: i64) -> Cap {
    Cap { period, per: Per::Resident, points: Points::new(points) }
}

/// A cap for each household.
pub(crate) fn household_cap(period: Period, points: i64) -> Cap {
    Cap { per: Per::Household, ..cap(period, points) }
}

/// A rule with nothing but points and caps.
pub(crate) fn rule(code: &str, basis: Basis, points: i64, caps: Vec<Cap>) -> Rule {
    Rule {
        code: code.into(),
        title: code.into(),
        basis,
        points: Points::new(points),
        levels: Vec::new(),
        unit: Unit::Resident,
        multipliers: Vec::new(),
        caps,
        budget: None,
        eligibility: Eligibility::default(),
        evidence: Evidence::None,
        reviewers: Reviewers::One,
        beneficiary_confirms: false,
        check: String::new(),
    }
}

/// A book with nothing but rules and caps over all.
pub(crate) fn book(rules: Vec<Rule>, caps: Vec<Cap>) -> Rulebook {
    let expiry = Expiry::default();
    Rulebook { rules, caps, expiry, giving: None, noshow: None, stars: Stars::default() }
}

/// A book as a version.
pub(crate) fn version(book: Rulebook) -> Version {
    Version {
        id: RulebookId::new(Uuid::nil()),
        number: 1,
        title: "《普安社区治理积分管理办法》".into(),
        in_force_from: None,
        book,
        created_at: DateTime::UNIX_EPOCH,
    }
}

/// A resident.
pub(crate) fn resident(number: u128) -> ResidentId {
    ResidentId::new(Uuid::from_u128(number))
}

/// Somebody born in 1990 in building 1, in no team. Residents 10 to 19 live in household 1, 20 to 29 in household 2 …
pub(crate) fn earner(number: u128) -> Earner {
    Earner {
        household: HouseholdId::new(Uuid::from_u128(number / 10)),
        building: BuildingId::new(Uuid::from_u128(1)),
        birth_year: Some(1990),
        teams: Vec::new(),
    }
}

/// The records of residents who have earned this before; what anybody earned counts against budgets.
pub(crate) fn records(residents: &[u128], earned: &[(u128, Earned)]) -> Records {
    let earners = residents.iter().map(|number| (resident(*number), earner(*number))).collect();
    let mut records = Records::new(Shanghai, earners, BTreeMap::new(), Vec::new());
    for (number, earned) in earned {
        records.add(resident(*number), earned.clone());
    }
    records
}

/// Points earned for a deed of a day.
pub(crate) fn earned(rule_code: &str, on: &str, points: i64) -> Earned {
    Earned { rule_code: rule_code.into(), on: on.parse().unwrap(), points: Points::new(points) }
}
