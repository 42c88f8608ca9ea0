//! Rosters as they are sent.

use linli_db::attendances::{Attendance, NewAttendance};
use linli_domain::activities::{ActivityState, Settled, Shift};
use linli_domain::ids::{ActivityId, AttendanceId, ResidentId, ShiftId, SignupId};
use linli_domain::points::Points;
use linli_domain::signups::Signup;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::activities::{ActivityJson, ShiftJson};
use crate::input::{Many, Whole};

/// A list of attendances.
pub type NewAttendances = Many<NewAttendanceJson, 0, 500>;

/// The whole list of attendances, in place of the one before.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoster {
    /// Who attended which shift; whoever came counts, signed up or not.
    pub attendances: NewAttendances,
}

/// An attendance to be recorded.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewAttendance)]
#[serde(deny_unknown_fields)]
pub struct NewAttendanceJson {
    /// The shift; it must have begun.
    pub shift_id: ShiftId,
    /// Who attended.
    pub resident_id: ResidentId,
    /// For how many minutes, at most as long as the shift; travel time does not count.
    pub minutes: Whole<1, 1440>,
}

/// The roster of an activity.
#[derive(Serialize, ToSchema)]
#[schema(as = Roster)]
pub struct RosterJson {
    /// The activity.
    pub activity_id: ActivityId,
    /// Where it stands.
    pub state: ActivityState,
    /// Its shifts, in the order in which they begin.
    pub shifts: Vec<RosterShift>,
}

/// A shift in a roster.
#[derive(Serialize, ToSchema)]
pub struct RosterShift {
    /// The shift.
    pub shift: ShiftJson,
    /// Who has a place.
    pub signups: Vec<RosterSignup>,
    /// Who attended.
    pub attendances: Vec<AttendanceJson>,
}

/// Somebody who has a place in a shift.
#[derive(Serialize, ToSchema)]
pub struct RosterSignup {
    /// The sign-up.
    pub signup_id: SignupId,
    /// The resident.
    pub resident_id: ResidentId,
    /// The resident's full name.
    pub resident_name: String,
}

/// An attendance.
#[derive(Serialize, ToSchema)]
#[schema(as = Attendance)]
pub struct AttendanceJson {
    /// The identifier.
    pub id: AttendanceId,
    /// The resident.
    pub resident_id: ResidentId,
    /// The resident's full name.
    pub resident_name: String,
    /// For how many minutes.
    pub minutes: i32,
    /// What it earned; none before the roster is settled.
    pub points: Option<Points>,
    /// Why exactly that, as a sentence.
    pub explanation: Option<String>,
}

impl From<&Attendance> for AttendanceJson {
    fn from(attendance: &Attendance) -> Self {
        let result = attendance.result.as_ref();
        Self {
            id: attendance.id,
            resident_id: attendance.resident,
            resident_name: attendance.name.clone(),
            minutes: attendance.minutes,
            points: result.map(|result| result.points),
            explanation: result.map(|result| result.explanation.clone()),
        }
    }
}

impl RosterShift {
    /// A shift with those of the sign-ups and attendances that are its own.
    pub fn of(shift: &Shift, signups: &[(Signup, String)], attendances: &[Attendance]) -> Self {
        let signups = signups.iter().filter(|(signup, _)| signup.shift == shift.id);
        let attendances = attendances.iter().filter(|attendance| attendance.shift == shift.id);
        let signup = |(signup, name): &(Signup, String)| RosterSignup {
            signup_id: signup.id,
            resident_id: signup.resident,
            resident_name: name.clone(),
        };
        Self {
            shift: ShiftJson::from(shift),
            signups: signups.map(signup).collect(),
            attendances: attendances.map(AttendanceJson::from).collect(),
        }
    }
}

/// An attendance as the audit log keeps it: without names.
#[derive(Serialize)]
pub struct Recorded {
    shift_id: ShiftId,
    resident_id: ResidentId,
    minutes: i32,
}

impl From<&Attendance> for Recorded {
    fn from(one: &Attendance) -> Self {
        Self { shift_id: one.shift, resident_id: one.resident, minutes: one.minutes }
    }
}

impl From<&NewAttendance> for Recorded {
    fn from(one: &NewAttendance) -> Self {
        Self { shift_id: one.shift, resident_id: one.resident, minutes: one.minutes }
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
