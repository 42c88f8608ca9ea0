//! Activities of teams: proposed, reviewed, recruited for, carried out, and settled by their roster.

mod repeat;
mod roster;
mod settle;
mod shifts;
mod words;

pub use repeat::{Every, first_day, same_time_on, shifts_on};
pub use roster::{Listed, check_roster, minutes_of};
pub(crate) use settle::outcome_of;
pub use settle::{Attended, NoAward, Outcome, Settled, lookback, settle};
pub use shifts::{NewShift, Shift, Span, check_shifts, span_of};
pub use words::{ActivityState, Beneficiary, Category, Recruit};

use chrono::{DateTime, Utc};

use crate::Refusal;
use crate::ids::{ActivityId, ResidentId, TeamId, UserId};

/// An activity of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its identifier.
    pub id: ActivityId,
    /// The team that carries it out.
    pub team: TeamId,
    /// What it is called.
    pub title: String,
    /// What is done.
    pub description: String,
    /// What kind of volunteer work it is.
    pub category: Category,
    /// For whom.
    pub beneficiary: Beneficiary,
    /// Where people meet.
    pub place: String,
    /// Who proposed it and answers for it.
    pub organiser: UserId,
    /// Who changed the proposal last; at first who proposed it.
    pub changed_by: UserId,
    /// The rule its attendances earn by.
    pub rule_code: String,
    /// Who can sign up.
    pub recruit: Recruit,
    /// Where it stands.
    pub state: ActivityState,
    /// When its first shift begins.
    pub starts_at: DateTime<Utc>,
    /// When its last shift ends.
    pub ends_at: DateTime<Utc>,
    /// When its roster was settled.
    pub settled_at: Option<DateTime<Utc>>,
    /// Why it was called off.
    pub cancel_reason: Option<String>,
    /// What was to be mended when it was sent back last.
    pub return_reason: Option<String>,
    /// When it was proposed.
    pub created_at: DateTime<Utc>,
}

/// Who checks what others have made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewer {
    /// The account.
    pub user: UserId,
    /// The resident the account belongs to, if any.
    pub resident: Option<ResidentId>,
}

impl Activity {
    /// Whether the proposal can still be changed or taken away: as long as nobody has let it pass.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn check_draft(&self) -> Result<(), Refusal> {
        self.check_state(&[ActivityState::Draft, ActivityState::Returned])
    }

    /// The proposal as somebody changes it: what was sent back waits for its review again.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn changed(self, by: UserId) -> Result<Self, Refusal> {
        self.check_draft()?;
        Ok(Self { state: ActivityState::Draft, changed_by: by, ..self })
    }

    /// Whether residents can sign up.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn check_open(&self) -> Result<(), Refusal> {
        self.check_state(&ActivityState::OPEN)
    }

    /// Whether people check in and out: it is announced, and neither settled nor called off.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn check_under_way(&self) -> Result<(), Refusal> {
        self.check_state(&[ActivityState::Recruiting, ActivityState::Running, ActivityState::Closed])
    }

    /// Whether attendance can be recorded.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn check_recording(&self) -> Result<(), Refusal> {
        self.check_state(&[ActivityState::Running, ActivityState::Closed])
    }

    /// The proposal reviewed, by somebody else than who made it or changed it last.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ReviewerIsOrganiser`], [`Refusal::ReviewerIsEditor`].
    pub fn review(self, reviewer: UserId) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Draft])?;
        self.check_reviewer(reviewer)?;
        if reviewer == self.changed_by {
            return Err(Refusal::ReviewerIsEditor);
        }
        Ok(Self { state: ActivityState::Reviewed, ..self })
    }

    /// The proposal sent back to be mended, by somebody else than who made it.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ReviewerIsOrganiser`].
    pub fn sent_back(self, reviewer: UserId, reason: String) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Draft])?;
        self.check_reviewer(reviewer)?;
        Ok(Self { state: ActivityState::Returned, return_reason: Some(reason), ..self })
    }

    /// The activity open for sign-ups.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn recruit(self) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Reviewed])?;
        Ok(Self { state: ActivityState::Recruiting, ..self })
    }

    /// The activity begun.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn start(self) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Recruiting])?;
        Ok(Self { state: ActivityState::Running, ..self })
    }

    /// The activity over.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn close(self) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Running])?;
        Ok(Self { state: ActivityState::Closed, ..self })
    }

    /// The activity called off: also a closed one, which nobody came to or which cannot be settled.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn cancel(self, reason: String) -> Result<Self, Refusal> {
        use ActivityState as S;
        self.check_state(&[S::Draft, S::Returned, S::Reviewed, S::Recruiting, S::Running, S::Closed])?;
        Ok(Self { state: S::Cancelled, cancel_reason: Some(reason), ..self })
    }

    /// The activity settled by its roster: after its last shift, once it is recorded who came to each of them, if anybody,
    /// and by somebody who neither proposed it nor wrote the roster, nor checked somebody of it in or out by hand, nor stands
    /// in it.
    ///
    /// # Errors
    /// [`Refusal::WrongState`], [`Refusal::ReviewerIsOrganiser`], [`Refusal::ShiftNotOver`],
    /// [`Refusal::ShiftNotRecorded`], [`Refusal::ReviewerIsRecorder`], [`Refusal::ReviewerInRoster`].
    pub fn settled(
        self,
        reviewer: Reviewer,
        (shifts, roster): (&[Shift], &[Attended]),
        now: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        self.check_state(&[ActivityState::Closed])?;
        self.check_reviewer(reviewer.user)?;
        if now < self.ends_at {
            return Err(Refusal::ShiftNotOver { ends_at: self.ends_at });
        }
        if let Some(shift) = shifts.iter().find(|shift| shift.recorded_at.is_none()) {
            return Err(Refusal::ShiftNotRecorded { shift: shift.id, starts_at: shift.starts_at });
        }
        if roster.iter().any(|one| one.is_written_by(reviewer.user)) {
            return Err(Refusal::ReviewerIsRecorder);
        }
        if roster.iter().any(|one| Some(one.resident) == reviewer.resident) {
            return Err(Refusal::ReviewerInRoster);
        }
        Ok(Self { state: ActivityState::Settled, settled_at: Some(now), ..self })
    }

    /// Whether it is over and paid, so that who did not come can be marked.
    ///
    /// # Errors
    /// [`Refusal::RosterNotSettled`].
    pub fn check_settled(&self) -> Result<(), Refusal> {
        if self.state == ActivityState::Settled { Ok(()) } else { Err(Refusal::RosterNotSettled) }
    }

    fn check_state(&self, wanted: &[ActivityState]) -> Result<(), Refusal> {
        if wanted.contains(&self.state) {
            return Ok(());
        }
        Err(Refusal::WrongState { state: self.state.to_string() })
    }

    fn check_reviewer(&self, reviewer: UserId) -> Result<(), Refusal> {
        if reviewer == self.organiser { Err(Refusal::ReviewerIsOrganiser) } else { Ok(()) }
    }
}

#[cfg(test)]
#[path = "activities/states_tests.rs"]
pub(crate) mod tests;
