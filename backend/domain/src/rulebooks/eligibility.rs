//! Eligibility: for whom a rule is.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::calendar::age_in_year;
use crate::ids::{BuildingId, HouseholdId, TeamId};

/// The most buildings or teams that a rule names.
const NAMED: usize = 200;

/// For whom a rule is; what is left open holds for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// At least so old in the year of the deed.
    #[serde(default)]
    pub min_age: Option<i32>,
    /// At most so old in the year of the deed.
    #[serde(default)]
    pub max_age: Option<i32>,
    /// Who lives in one of these buildings 楼栋; all if none is named.
    #[serde(default)]
    #[schema(required)]
    pub buildings: Vec<BuildingId>,
    /// Who is a member of one of these teams 队伍 when the deed begins; everybody if none is named.
    #[serde(default)]
    #[schema(required)]
    pub teams: Vec<TeamId>,
}

/// Who did a deed, as far as rules ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earner {
    /// The household.
    pub household: HouseholdId,
    /// The building it is in now: where somebody lived before is not kept.
    pub building: BuildingId,
    /// The year of birth, if known.
    pub birth_year: Option<i32>,
    /// The teams that the resident is or was a member of.
    pub teams: Vec<TimeInTeam>,
}

/// From when until when a resident was a member of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct TimeInTeam {
    /// Which team.
    pub team: TeamId,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Until when; none for who still is.
    pub until: Option<DateTime<Utc>>,
}

impl TimeInTeam {
    /// Whether some of it lies between these moments, both included.
    fn meets(&self, (first, last): (DateTime<Utc>, DateTime<Utc>)) -> bool {
        self.since <= last && self.until.is_none_or(|until| until > first)
    }
}

/// The term of a rule that a resident does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Missed {
    /// Not old enough in the year of the deed.
    TooYoung {
        /// The least age.
        min_age: i32,
    },
    /// Too old in the year of the deed.
    TooOld {
        /// The highest age.
        max_age: i32,
    },
    /// The rule asks for an age, and the year of birth is not registered.
    BirthYearUnknown,
    /// Lives in a building that the rule is not for.
    OtherBuilding,
    /// Is a member of none of the teams that the rule is for.
    OtherTeam,
}

impl Eligibility {
    /// Whether a deed of this day, which began between these moments, falls under the rule if this resident did it.
    ///
    /// # Errors
    /// The first term that the resident does not meet.
    pub fn admit(
        &self,
        earner: &Earner,
        on: NaiveDate,
        began: (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), Missed> {
        if self.min_age.is_some() || self.max_age.is_some() {
            let age = age_in_year(earner.birth_year.ok_or(Missed::BirthYearUnknown)?, on);
            if let Some(min_age) = self.min_age.filter(|least| age < *least) {
                return Err(Missed::TooYoung { min_age });
            }
            if let Some(max_age) = self.max_age.filter(|most| age > *most) {
                return Err(Missed::TooOld { max_age });
            }
        }
        if !self.buildings.is_empty() && !self.buildings.contains(&earner.building) {
            return Err(Missed::OtherBuilding);
        }
        let named = |time: &TimeInTeam| self.teams.contains(&time.team) && time.meets(began);
        if !self.teams.is_empty() && !earner.teams.iter().any(named) {
            return Err(Missed::OtherTeam);
        }
        Ok(())
    }

    /// Whether it makes sense: ages of people, the lower one first, and nothing named twice.
    pub(crate) fn check(&self) -> Result<(), String> {
        let ages = 0..=150;
        if self.min_age.is_some_and(|age| !ages.contains(&age)) {
            return Err("min_age".into());
        }
        let least = self.min_age.unwrap_or_default();
        if self.max_age.is_some_and(|age| !ages.contains(&age) || age < least) {
            return Err("max_age".into());
        }
        check_named("buildings", &self.buildings)?;
        check_named("teams", &self.teams)
    }
}

fn check_named<T: Ord>(field: &str, named: &[T]) -> Result<(), String> {
    if named.len() > NAMED {
        return Err(field.into());
    }
    let mut seen = BTreeSet::new();
    let again = named.iter().position(|one| !seen.insert(one));
    again.map_or(Ok(()), |index| Err(format!("{field}[{index}]")))
}

impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooYoung { min_age } => write!(f, "当年须满 {min_age} 岁"),
            Self::TooOld { max_age } => write!(f, "当年不得超过 {max_age} 岁"),
            Self::BirthYearUnknown => f.write_str("未登记出生年份，请先到社区补登"),
            Self::OtherBuilding => f.write_str("仅限指定楼栋的居民"),
            Self::OtherTeam => f.write_str("仅限指定队伍的队员"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Earner, Eligibility, Missed, TimeInTeam};
    use crate::ids::{BuildingId, HouseholdId, TeamId};
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    fn building(number: u128) -> BuildingId {
        BuildingId::new(Uuid::from_u128(number))
    }

    fn team(number: u128) -> TeamId {
        TeamId::new(Uuid::from_u128(number))
    }

    fn day(number: u32) -> DateTime<Utc> {
        format!("2026-11-{number:02}T00:00:00Z").parse().unwrap()
    }

    /// A member of team 1 since the tenth, and of team 2 until the twentieth.
    fn admit_at(
        eligibility: &Eligibility,
        birth_year: Option<i32>,
        began: (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), Missed> {
        let time = |number, since, until| TimeInTeam { team: team(number), since, until };
        let earner = Earner {
            household: HouseholdId::new(Uuid::nil()),
            building: building(1),
            birth_year,
            teams: vec![time(1, day(10), None), time(2, day(5), Some(day(20)))],
        };
        eligibility.admit(&earner, "2026-11-22".parse().unwrap(), began)
    }

    fn admit(eligibility: &Eligibility, birth_year: Option<i32>) -> Result<(), Missed> {
        admit_at(eligibility, birth_year, (day(15), day(15)))
    }

    #[test]
    fn ages_count_by_the_year_of_the_deed() {
        let working = Eligibility { min_age: Some(18), max_age: Some(60), ..Eligibility::default() };
        assert_eq!(admit(&working, Some(2008)), Ok(()));
        assert_eq!(admit(&working, Some(2009)), Err(Missed::TooYoung { min_age: 18 }));
        assert_eq!(admit(&working, Some(1966)), Ok(()));
        assert_eq!(admit(&working, Some(1965)), Err(Missed::TooOld { max_age: 60 }));
        assert_eq!(admit(&working, None), Err(Missed::BirthYearUnknown));
    }

    #[test]
    fn one_of_the_buildings_and_one_of_the_teams_is_enough() {
        let named = |buildings: &[u128], teams: &[u128]| Eligibility {
            buildings: buildings.iter().map(|number| building(*number)).collect(),
            teams: teams.iter().map(|number| team(*number)).collect(),
            ..Eligibility::default()
        };
        assert_eq!(admit(&named(&[7, 1], &[]), None), Ok(()));
        assert_eq!(admit(&named(&[7], &[]), None), Err(Missed::OtherBuilding));
        assert_eq!(admit(&named(&[], &[7, 2]), None), Ok(()));
        assert_eq!(admit(&named(&[1], &[7]), None), Err(Missed::OtherTeam));
        assert_eq!(Missed::OtherTeam.to_string(), "仅限指定队伍的队员");
    }

    #[test]
    fn a_member_is_who_was_one_when_the_deed_began() {
        let of = |number| Eligibility { teams: vec![team(number)], ..Eligibility::default() };
        let is = |number, first, last| admit_at(&of(number), None, (day(first), day(last))).is_ok();
        assert_eq!([9, 10, 11].map(|at| is(1, at, at)), [false, true, true]);
        assert_eq!([4, 5, 19, 20].map(|at| is(2, at, at)), [false, true, true, false]);
        // Of whose deed only the day is known is a member who was one at any time of it.
        assert!(is(1, 9, 10) && is(2, 4, 5) && is(2, 19, 21) && !is(2, 20, 21));
    }
}
