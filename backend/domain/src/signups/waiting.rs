//! The queue for a full shift: who moves up when a place becomes free, and what keeps somebody from it.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Signup, SignupState};
use crate::Refusal;
use crate::activities::{Activity, Recruit, Shift};
use crate::ids::{ActivityId, ResidentId, ShiftId};

/// A place that a resident has in a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// Whose.
    pub resident: ResidentId,
    /// The shift.
    pub shift: ShiftId,
    /// The activity.
    pub activity: ActivityId,
    /// What the activity is called.
    pub title: String,
    /// When the shift begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

impl Engagement {
    /// What keeps its resident from another shift at the same time.
    pub(super) fn refusal(&self) -> Refusal {
        Refusal::Clash {
            activity: self.activity,
            title: self.title.clone(),
            starts_at: self.starts_at,
            ends_at: self.ends_at,
        }
    }

    fn clashes_with(&self, shift: &Shift) -> bool {
        self.shift != shift.id && self.starts_at < shift.ends_at && shift.starts_at < self.ends_at
    }
}

/// The first of these places that has time in common with a shift; one right after the other has none.
pub fn clash_of<'a>(shift: &Shift, elsewhere: &'a [Engagement]) -> Option<&'a Engagement> {
    elsewhere.iter().find(|other| other.clashes_with(shift))
}

/// Who waits for a place in a shift, in the order in which they came, and where those residents have places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Their sign-ups.
    pub queue: Vec<Signup>,
    /// Their places elsewhere.
    pub elsewhere: Vec<Engagement>,
    /// Those of them who are members of the activity's team.
    pub members: BTreeSet<ResidentId>,
}

/// Returns the sign-ups that move up into the free places of a shift: the first of the queue, leaving out who is elsewhere
/// at that time, and of an activity for the team only, who is a member no more. Nobody moves up once the shift has begun or its activity is over.
pub fn moved_up((activity, shift): (&Activity, &Shift), waiting: Waiting, now: DateTime<Utc>) -> Vec<Signup> {
    if activity.check_open().is_err() || shift.has_started(now) {
        return Vec::new();
    }
    let busy = waiting.elsewhere.iter().filter(|other| other.clashes_with(shift));
    let busy: BTreeSet<ResidentId> = busy.map(|other| other.resident).collect();
    let for_all = activity.recruit != Recruit::Team;
    let can_come =
        |one: &Signup| (for_all || waiting.members.contains(&one.resident)) && !busy.contains(&one.resident);
    let next = waiting.queue.into_iter().filter(can_come);
    let up = |one| Signup { state: SignupState::SignedUp, moved_up_at: Some(now), ..one };
    next.take(shift.free()).map(up).collect()
}
