//! Rosters as they are sent.

use chrono::{DateTime, Utc};
use linli_db::attendances::{Attendance, NewAttendance};
use linli_db::roster::{Earnings, Line};
use linli_domain::activities::{ActivityState, Settled};
use linli_domain::ids::{ActivityId, AttendanceId, ResidentId, ShiftId, SignupId};
use linli_domain::points::Points;
use linli_domain::signups::MinutesFrom;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::activities::{ActivityJson, ShiftJson};
use crate::input::{Many, Whole};

/// Attendances of a shift; no shift has places for more.
pub type NewAttendances = Many<NewAttendanceJson, 0, 1000>;

/// The whole list of attendances of a shift, in place of the one before.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoster {
    /// Who attended; whoever came counts, signed up or not.
    pub attendances: NewAttendances,
}

/// An attendance to be recorded.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewAttendance)]
#[serde(deny_unknown_fields)]
pub struct NewAttendanceJson {
    /// Who attended.
    pub resident_id: ResidentId,
    /// For how many minutes, at most as long as the shift; travel time does not count. Left out, they are those between
    /// check-in and check-out.
    pub minutes: Option<Whole<1, 1440>>,
    /// Whether it was done under hardship 艰苦条件, for which a rule may give more; not unless given.
    pub hardship: Option<bool>,
}

/// The roster of a shift as it was recorded.
#[derive(Serialize, ToSchema)]
pub struct ShiftRoster {
    /// The activity.
    pub activity_id: ActivityId,
    /// Where it stands.
    pub state: ActivityState,
    /// The shift.
    pub shift: ShiftJson,
    /// Who attended.
    pub attendances: Vec<AttendanceJson>,
}

/// An attendance.
#[derive(Serialize, ToSchema)]
#[schema(as = Attendance)]
pub struct AttendanceJson {
    /// The identifier.
    pub id: AttendanceId,
    /// The resident.
    pub resident_id: ResidentId,
    /// For how many minutes.
    pub minutes: i32,
    /// Whether they follow from check-in and check-out or were filled in.
    pub source: MinutesFrom,
    /// Whether it was done under hardship.
    pub hardship: bool,
}

impl From<&NewAttendance> for AttendanceJson {
    fn from(one: &NewAttendance) -> Self {
        Self {
            id: one.id,
            resident_id: one.resident,
            minutes: one.minutes,
            source: one.source,
            hardship: one.hardship,
        }
    }
}

/// Somebody in a shift of an activity: signed up, or there, or both.
#[derive(Serialize, ToSchema)]
pub struct RosterLine {
    /// The shift.
    pub shift_id: ShiftId,
    /// The resident.
    pub resident_id: ResidentId,
    /// The resident's full name.
    pub resident_name: String,
    /// The sign-up; none for who came without.
    pub signup_id: Option<SignupId>,
    /// The attendance; none for who did not come.
    pub attendance_id: Option<AttendanceId>,
    /// For how many minutes.
    pub minutes: Option<i32>,
    /// Whether they follow from check-in and check-out or were filled in.
    pub source: Option<MinutesFrom>,
    /// Whether it was done under hardship.
    pub hardship: Option<bool>,
    /// When who signed up came to the place.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// When who signed up left it.
    pub checked_out_at: Option<DateTime<Utc>>,
    /// What it earned; none before the roster is settled.
    pub points: Option<Points>,
    /// Why exactly that, as a sentence.
    pub explanation: Option<String>,
}

impl From<Line> for RosterLine {
    fn from(line: Line) -> Self {
        let (points, explanation) = line.earnings.map(shown).unzip();
        Self {
            shift_id: line.shift,
            resident_id: line.resident,
            resident_name: line.name,
            signup_id: line.signup,
            attendance_id: line.attendance.as_ref().map(|there| there.id),
            minutes: line.attendance.as_ref().map(|there| there.minutes),
            source: line.attendance.as_ref().map(|there| there.source),
            hardship: line.attendance.as_ref().map(|there| there.hardship),
            checked_in_at: line.checked_in_at,
            checked_out_at: line.checked_out_at,
            points,
            explanation,
        }
    }
}

fn shown(earnings: Earnings) -> (Points, String) {
    match earnings {
        Earnings::Awarded(points, why) => (points, why.to_string()),
        Earnings::NotAwarded(why) => (Points::ZERO, why.to_string()),
    }
}

/// An attendance as the audit log keeps it: without names.
#[derive(Serialize)]
pub struct Recorded {
    resident_id: ResidentId,
    minutes: i32,
    source: MinutesFrom,
    hardship: bool,
}

impl From<&Attendance> for Recorded {
    fn from(one: &Attendance) -> Self {
        Self { resident_id: one.resident, minutes: one.minutes, source: one.source, hardship: one.hardship }
    }
}

impl From<&NewAttendance> for Recorded {
    fn from(one: &NewAttendance) -> Self {
        Self { resident_id: one.resident, minutes: one.minutes, source: one.source, hardship: one.hardship }
    }
}

/// What came of settling a roster.
#[derive(Serialize, ToSchema)]
pub struct Settlement {
    /// The activity.
    pub activity: ActivityJson,
    /// How many attendances earned points.
    pub awarded: usize,
    /// How many earned none.
    pub not_awarded: usize,
    /// The points altogether.
    pub total_points: Points,
    /// What each attendance earned, in the order of the shifts.
    pub results: Vec<SettledJson>,
}

/// What an attendance earned.
#[derive(Serialize, ToSchema)]
#[schema(as = Settled)]
pub struct SettledJson {
    /// The attendance.
    pub attendance_id: AttendanceId,
    /// The resident.
    pub resident_id: ResidentId,
    /// The points.
    pub points: Points,
    /// Why exactly these, as a sentence.
    pub explanation: String,
}

impl From<&Settled> for SettledJson {
    fn from(settled: &Settled) -> Self {
        Self {
            attendance_id: settled.attendance,
            resident_id: settled.resident,
            points: settled.outcome.points(),
            explanation: settled.outcome.to_string(),
        }
    }
}
