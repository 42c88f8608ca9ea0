//! `PUT /shifts/{id}/roster`: recording who came to a shift.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, put};
use linli_db::attendances::{Attendance, NewAttendance};
use linli_db::{Connection, activities, attendances, residents, shifts, signups};
use linli_domain::Refusal;
use linli_domain::activities::{Listed, Shift, check_roster, minutes_of};
use linli_domain::ids::{ResidentId, ShiftId};
use linli_domain::roles::Principal;
use linli_domain::signups::MinutesFrom;

use super::json::{AttendanceJson, NewAttendanceJson, NewRoster, Recorded, ShiftRoster};
use crate::acting::{Acting, Change};
use crate::activities::ShiftJson;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::command::{Command, Reply};
use crate::input::Whole;
use crate::problem::{Kind, Problem};

/// Record who came to a shift
///
/// The whole list in place of the one before, while the activity is running or closed. Minutes that are left out follow
/// from check-in and check-out; those that are given are marked as filled in, and so are those of who was checked in or out by
/// hand. Nobody can be in two shifts at the same time. If nobody came, the empty list says so.
#[utoipa::path(
    tag = "roster",
    params(("id" = ShiftId, Path)),
    request_body = NewRoster,
    responses((status = 200, body = ShiftRoster)),
    extensions(
        ("x-roles" = json!(Leaders::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::ShiftNotStarted])),
    ),
)]
#[put("/shifts/{id}/roster")]
pub async fn replace_roster(
    by: By<Leaders>,
    id: Path<ShiftId>,
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
    (id, new): (ShiftId, &[NewAttendanceJson]),
) -> Result<ShiftRoster, Problem> {
    let community = acting.community;
    let shift = shifts::find(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    // Locked, so that its rosters are written and settled one after the other.
    let activity = activities::lock(connection, community, shift.activity).await?;
    let activity = activity.ok_or_else(|| Problem::unexpected("a shift of no activity"))?;
    if !who.may_guide(activity.team) {
        return Err(Problem::of(Kind::Forbidden));
    }
    activity.check_recording()?;
    let shift = shifts::lock(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    let recorded = attendances::of_activity(connection, community, activity.id).await?;
    let before: Vec<Attendance> = recorded.into_iter().filter(|one| one.shift == id).collect();
    let rows = rows(connection, acting, (&shift, new)).await?;
    check(connection, acting, (&shift, &rows)).await?;
    attendances::replace(connection, community, id, &rows, acting.now).await?;
    shifts::record(connection, community, id, acting.now).await?;
    let before: Vec<Recorded> = before.iter().map(Recorded::from).collect();
    let after: Vec<Recorded> = rows.iter().map(Recorded::from).collect();
    acting.audit(connection, id, Change::changed("roster.replace", &before, &after)).await?;
    Ok(ShiftRoster {
        activity_id: activity.id,
        state: activity.state,
        shift: ShiftJson::from(&shift),
        attendances: rows.iter().map(AttendanceJson::from).collect(),
    })
}

async fn rows(
    connection: &mut Connection,
    acting: &Acting,
    (shift, new): (&Shift, &[NewAttendanceJson]),
) -> Result<Vec<NewAttendance>, Problem> {
    let recorded_by = acting.user()?;
    let signups = signups::of_shift(connection, acting.community, shift.id).await?;
    let there: BTreeMap<ResidentId, (i64, MinutesFrom)> =
        signups.iter().filter_map(|one| Some((one.resident, one.minutes_there(shift)?))).collect();
    let row = |(place, new): (usize, &NewAttendanceJson)| {
        let given = new.minutes.map(Whole::get);
        let there = there.get(&new.resident_id).copied();
        let (minutes, source) = minutes_of(given, there)
            .map_err(|refusal| Problem::refused_at(format!("attendances[{place}].minutes"), refusal))?;
        let minutes = i32::try_from(minutes).map_err(Problem::unexpected)?;
        let hardship = new.hardship.unwrap_or_default();
        Ok(NewAttendance {
            id: acting.id(),
            resident: new.resident_id,
            minutes,
            source,
            hardship,
            recorded_by,
        })
    };
    new.iter().enumerate().map(row).collect()
}

/// Whether the list makes sense beside what is recorded for other shifts. The residents stay locked, so that no other roster
/// takes them for the same time.
async fn check(
    connection: &mut Connection,
    acting: &Acting,
    (shift, new): (&Shift, &[NewAttendance]),
) -> Result<(), Problem> {
    let named: Vec<ResidentId> = new.iter().map(|new| new.resident).collect();
    residents::lock_all(connection, acting.community, &named).await?;
    let elsewhere = attendances::overlapping(connection, acting.community, &named, shift).await?;
    let elsewhere: Vec<(ResidentId, &Shift)> = elsewhere.iter().map(|(who, shift)| (*who, shift)).collect();
    let listed = |new: &NewAttendance| Listed { resident: new.resident, minutes: i64::from(new.minutes) };
    let listed: Vec<Listed> = new.iter().map(listed).collect();
    check_roster(shift, &listed, &elsewhere, acting.now).map_err(at_fault)?;
    check_residents(connection, acting, &named).await
}

fn at_fault((place, refusal): (Option<usize>, Refusal)) -> Problem {
    let Some(place) = place else { return refusal.into() };
    let field = if matches!(refusal, Refusal::LongerThanShift { .. }) { "minutes" } else { "resident_id" };
    Problem::refused_at(format!("attendances[{place}].{field}"), refusal)
}

async fn check_residents(
    connection: &mut Connection,
    acting: &Acting,
    named: &[ResidentId],
) -> Result<(), Problem> {
    let found = residents::find_all(connection, acting.community, named).await?;
    let found: BTreeSet<ResidentId> = found.into_iter().map(|resident| resident.id).collect();
    match named.iter().position(|resident| !found.contains(resident)) {
        Some(place) => Err(Problem::unknown_reference(format!("attendances[{place}].resident_id"))),
        None => Ok(()),
    }
}
