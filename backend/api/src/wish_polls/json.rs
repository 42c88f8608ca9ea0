//! Wish polls as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{ResidentId, WishCandidateId, WishPollId};
use linli_domain::rewards::AgeGroup;
use linli_domain::wish_polls::{Vote, Votes, WishBallot, WishCandidate, WishPoll, WishPollState};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::acting::Acting;
use crate::input::{Many, Moment, Name, Text, Whole};

/// What is wished for.
pub type Wished = Text<1, 40>;
/// How many candidates a ballot may name.
pub type Choices = Whole<1, 5>;
/// What a ballot names.
pub type Chosen = Many<WishCandidateId, 0, 5>;
/// What a poll begins with.
pub type NewCandidates = Many<NewWishCandidate, 2, 30>;

/// A poll to be opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishPoll {
    /// What it is called.
    pub title: Name,
    /// How many candidates a ballot may name; not more than there are.
    pub choices: Choices,
    /// From when on residents vote.
    pub opens_at: Moment,
    /// Until when; a year at most.
    pub closes_at: Moment,
    /// What can be voted for, each name once.
    pub candidates: NewCandidates,
}

/// What changes of a poll; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishPollChange {
    /// What it is called.
    pub title: Option<Name>,
    /// How many candidates a ballot may name.
    pub choices: Option<Choices>,
    /// From when on residents vote.
    pub opens_at: Option<Moment>,
    /// Until when.
    pub closes_at: Option<Moment>,
    /// What can be voted for, in the place of what could.
    pub candidates: Option<NewCandidates>,
}

/// Something to be voted for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishCandidate {
    /// What would be bought.
    pub name: Wished,
    /// For whom.
    pub age_group: AgeGroup,
}

impl NewWishCandidate {
    /// The candidate under a new identifier.
    pub fn candidate(&self, acting: &Acting) -> WishCandidate {
        WishCandidate { id: acting.id(), name: self.name.as_str().to_owned(), age_group: self.age_group }
    }
}

/// A resident's vote.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishBallot {
    /// The resident in whose place the desk votes; the caller unless given.
    pub resident_id: Option<ResidentId>,
    /// What is voted for, each once; none if there is a suggestion alone.
    pub candidate_ids: Chosen,
    /// What the resident would have that is no candidate.
    pub suggestion: Option<Wished>,
}

impl NewWishBallot {
    /// What the voter says.
    pub fn vote(&self) -> Vote {
        let suggestion = self.suggestion.as_ref().map(|wished| wished.as_str().to_owned());
        Vote { candidates: self.candidate_ids.to_vec(), suggestion }
    }
}

/// Something that can be voted for.
#[derive(Serialize, ToSchema)]
#[schema(as = WishCandidate)]
pub struct WishCandidateJson {
    /// The identifier.
    pub id: WishCandidateId,
    /// What would be bought.
    pub name: String,
    /// For whom.
    pub age_group: AgeGroup,
}

/// A poll.
#[derive(Serialize, ToSchema)]
#[schema(as = WishPoll)]
pub struct WishPollJson {
    /// The identifier.
    pub id: WishPollId,
    /// What it is called.
    pub title: String,
    /// Where it stands now.
    pub state: WishPollState,
    /// How many candidates a ballot may name.
    pub choices: i32,
    /// From when on residents vote.
    pub opens_at: DateTime<Utc>,
    /// Until when.
    pub closes_at: DateTime<Utc>,
    /// When the desk closed it before its time.
    pub closed_at: Option<DateTime<Utc>>,
    /// What can be voted for.
    pub candidates: Vec<WishCandidateJson>,
    /// How many have voted.
    pub ballots: i64,
}

impl WishPollJson {
    /// The poll at a moment, with so many ballots.
    pub fn new(poll: &WishPoll, ballots: i64, now: DateTime<Utc>) -> Self {
        Self {
            id: poll.id,
            title: poll.title.clone(),
            state: poll.state(now),
            choices: poll.choices,
            opens_at: poll.opens_at,
            closes_at: poll.closes_at,
            closed_at: poll.closed_at,
            candidates: poll.candidates.iter().map(WishCandidateJson::from).collect(),
            ballots,
        }
    }
}

impl From<&WishCandidate> for WishCandidateJson {
    fn from(one: &WishCandidate) -> Self {
        Self { id: one.id, name: one.name.clone(), age_group: one.age_group }
    }
}

/// A poll with what the caller voted for.
#[derive(Serialize, ToSchema)]
pub struct OwnWishPoll {
    /// The poll.
    #[serde(flatten)]
    pub poll: WishPollJson,
    /// The caller's own ballot, if the caller is a resident who has voted; nobody sees another's.
    pub own_ballot: Option<OwnWishBallot>,
}

/// What the caller voted for.
#[derive(Serialize, ToSchema)]
pub struct OwnWishBallot {
    /// The candidates.
    pub candidate_ids: Vec<WishCandidateId>,
    /// What the caller would have beside them.
    pub suggestion: Option<String>,
    /// When.
    pub cast_at: DateTime<Utc>,
}

impl From<WishBallot> for OwnWishBallot {
    fn from(ballot: WishBallot) -> Self {
        let candidate_ids = ballot.candidates.into_iter().collect();
        Self { candidate_ids, suggestion: ballot.suggestion, cast_at: ballot.cast_at }
    }
}

/// That a ballot counts. It does not repeat what it says: answers are kept for who sends the same again.
#[derive(Serialize, ToSchema)]
pub struct WishBallotReceipt {
    /// In which poll.
    pub poll_id: WishPollId,
    /// Whose ballot.
    pub resident_id: ResidentId,
    /// When.
    pub cast_at: DateTime<Utc>,
}

/// What came of a poll, in figures alone.
#[derive(Serialize, ToSchema)]
pub struct WishPollResult {
    /// Who voted.
    pub ballots: Votes,
    /// What they voted for, what most of them want first.
    pub candidates: Vec<WishCandidateResult>,
}

/// What came of a candidate.
#[derive(Serialize, ToSchema)]
pub struct WishCandidateResult {
    /// The candidate.
    #[serde(flatten)]
    pub candidate: WishCandidateJson,
    /// Who voted for it.
    pub votes: Votes,
}

/// What voters wish for beside the candidates.
#[derive(Serialize, ToSchema)]
#[schema(as = WishSuggestion)]
pub struct WishSuggestionJson {
    /// As they wrote it.
    pub name: String,
    /// How many wrote it.
    pub count: i64,
}
