//! Wish polls 心愿征集: residents say what the points supermarket should buy next.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::ids::{ResidentId, UserId, WishCandidateId, WishPollId};
use crate::residents::Resident;
use crate::rewards::AgeGroup;

/// Who is younger is a child: 未成年人 by the law on the protection of minors.
pub const YOUTH_FROM: i32 = 18;

/// Who is as old is one of 中老年, the middle-aged and elderly. No law says from when on; surveys of 中老年 in China
/// (CHARLS) ask those of 45 and older.
pub const SENIORS_FROM: i32 = 45;

/// How long a poll lasts at most, so that a slip of the pen in the year is found.
const LONGEST: Duration = Duration::days(366);

/// Where a poll stands; follows from its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WishPollState {
    /// It has not begun.
    Upcoming,
    /// Residents vote.
    Open,
    /// It is over; there is a result.
    Closed,
}

/// Something that can be voted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishCandidate {
    /// Its identifier; candidates are in the order of their identifiers.
    pub id: WishCandidateId,
    /// What would be bought; unique in the poll.
    pub name: String,
    /// For whom.
    pub age_group: AgeGroup,
}

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishPoll {
    /// Its identifier.
    pub id: WishPollId,
    /// What it is called.
    pub title: String,
    /// How many candidates a ballot may name.
    pub choices: i32,
    /// From when on residents vote.
    pub opens_at: DateTime<Utc>,
    /// Until when.
    pub closes_at: DateTime<Utc>,
    /// When the desk closed it before its time.
    pub closed_at: Option<DateTime<Utc>>,
    /// What can be voted for.
    pub candidates: Vec<WishCandidate>,
}

/// What a resident voted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishBallot {
    /// In which poll.
    pub poll: WishPollId,
    /// Whose it is.
    pub resident: ResidentId,
    /// The voter's age group at the time; none if the year of birth is not registered.
    pub age_group: Option<AgeGroup>,
    /// Each once.
    pub candidates: BTreeSet<WishCandidateId>,
    /// What the voter would have that is no candidate.
    pub suggestion: Option<String>,
    /// Who entered it.
    pub cast_by: UserId,
    /// When.
    pub cast_at: DateTime<Utc>,
}

/// What a voter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// What is voted for.
    pub candidates: Vec<WishCandidateId>,
    /// What is wished for beside that.
    pub suggestion: Option<String>,
}

/// Voters, counted by their age group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = WishVotes)]
pub struct Votes {
    /// All of them.
    pub total: i64,
    /// 儿童: younger than 18 years.
    pub children: i64,
    /// 青年: from 18 years on.
    pub youth: i64,
    /// 中老年: from 45 years on.
    pub seniors: i64,
    /// Whose year of birth is not registered.
    pub unknown: i64,
}

impl Votes {
    /// Counts so many more of an age group.
    pub const fn add(&mut self, group: Option<AgeGroup>, count: i64) {
        self.total = self.total.saturating_add(count);
        let of_group = match group {
            Some(AgeGroup::Children) => &mut self.children,
            Some(AgeGroup::Youth) => &mut self.youth,
            Some(AgeGroup::Seniors) => &mut self.seniors,
            Some(AgeGroup::All) | None => &mut self.unknown,
        };
        *of_group = of_group.saturating_add(count);
    }
}

/// The age group of who was born in this year, as if on the first of January: more than the year is not registered.
pub fn group_of(birth_year: i32, today: NaiveDate) -> AgeGroup {
    match today.year().saturating_sub(birth_year) {
        age if age < YOUTH_FROM => AgeGroup::Children,
        age if age < SENIORS_FROM => AgeGroup::Youth,
        _ => AgeGroup::Seniors,
    }
}

const fn invalid(place: &'static str, why: &'static str) -> Refusal {
    Refusal::WishPollInvalid { place, why }
}

impl WishPoll {
    /// The poll, if it can be so.
    ///
    /// # Errors
    /// [`Refusal::WishPollInvalid`].
    pub fn checked(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        if self.closes_at <= now || self.closes_at <= self.opens_at {
            return Err(invalid("closes_at", "截止时间应晚于开始时间，也应晚于现在"));
        }
        if self.closes_at.signed_duration_since(self.opens_at) > LONGEST {
            return Err(invalid("closes_at", "征集时间不能超过一年"));
        }
        let names: BTreeSet<&str> = self.candidates.iter().map(|one| one.name.as_str()).collect();
        if names.len() < self.candidates.len() {
            return Err(invalid("candidates", "候选物品的名称不能重复"));
        }
        if usize::try_from(self.choices).is_ok_and(|choices| choices > self.candidates.len()) {
            return Err(invalid("choices", "可选数不能多于候选物品数"));
        }
        Ok(self)
    }

    /// When it is over, or was.
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.closed_at.unwrap_or(self.closes_at)
    }

    /// Where it stands. What the desk has closed is closed for whoever asks, also for a request that arrived before and has
    /// waited meanwhile.
    pub fn state(&self, now: DateTime<Utc>) -> WishPollState {
        if self.closed_at.is_some() || self.closes_at <= now {
            return WishPollState::Closed;
        }
        if self.opens_at <= now { WishPollState::Open } else { WishPollState::Upcoming }
    }

    /// Whether it can be changed: until the first ballot, for who has voted relied on what it said.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] once it is over, [`Refusal::WishPollHasBallots`].
    pub fn check_change(&self, ballots: i64, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_ahead(now)?;
        if ballots > 0 { Err(Refusal::WishPollHasBallots { ballots }) } else { Ok(()) }
    }

    /// The candidate that is taken up while others can still vote for it.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] once it is over, [`Refusal::NameTaken`].
    pub fn check_candidate(&self, new: &WishCandidate, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.check_ahead(now)?;
        if self.candidates.iter().any(|one| one.name == new.name) {
            return Err(Refusal::NameTaken { name: new.name.clone() });
        }
        Ok(())
    }

    /// The poll, closed before its time.
    ///
    /// # Errors
    /// [`Refusal::WrongState`] once it is over.
    pub fn closed(self, now: DateTime<Utc>) -> Result<Self, Refusal> {
        self.check_ahead(now)?;
        Ok(Self { closed_at: Some(now), ..self })
    }

    /// The ballot of a resident, the first one or the one in place of it.
    ///
    /// # Errors
    /// [`Refusal::WishPollNotOpen`], [`Refusal::ResidentNotActive`], [`Refusal::WishPollInvalid`].
    pub fn ballot(
        &self,
        voter: &Resident,
        vote: Vote,
        by: UserId,
        (today, now): (NaiveDate, DateTime<Utc>),
    ) -> Result<WishBallot, Refusal> {
        if self.state(now) != WishPollState::Open {
            return Err(Refusal::WishPollNotOpen { opens_at: self.opens_at, closes_at: self.ends_at() });
        }
        voter.check_active()?;
        let candidates = self.chosen(&vote)?;
        Ok(WishBallot {
            poll: self.id,
            resident: voter.id,
            age_group: voter.birth_year.map(|year| group_of(year, today)),
            candidates,
            suggestion: vote.suggestion,
            cast_by: by,
            cast_at: now,
        })
    }

    /// Whether there is a result. Nobody is told it before: it would sway those who vote later, and who enters a ballot
    /// for somebody else would see which figures it changes.
    ///
    /// # Errors
    /// [`Refusal::WishPollNotClosed`].
    pub fn check_result(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        if self.state(now) == WishPollState::Closed {
            return Ok(());
        }
        Err(Refusal::WishPollNotClosed { closes_at: self.closes_at })
    }

    fn chosen(&self, vote: &Vote) -> Result<BTreeSet<WishCandidateId>, Refusal> {
        let known: BTreeSet<WishCandidateId> = self.candidates.iter().map(|one| one.id).collect();
        let chosen: BTreeSet<WishCandidateId> = vote.candidates.iter().copied().collect();
        if !chosen.is_subset(&known) {
            return Err(invalid("candidate_ids", "没有这个候选物品"));
        }
        if chosen.len() < vote.candidates.len() {
            return Err(invalid("candidate_ids", "同一候选物品只能选一次"));
        }
        if usize::try_from(self.choices).is_ok_and(|choices| chosen.len() > choices) {
            return Err(invalid("candidate_ids", "所选物品超过了可选数"));
        }
        if chosen.is_empty() && vote.suggestion.is_none() {
            return Err(invalid("candidate_ids", "请选择候选物品，或填写自己的心愿"));
        }
        Ok(chosen)
    }

    fn check_ahead(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        match self.state(now) {
            WishPollState::Closed => Err(Refusal::WrongState { state: WishPollState::Closed.to_string() }),
            WishPollState::Upcoming | WishPollState::Open => Ok(()),
        }
    }
}

#[cfg(test)]
#[path = "wish_polls_tests.rs"]
mod tests;
