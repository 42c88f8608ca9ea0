//! Pacts as they are sent.

use chrono::{DateTime, Utc};
use linli_db::pacts::{KeptMonth, Line, Summary};
use linli_db::roster::Earnings;
use linli_domain::calendar::Month;
use linli_domain::ids::{BuildingId, HouseholdId, PactId, ResidentId, RulebookId};
use linli_domain::pacts::{Chosen, SettledMark};
use linli_domain::points::Points;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Note, Text};

/// As many households as a building has at most.
pub type NewMarks = Many<NewMark, 1, 500>;

/// What is recorded of households of a building for a month; who is left out stays as recorded before.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PactChange {
    /// The month.
    pub month: Month,
    /// The households, each once.
    pub marks: NewMarks,
}

/// What is recorded of a household.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewPactMark)]
#[serde(deny_unknown_fields)]
pub struct NewMark {
    /// A household of the building.
    pub household_id: HouseholdId,
    /// Whether it kept the pact in that month; `null` takes out what was recorded.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required)]
    pub kept: Option<bool>,
    /// What there is to say about it; nothing unless given.
    pub note: Option<Note>,
}

/// How a pact is to be settled.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PactSettling {
    /// By which rule of the version in force at the end of the month: one for households by act. The only such rule unless given.
    pub rule_code: Option<Text<1, 20>>,
}

/// How far the pact of a month is in a building.
#[derive(Serialize, ToSchema)]
#[schema(as = Pact)]
pub struct PactJson {
    /// The pact; none if nothing is recorded.
    pub id: Option<PactId>,
    /// The building.
    pub building_id: BuildingId,
    /// The estate.
    pub estate: String,
    /// The building's name in the estate.
    pub building_name: String,
    /// Its block head.
    pub block_head_id: Option<ResidentId>,
    /// The month.
    pub month: Month,
    /// How many households the building has.
    pub households: i64,
    /// How many are recorded as having kept the pact.
    pub kept: i64,
    /// How many are recorded as not having kept it.
    pub not_kept: i64,
    /// When it was settled; none while it waits.
    pub settled_at: Option<DateTime<Utc>>,
    /// By which rule.
    pub rule_code: Option<String>,
}

impl From<Summary> for PactJson {
    fn from(found: Summary) -> Self {
        let (settled_at, rule_code) = found.settled.unzip();
        Self {
            id: found.pact,
            building_id: found.building,
            estate: found.estate,
            building_name: found.name,
            block_head_id: found.block_head,
            month: found.month,
            households: found.households,
            kept: found.kept,
            not_kept: found.not_kept,
            settled_at,
            rule_code,
        }
    }
}

/// A household of a building, and what is recorded of it for a month.
#[derive(Serialize, ToSchema)]
pub struct PactLine {
    /// The household.
    pub household_id: HouseholdId,
    /// Its door.
    pub door: String,
    /// Whether it kept the pact; none if nothing is recorded.
    pub kept: Option<bool>,
    /// What there is to say about it.
    pub note: Option<String>,
    /// When it was recorded.
    pub recorded_at: Option<DateTime<Utc>>,
    /// The block head for whom the desk recorded it.
    pub on_behalf_of: Option<ResidentId>,
    /// What became of it, once the pact is settled.
    #[serde(flatten)]
    pub earned: Earned,
}

/// A settled month of a household.
#[derive(Serialize, ToSchema)]
pub struct PactMonth {
    /// The month.
    pub month: Month,
    /// Whether the household kept the pact.
    pub kept: bool,
    /// What there is to say about it.
    pub note: Option<String>,
    /// What became of it.
    #[serde(flatten)]
    pub earned: Earned,
}

/// What a household earned by keeping the pact.
#[derive(Serialize, ToSchema)]
#[schema(as = PactEarned)]
pub struct Earned {
    /// Who gets it: the representative 户主 whom the household has chosen, else the eldest who is registered in it.
    pub resident_id: Option<ResidentId>,
    /// Why this one.
    pub chosen: Option<Chosen>,
    /// The points.
    pub points: Option<Points>,
    /// Why exactly these and to whom, as a sentence.
    pub explanation: Option<String>,
    /// Whether they were taken back since.
    pub reversed: bool,
}

impl Earned {
    fn of(recipient: Option<(ResidentId, Chosen)>, earnings: Option<Earnings>, reversed: bool) -> Self {
        let (resident_id, chosen) = recipient.unzip();
        let told = |why: String| match chosen {
            Some(chosen) => format!("{why}；{}", chosen.chinese()),
            None => why,
        };
        let (points, explanation) = match earnings {
            Some(Earnings::Awarded(points, why)) => (Some(points), Some(told(why.to_string()))),
            Some(Earnings::NotAwarded(why)) => (Some(Points::ZERO), Some(told(why.to_string()))),
            None => (None, None),
        };
        Self { resident_id, chosen, points, explanation, reversed }
    }
}

impl From<Line> for PactLine {
    fn from(line: Line) -> Self {
        Self {
            household_id: line.household,
            door: line.door,
            kept: line.kept,
            note: line.note,
            recorded_at: line.recorded_at,
            on_behalf_of: line.on_behalf_of,
            earned: Earned::of(line.recipient, line.earnings, line.reversed),
        }
    }
}

impl From<KeptMonth> for PactMonth {
    fn from(found: KeptMonth) -> Self {
        let earned = Earned::of(found.recipient, found.earnings, found.reversed);
        Self { month: found.month, kept: found.kept, note: found.note, earned }
    }
}

/// What came of settling a pact.
#[derive(Serialize, ToSchema)]
pub struct PactSettlement {
    /// The pact.
    pub pact: PactJson,
    /// The rule book version by which it was settled.
    pub rulebook_id: RulebookId,
    /// How many households earned points.
    pub awarded: usize,
    /// How many kept the pact and earned none.
    pub not_awarded: usize,
    /// The points altogether.
    pub total_points: Points,
    /// What each household that kept the pact earned, in the order of the households.
    pub results: Vec<PactResult>,
}

/// What a household earned.
#[derive(Serialize, ToSchema)]
pub struct PactResult {
    /// The household.
    pub household_id: HouseholdId,
    /// Its door.
    pub door: String,
    /// Who gets it: the representative 户主 whom the household has chosen, else the eldest who is registered in it.
    pub resident_id: Option<ResidentId>,
    /// Why this one.
    pub chosen: Option<Chosen>,
    /// The points.
    pub points: Points,
    /// Why exactly these and to whom, as a sentence.
    pub explanation: String,
}

impl PactResult {
    /// What came of the mark of the household behind this door.
    pub fn of(settled: &SettledMark, door: String) -> Self {
        let (resident_id, chosen) = settled.kept.recipient.unzip();
        Self {
            household_id: settled.kept.household,
            door,
            resident_id,
            chosen,
            points: settled.outcome.points(),
            explanation: settled.to_string(),
        }
    }
}

/// What is recorded of a household, as the audit log keeps it.
#[derive(Serialize)]
pub struct Recorded<'a> {
    /// The household.
    pub household_id: HouseholdId,
    /// Whether it kept the pact; none if nothing is recorded any more.
    pub kept: Option<bool>,
    /// What there is to say about it.
    pub note: Option<&'a str>,
}
