//! What awards are decided by: who the residents are, and what was earned before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::Earner;
use crate::Refusal;
use crate::ids::{HouseholdId, ResidentId};
use crate::points::Points;

/// Points that were earned before, and not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earned {
    /// By which rule.
    pub rule_code: String,
    /// For a deed of which day.
    pub on: NaiveDate,
    /// How much.
    pub points: Points,
}

/// What is known when one deed is rewarded.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    /// The community's time zone.
    pub timezone: Tz,
    /// Who did it; where it is nobody in particular, the rule's eligibility is not asked.
    pub earner: Option<&'a Earner>,
    /// What the resident earned before.
    pub by_resident: &'a [Earned],
    /// What the household earned before, the resident included.
    pub by_household: &'a [Earned],
    /// What the whole community earned before by rules with a budget.
    pub by_everybody: &'a [Earned],
}

/// What was earned before, by whom; grows as awards are decided one after another.
#[derive(Debug, Clone)]
pub struct Records {
    timezone: Tz,
    earners: BTreeMap<ResidentId, Earner>,
    residents: BTreeMap<ResidentId, Vec<Earned>>,
    households: BTreeMap<HouseholdId, Vec<Earned>>,
    everybody: Vec<Earned>,
}

impl Records {
    /// The records of these residents and of everybody else in their households: what each of them `earned`, and what
    /// the whole community earned by the rules with a `budget`.
    pub fn new(
        timezone: Tz,
        earners: BTreeMap<ResidentId, Earner>,
        earned: BTreeMap<ResidentId, Vec<Earned>>,
        budget: Vec<Earned>,
    ) -> Self {
        let mut households: BTreeMap<HouseholdId, Vec<Earned>> = BTreeMap::new();
        for (resident, earned) in &earned {
            if let Some(earner) = earners.get(resident) {
                households.entry(earner.household).or_default().extend_from_slice(earned);
            }
        }
        Self { timezone, earners, residents: earned, households, everybody: budget }
    }

    /// The community's time zone.
    pub const fn timezone(&self) -> Tz {
        self.timezone
    }

    /// What is known when a deed of this resident is rewarded.
    ///
    /// # Errors
    /// [`Refusal::ResidentNotActive`] if the records do not know the resident: nobody gets around a rule's eligibility.
    pub fn of(&self, resident: ResidentId) -> Result<Circumstances<'_>, Refusal> {
        let earner = self.earners.get(&resident).ok_or(Refusal::ResidentNotActive)?;
        Ok(Circumstances {
            timezone: self.timezone,
            earner: Some(earner),
            by_resident: self.residents.get(&resident).map_or(&[], Vec::as_slice),
            by_household: self.households.get(&earner.household).map_or(&[], Vec::as_slice),
            by_everybody: &self.everybody,
        })
    }

    /// What is known when the deed is nobody's in particular.
    pub fn of_nobody(&self) -> Circumstances<'_> {
        Circumstances {
            timezone: self.timezone,
            earner: None,
            by_resident: &[],
            by_household: &[],
            by_everybody: &self.everybody,
        }
    }

    /// Adds what a resident has just earned, so that the next award sees it.
    pub fn add(&mut self, resident: ResidentId, earned: Earned) {
        if let Some(earner) = self.earners.get(&resident) {
            self.households.entry(earner.household).or_default().push(earned.clone());
        }
        self.everybody.push(earned.clone());
        self.residents.entry(resident).or_default().push(earned);
    }
}
