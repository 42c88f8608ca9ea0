//! `PUT /activities/{id}/roster`: recording who came.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, put};
use linli_db::attendances::NewAttendance;
use linli_db::{Connection, activities, attendances, residents, shifts};
use linli_domain::Refusal;
use linli_domain::activities::{Listed, Shift, check_roster};
use linli_domain::ids::{ActivityId, ResidentId};
use linli_domain::roles::Principal;

use super::get::show;
use super::json::{NewAttendanceJson, NewRoster, Recorded, RosterJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Record who came
///
/// The whole list in place of the one before, while the activity is running or closed.
#[utoipa::path(
    tag = "roster",
    params(("id" = ActivityId, Path)),
    request_body = NewRoster,
    responses((status = 200, body = RosterJson)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ShiftNotStarted])),
    ),
)]
#[put("/activities/{id}/roster")]
pub async fn replace_roster(
    by: By<Leaders>,
    id: Path<ActivityId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewRoster| {
        Reply::ok(&replace(connection, acting, &by.principal, (*id, &body.attendances)).await?)
    });
    done.await
}

pub(crate) async fn replace(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (ActivityId, &[NewAttendanceJson]),
) -> Result<RosterJson, Problem> {
    let community = acting.community;
    let activity = activities::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    activity.check_recording()?;
    let shifts = shifts::of(connection, community, &[id]).await?;
    check_roster(&listed(new, &shifts)?, acting.now).map_err(at_fault)?;
    check_residents(connection, acting, new).await?;
    let before = attendances::of_activity(connection, community, id).await?;
    let attendance = |new: &NewAttendanceJson| NewAttendance {
        id: acting.id(),
        shift: new.shift_id,
        resident: new.resident_id,
        minutes: new.minutes.small(),
    };
    let rows: Vec<NewAttendance> = new.iter().map(attendance).collect();
    attendances::replace(connection, community, id, &rows, acting.now).await?;
    let before: Vec<Recorded> = before.iter().map(Recorded::from).collect();
    let after: Vec<Recorded> = rows.iter().map(Recorded::from).collect();
    acting.audit(connection, id, Change::changed("roster.replace", &before, &after)).await?;
    show(connection, community, &activity).await
}

fn listed<'a>(new: &[NewAttendanceJson], shifts: &'a [Shift]) -> Result<Vec<Listed<'a>>, Problem> {
    let listed = |(place, new): (usize, &NewAttendanceJson)| {
        let shift = shifts.iter().find(|shift| shift.id == new.shift_id);
        let unknown = || Problem::unknown_reference(format!("attendances[{place}].shift_id"));
        let (shift, resident) = (shift.ok_or_else(unknown)?, new.resident_id);
        Ok(Listed { shift, resident, minutes: new.minutes.get() })
    };
    new.iter().enumerate().map(listed).collect()
}

fn at_fault((place, refusal): (usize, Refusal)) -> Problem {
    let field = match refusal {
        Refusal::LongerThanShift { .. } => "minutes",
        Refusal::ShiftNotStarted => "shift_id",
        _ => "resident_id",
    };
    Problem::refused_at(format!("attendances[{place}].{field}"), refusal)
}

async fn check_residents(
    connection: &mut Connection,
    acting: &Acting,
    new: &[NewAttendanceJson],
) -> Result<(), Problem> {
    let named: Vec<ResidentId> = new.iter().map(|new| new.resident_id).collect();
    let found = residents::find_all(connection, acting.community, &named).await?;
    let found: BTreeSet<ResidentId> = found.into_iter().map(|resident| resident.id).collect();
    match named.iter().position(|resident| !found.contains(resident)) {
        Some(place) => Err(Problem::unknown_reference(format!("attendances[{place}].resident_id"))),
        None => Ok(()),
    }
}
