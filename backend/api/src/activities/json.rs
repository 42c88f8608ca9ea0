//! Activities as they are sent.

use chrono::{DateTime, Utc};
use linli_db::activities::Names;
use linli_domain::activities::{
    Activity, ActivityState, Beneficiary, Category, Every, NewShift, Recruit, Shift,
};
use linli_domain::ids::{ActivityId, ShiftId, TeamId, UserId};
use linli_domain::roles::Principal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Day, Many, Moment, Name, Note, Reason, Text, Whole};

/// The shifts of a proposal.
pub type Shifts = Many<NewShiftJson, 1, 50>;
/// The code of a rule.
pub type RuleCode = Text<1, 20>;

/// An activity to be proposed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewActivity {
    /// The team that carries it out.
    pub team_id: TeamId,
    /// What it is called.
    pub title: Name,
    /// What is done.
    pub description: Note,
    /// What kind of volunteer work it is.
    pub category: Category,
    /// For whom.
    pub beneficiary: Beneficiary,
    /// Where people meet.
    pub place: Name,
    /// The rule its attendances earn by; of the rule book in force at every shift.
    pub rule_code: RuleCode,
    /// Who can sign up.
    pub recruit: Recruit,
    /// Its shifts.
    pub shifts: Shifts,
}

/// What changes of a draft; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivityChange {
    /// What it is called.
    pub title: Option<Name>,
    /// What is done.
    pub description: Option<Note>,
    /// What kind of volunteer work it is.
    pub category: Option<Category>,
    /// For whom.
    pub beneficiary: Option<Beneficiary>,
    /// Where people meet.
    pub place: Option<Name>,
    /// The rule its attendances earn by; of the rule book in force at every shift.
    pub rule_code: Option<RuleCode>,
    /// Who can sign up.
    pub recruit: Option<Recruit>,
    /// Its shifts, in place of all there were.
    pub shifts: Option<Shifts>,
}

/// How often an activity comes again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Repetition {
    /// At which distance.
    pub every: Every,
    /// How many times, the first one not counted.
    pub times: Whole<1, 26>,
}

/// A copy of an activity.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCopy {
    /// The day of its first shift.
    pub on: Day,
}

/// Drafts that were made together.
#[derive(Serialize, ToSchema)]
pub struct Drafts {
    /// The drafts, in the order in which they begin.
    pub items: Vec<ActivityJson>,
}

/// Why an activity is called off.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    /// The reason; who signed up reads it.
    pub reason: Reason,
}

/// Why a proposal is sent back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendingBack {
    /// What is to be mended; who proposed it reads it.
    pub reason: Reason,
}

/// A shift to be proposed: a minute at least, 24 hours at most.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[schema(as = NewShift)]
#[serde(deny_unknown_fields)]
pub struct NewShiftJson {
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// For how many.
    pub capacity: Whole<1, 1000>,
}

impl From<&NewShiftJson> for NewShift {
    fn from(new: &NewShiftJson) -> Self {
        Self { starts_at: new.starts_at.get(), ends_at: new.ends_at.get(), capacity: new.capacity.small() }
    }
}

/// A shift.
#[derive(Serialize, ToSchema)]
#[schema(as = Shift)]
pub struct ShiftJson {
    /// The identifier.
    pub id: ShiftId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// For how many.
    pub capacity: i32,
    /// Of these places, taken.
    pub taken: i32,
    /// When it was recorded who came; none as long as it was not.
    pub recorded_at: Option<DateTime<Utc>>,
}

impl From<&Shift> for ShiftJson {
    fn from(shift: &Shift) -> Self {
        Self {
            id: shift.id,
            starts_at: shift.starts_at,
            ends_at: shift.ends_at,
            capacity: shift.capacity,
            taken: shift.taken,
            recorded_at: shift.recorded_at,
        }
    }
}

/// An activity.
#[derive(Serialize, ToSchema)]
#[schema(as = Activity)]
pub struct ActivityJson {
    /// The identifier.
    pub id: ActivityId,
    /// The team that carries it out.
    pub team_id: TeamId,
    /// The team's name.
    pub team_name: String,
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
    /// The account of who proposed it, for those who guide the team; who proposed it neither reviews nor settles it.
    pub organiser_id: Option<UserId>,
    /// The name of who proposed it, for those who guide the team.
    pub organiser_name: Option<String>,
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
    /// What was to be mended when it was sent back last, for those who guide the team and who proposed it.
    pub return_reason: Option<String>,
    /// When it was proposed.
    pub created_at: DateTime<Utc>,
    /// Its shifts, in the order in which they begin.
    pub shifts: Vec<ShiftJson>,
}

impl ActivityJson {
    /// An activity with those of the shifts that are its own.
    pub fn of(activity: &Activity, names: &Names, shifts: &[Shift]) -> Self {
        let own = shifts.iter().filter(|shift| shift.activity == activity.id);
        Self {
            id: activity.id,
            team_id: activity.team,
            team_name: names.team.clone(),
            title: activity.title.clone(),
            description: activity.description.clone(),
            category: activity.category,
            beneficiary: activity.beneficiary,
            place: activity.place.clone(),
            organiser_id: Some(activity.organiser),
            organiser_name: Some(names.organiser.clone()),
            rule_code: activity.rule_code.clone(),
            recruit: activity.recruit,
            state: activity.state,
            starts_at: activity.starts_at,
            ends_at: activity.ends_at,
            settled_at: activity.settled_at,
            cancel_reason: activity.cancel_reason.clone(),
            return_reason: activity.return_reason.clone(),
            created_at: activity.created_at,
            shifts: own.map(ShiftJson::from).collect(),
        }
    }

    /// The same, as somebody sees it.
    pub fn seen_by(self, who: &Principal) -> Self {
        let guides = who.may_guide(self.team_id);
        let own = self.organiser_id == Some(who.user);
        Self {
            organiser_id: self.organiser_id.filter(|_| guides),
            organiser_name: self.organiser_name.filter(|_| guides),
            return_reason: self.return_reason.filter(|_| guides || own),
            ..self
        }
    }
}
