//! `PATCH /buildings/{id}/pact`: saying which households of a building kept the pact in a month.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::pacts::{self, MarkAt};
use linli_db::{Connection, places};
use linli_domain::Refusal;
use linli_domain::ids::{BuildingId, HouseholdId};
use linli_domain::pacts::{Mark, Pact, check_recording};
use linli_domain::places::Building;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::{NewMark, PactChange, PactJson, Recorded};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{BlockHeads, By, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Record who kept the pact
///
/// By the block head, or by the desk in the block head's place, from the 25th of the month on. In one go or in several:
/// households that are left out stay as recorded before. It can be changed until the pact is settled.
#[utoipa::path(
    tag = "pacts",
    params(("id" = BuildingId, Path)),
    request_body = PactChange,
    responses((status = 200, body = PactJson)),
    extensions(
        ("x-roles" = json!(BlockHeads::ALLOWED)),
        ("x-problems" = json!([Kind::PactNotOpen, Kind::WrongState, Kind::MarkedElsewhere])),
    ),
)]
#[patch("/buildings/{id}/pact")]
pub async fn record_pact(
    by: By<BlockHeads>,
    id: Path<BuildingId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &PactChange| {
        Reply::ok(&record(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

/// Records what is said of households; the number of statements does not grow with them.
pub(crate) async fn record(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, change): (BuildingId, &PactChange),
) -> Result<PactJson, Problem> {
    let community = acting.community;
    let building = places::find_building(connection, community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_record_pact(id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let timezone = own_community(connection, community).await?.timezone;
    check_recording(change.month, timezone, acting.now)?;
    let acting = in_place_of_head(acting, who, &building);
    // Locked, so that nothing is recorded while it is settled.
    let pact = pacts::lock_or_open(connection, community, &Pact::open(acting.id(), id, change.month)).await?;
    pact.check_open()?;
    let before = pacts::marks(connection, community, pact.id).await?;
    check_households(connection, &acting, (id, change, &before)).await?;
    store(connection, &acting, (&pact, change)).await?;
    audit(connection, &acting, (&pact, change, &before)).await?;
    show(connection, &acting, &pact).await
}

/// The desk acts for the block head, if there is one.
fn in_place_of_head(acting: &Acting, who: &Principal, building: &Building) -> Acting {
    acting.clone().on_behalf_of(building.block_head.and_then(|head| who.in_place_of(head)))
}

/// Whether each household is named once and is one of the building, or was when it was recorded.
async fn check_households(
    connection: &mut Connection,
    acting: &Acting,
    (building, change, before): (BuildingId, &PactChange, &[MarkAt]),
) -> Result<(), Problem> {
    let named: Vec<HouseholdId> = change.marks.iter().map(|mark| mark.household_id).collect();
    let of_building = places::doors(connection, acting.community, building, &named).await?;
    let mut seen = BTreeSet::new();
    for (place, mark) in change.marks.iter().enumerate() {
        let (household, field) = (mark.household_id, format!("marks[{place}].household_id"));
        let recorded = mark.kept.is_none() && before.iter().any(|one| one.mark.household == household);
        if !of_building.contains_key(&household) && !recorded {
            return Err(Problem::field(field, "不是该楼栋的住户"));
        }
        if !seen.insert(household) {
            return Err(Problem::field(field, "同一户只能填写一次"));
        }
    }
    Ok(())
}

async fn store(
    connection: &mut Connection,
    acting: &Acting,
    (pact, change): (&Pact, &PactChange),
) -> Result<(), Problem> {
    let recorded_by = acting.user()?;
    let mark = |new: &NewMark| {
        let (id, household, note) = (acting.id(), new.household_id, note(new).map(str::to_owned));
        Some(Mark { id, household, kept: new.kept?, note, recorded_by })
    };
    let marks: Vec<Mark> = change.marks.iter().filter_map(mark).collect();
    let out = change.marks.iter().filter(|new| new.kept.is_none()).map(|new| new.household_id);
    let out: Vec<HouseholdId> = out.collect();
    if !out.is_empty() {
        pacts::take_out(connection, acting.community, pact.id, &out).await?;
    }
    let signed = (acting.now, acting.on_behalf_of);
    let elsewhere = pacts::record(connection, acting.community, pact, &marks, signed).await?;
    let Some(first) = elsewhere.first() else { return Ok(()) };
    let doors = places::doors(connection, acting.community, pact.building, &elsewhere).await?;
    Err(Refusal::MarkedElsewhere { door: doors.get(first).cloned().unwrap_or_default() }.into())
}

fn note(new: &NewMark) -> Option<&str> {
    new.note.as_ref().map(|note| note.as_str()).filter(|note| !note.is_empty())
}

async fn audit(
    connection: &mut Connection,
    acting: &Acting,
    (pact, change, before): (&Pact, &PactChange, &[MarkAt]),
) -> Result<(), Problem> {
    let named: BTreeSet<HouseholdId> = change.marks.iter().map(|mark| mark.household_id).collect();
    let was = |one: &'_ MarkAt| named.contains(&one.mark.household);
    let was: Vec<Recorded<'_>> = before.iter().filter(|one| was(one)).map(Recorded::from).collect();
    let is: Vec<Recorded<'_>> = change.marks.iter().map(Recorded::from).collect();
    let of =
        |marks: &[Recorded<'_>]| json!({"building_id": pact.building, "month": pact.month, "marks": marks});
    acting.audit(connection, pact.id, Change::changed("pact.record", &of(&was), &of(&is))).await?;
    Ok(())
}

impl<'a> From<&'a MarkAt> for Recorded<'a> {
    fn from(one: &'a MarkAt) -> Self {
        let Mark { household, kept, note, .. } = &one.mark;
        Self { household_id: *household, kept: Some(*kept), note: note.as_deref() }
    }
}

impl<'a> From<&'a NewMark> for Recorded<'a> {
    fn from(new: &'a NewMark) -> Self {
        Self { household_id: new.household_id, kept: new.kept, note: note(new) }
    }
}

/// How far the pact is.
pub(super) async fn show(
    connection: &mut Connection,
    acting: &Acting,
    pact: &Pact,
) -> Result<PactJson, Problem> {
    let of = (pact.building, pact.month);
    let found = pacts::find_summary(connection, acting.community, of).await?;
    found.map(PactJson::from).ok_or_else(|| Problem::unexpected("a pact of no building"))
}
