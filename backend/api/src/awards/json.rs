//! Deeds that the desk reports, and what they earned, as they are sent.

use linli_domain::Refusal;
use linli_domain::activities::Category;
use linli_domain::awards::{Given, Report};
use linli_domain::codes::Code;
use linli_domain::ids::{ResidentId, RulebookId, TransferId};
use linli_domain::points::Points;
use linli_domain::rulebooks::AwardExplanation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Many, Moment, Name, Text, Whole};
use crate::problem::Kind;
use crate::rulebooks::AwardQuestion;

/// A deed that the desk reports.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAward {
    /// Whose deed; not beside `card_code`.
    pub resident_id: Option<ResidentId>,
    /// The member card of whose deed it is; not beside `resident_id`.
    pub card_code: Option<Code>,
    /// The rule it falls under.
    pub rule_code: Text<1, 20>,
    /// The community's day of the deed, not in the future; not beside `starts_at`, which tells the day.
    pub on: Option<Day>,
    /// When it began, not in the future; what of it was at night is known only then.
    pub starts_at: Option<Moment>,
    /// How long it took; counts for rules by the hour, and is 0 unless given.
    pub minutes: Option<Whole<0, 1440>>,
    /// Its level, for rules by level.
    pub level: Option<Name>,
    /// What kind of volunteer work it was.
    pub category: Option<Category>,
    /// Whether it was done under hardship 艰苦条件; not unless given.
    pub hardship: Option<bool>,
    /// What there is to say about it; the resident reads it with the award.
    pub note: Option<Text<0, 100>>,
}

/// One to a thousand deeds.
pub type Deeds = Many<NewAward, 1, 1_000>;

/// Deeds that the desk reports.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAwards {
    /// The deeds, in the order in which caps and budgets count them.
    pub items: Deeds,
}

/// What came of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AwardState {
    /// It earned points.
    Awarded,
    /// The rule gives nothing for so little, or a cap or the budget left nothing.
    NothingLeft,
    /// A rule refused it.
    Refused,
}

/// What a deed earned, and why.
#[derive(Serialize, ToSchema)]
pub struct AwardOutcome {
    /// Whose deed.
    pub resident_id: ResidentId,
    /// What came of it.
    pub state: AwardState,
    /// The points; 0 unless it was awarded.
    pub points: Points,
    /// The transfer, if it was awarded.
    pub transfer_id: Option<TransferId>,
    /// The version that judged it; none if it was refused.
    pub rulebook_id: Option<RulebookId>,
    /// Why exactly these points, in values; none if it was refused.
    pub explanation: Option<AwardExplanation>,
    /// The kind of problem, if it was refused.
    pub refusal: Option<Kind>,
    /// Why exactly these points, or why none, as a sentence.
    pub text: String,
}

/// What deeds earned.
#[derive(Serialize, ToSchema)]
pub struct AwardOutcomes {
    /// How many were awarded.
    pub awarded: usize,
    /// How many earned nothing, because nothing was left for them or a rule refused them.
    pub not_awarded: usize,
    /// All points together.
    pub total_points: Points,
    /// What came of each, in the order of the request.
    pub items: Vec<AwardOutcome>,
}

impl NewAward {
    /// The deed as a question about its award.
    pub fn question(&self) -> AwardQuestion {
        AwardQuestion {
            rule_code: self.rule_code.clone(),
            on: self.on,
            starts_at: self.starts_at,
            ends_at: None,
            minutes: self.minutes,
            level: self.level.clone(),
            category: self.category,
            hardship: self.hardship,
            resident_id: None,
            rulebook_id: None,
        }
    }
}

impl AwardOutcome {
    /// What came of a report, and the transfer that was made of it.
    pub fn of(report: &Report, result: &Result<Given, Refusal>, transfer_id: Option<TransferId>) -> Self {
        let resident_id = report.resident.id;
        match result {
            Ok(Given { rulebook, award }) => Self {
                resident_id,
                state: if transfer_id.is_some() { AwardState::Awarded } else { AwardState::NothingLeft },
                points: award.points,
                transfer_id,
                rulebook_id: Some(*rulebook),
                explanation: Some(award.explanation.clone()),
                refusal: None,
                text: award.explanation.to_string(),
            },
            Err(refusal) => Self {
                resident_id,
                state: AwardState::Refused,
                points: Points::ZERO,
                transfer_id: None,
                rulebook_id: None,
                explanation: None,
                refusal: Some(Kind::from(refusal)),
                text: refusal.to_string(),
            },
        }
    }
}

impl AwardOutcomes {
    /// What came of all of them.
    pub fn of(items: Vec<AwardOutcome>) -> Self {
        let awarded = items.iter().filter(|item| item.state == AwardState::Awarded).count();
        let total_points = items.iter().map(|item| item.points).sum();
        Self { awarded, not_awarded: items.len().saturating_sub(awarded), total_points, items }
    }
}
