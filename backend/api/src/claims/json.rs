//! Claims as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::claims::Listed;
use linli_domain::activities::Category;
use linli_domain::claims::{Accepted, Beneficiary, ClaimState};
use linli_domain::codes::Code;
use linli_domain::ids::{ClaimId, PhotoId, ResidentId, RulebookId, TransferId, UserId};
use linli_domain::photos::MOST_OF_CLAIM;
use linli_domain::points::Points;
use linli_domain::residents::masked_name;
use linli_domain::reviews::{Review, Verdict};
use linli_domain::roles::Principal;
use linli_domain::rulebooks::AwardExplanation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Moment, Name, Reason, Text, Whole};
use crate::photos::PhotoJson;

/// The photos of a claim, in their order.
pub type ClaimPhotos = Many<PhotoId, 0, MOST_OF_CLAIM>;

/// A deed as it is reported.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportedDeed {
    /// The rule it falls under, by its code in the rule book that was in force when the deed began.
    pub rule_code: Text<1, 20>,
    /// When it began.
    pub began_at: Moment,
    /// How long it took, travel time left out; needed for rules by the hour.
    pub minutes: Option<Whole<0, 1440>>,
    /// Its level, for rules by level.
    pub level: Option<Name>,
    /// What kind of volunteer work it was.
    pub category: Option<Category>,
    /// Whether it was done under hardship 艰苦条件; not unless given.
    #[serde(default)]
    pub hardship: bool,
    /// What was done.
    pub description: Text<2, 500>,
    /// Where.
    pub place: Option<Text<0, 100>>,
    /// The member card of the resident for whom it was done.
    pub beneficiary_card_code: Option<Code>,
    /// The name of somebody for whom it was done; instead of a card.
    pub beneficiary_name: Option<Name>,
    /// Up to six photos, which whoever submits the claim has uploaded.
    pub photos: Option<ClaimPhotos>,
}

/// What a resident says against a refusal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimAppeal {
    /// Why it is wrong.
    pub reason: Reason,
}

/// What a reviewer says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReview {
    /// The verdict.
    pub verdict: Verdict,
    /// Why; needed unless it is accepted. The resident reads it.
    pub note: Option<Text<0, 200>>,
}

/// What a reviewer said.
#[derive(Serialize, ToSchema)]
#[schema(as = Review)]
pub struct ReviewJson {
    /// In which round.
    pub round: i32,
    /// What.
    pub verdict: Verdict,
    /// Why.
    pub note: String,
    /// When.
    pub reviewed_at: DateTime<Utc>,
    /// Who; for the desk and the social workers.
    pub reviewer_id: Option<UserId>,
    /// The reviewer's name; for the desk and the social workers.
    pub reviewer_name: Option<String>,
}

impl ReviewJson {
    pub(crate) fn shown_to(who: &Principal, (review, name): (Review, String)) -> Self {
        let named = who.may_see_names();
        Self {
            round: review.round,
            verdict: review.verdict,
            note: review.note,
            reviewed_at: review.at,
            reviewer_id: named.then_some(review.reviewer),
            reviewer_name: named.then_some(name),
        }
    }
}

/// What a claim earned.
#[derive(Serialize, ToSchema)]
pub struct ClaimAward {
    /// The points; 0 if a cap or the budget left nothing.
    pub points: Points,
    /// Why exactly these, in values.
    pub explanation: AwardExplanation,
    /// The same as a sentence.
    pub text: String,
    /// The transfer; none if there was nothing to give.
    pub transfer_id: Option<TransferId>,
}

impl From<Accepted> for ClaimAward {
    fn from(accepted: Accepted) -> Self {
        let Accepted { points, explanation, transfer } = accepted;
        Self { points, text: explanation.to_string(), explanation, transfer_id: transfer }
    }
}

/// A claim: a resident's own report of a good deed.
#[derive(Serialize, ToSchema)]
#[schema(as = Claim)]
pub struct ClaimJson {
    /// The identifier.
    pub id: ClaimId,
    /// Whose deed it is.
    pub resident_id: ResidentId,
    /// The resident's name.
    pub resident_name: String,
    /// The rule, by its code.
    pub rule_code: String,
    /// What the rule calls the deed.
    pub rule_title: String,
    /// The version of the rule book it is judged by.
    pub rulebook_id: RulebookId,
    /// When the deed began.
    pub began_at: DateTime<Utc>,
    /// The community's day on which it began.
    pub deed_on: NaiveDate,
    /// How long it took.
    pub minutes: i64,
    /// Its level.
    pub level: Option<String>,
    /// What kind of volunteer work it was.
    pub category: Option<Category>,
    /// Whether it was done under hardship.
    pub hardship: bool,
    /// What was done.
    pub description: String,
    /// Where.
    pub place: String,
    /// The resident for whom it was done.
    pub beneficiary_id: Option<ResidentId>,
    /// The name of who it was done for; that of a resident is masked unless the beneficiary, the desk or a social worker asks.
    pub beneficiary_name: Option<String>,
    /// Whether the beneficiary's word counts as a review.
    pub beneficiary_confirms: bool,
    /// Where it stands.
    pub state: ClaimState,
    /// The round of reviews it is in; it grows each time it is submitted again, and with the appeal.
    pub round: i32,
    /// How many different people must accept it in one round.
    pub reviews_needed: u8,
    /// How many have accepted it in this round.
    pub reviews_accepted: usize,
    /// What the resident says against a refusal.
    pub appeal: Option<String>,
    /// What it earned, once it is accepted.
    pub award: Option<ClaimAward>,
    /// Its photos, in their order.
    pub photos: Vec<PhotoJson>,
    /// What was said about it, in the order of time.
    pub reviews: Vec<ReviewJson>,
    /// When it was submitted first.
    pub created_at: DateTime<Utc>,
    /// When it was submitted last, or appealed about.
    pub submitted_at: DateTime<Utc>,
}

impl ClaimJson {
    /// A claim as this person sees it: residents are not told who their reviewers were, nor what the holder of a member card
    /// is called.
    pub fn shown_to(who: &Principal, listed: Listed) -> Self {
        let Listed { claim, resident_name, beneficiary_name, submitted_at, photos, reviews } = listed;
        let beneficiary_id = match claim.report.beneficiary {
            Some(Beneficiary::Resident(resident)) => Some(resident),
            Some(Beneficiary::Named(_)) | None => None,
        };
        let is_named = who.may_see_names() || beneficiary_id.is_none() || beneficiary_id == who.resident;
        let seen = |name: String| if is_named { name } else { masked_name(&name) };
        let accepts =
            |(one, _): &&(Review, String)| one.round == claim.round && one.verdict == Verdict::Accept;
        let (report, terms) = (claim.report, claim.terms);
        Self {
            id: claim.id,
            resident_id: claim.resident,
            resident_name,
            rule_code: report.deed.rule_code,
            rule_title: terms.rule_title,
            rulebook_id: terms.rulebook,
            began_at: report.began_at,
            deed_on: report.deed.on,
            minutes: report.deed.minutes,
            level: report.deed.level,
            category: report.deed.category,
            hardship: report.deed.hardship,
            description: report.description,
            place: report.place,
            beneficiary_id,
            beneficiary_name: beneficiary_name.map(seen),
            beneficiary_confirms: terms.beneficiary_confirms,
            state: claim.state,
            round: claim.round,
            reviews_needed: terms.reviews_needed,
            reviews_accepted: reviews.iter().filter(accepts).count(),
            appeal: claim.appeal,
            award: claim.accepted.map(ClaimAward::from),
            photos: photos.into_iter().map(PhotoJson::from).collect(),
            reviews: reviews.into_iter().map(|review| ReviewJson::shown_to(who, review)).collect(),
            created_at: claim.created_at,
            submitted_at,
        }
    }
}
