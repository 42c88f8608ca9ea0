//! `GET /slots/{id}/attendees`: who has a seat.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::slots;
use linli_domain::ids::SlotId;

use super::find_seen;
use super::json::AttendeeJson;
use crate::app::App;
use crate::auth::{By, MerchantsOrDesk, Roles};
use crate::input::Params;
use crate::paging::{ListOf, ListParams, list_of, slice};
use crate::problem::{Kind, Problem};

/// Who has a seat in a slot
///
/// In the order in which they took it, with those who did not come once it is over, without those who gave it back. Of an
/// offer for the desk, for the managers of its partner and for the cashiers of the stores in which it is used; of a service
/// for the desk. Names are masked but for the desk, codes for everybody.
#[utoipa::path(
    tag = "slots",
    params(("id" = SlotId, Path), ListParams),
    responses((status = 200, body = ListOf<AttendeeJson>)),
    extensions(("x-roles" = json!(MerchantsOrDesk::ALLOWED))),
)]
#[get("/slots/{id}/attendees")]
pub async fn list_slot_attendees(
    by: By<MerchantsOrDesk>,
    id: Path<SlotId>,
    Params(params): Params<ListParams>,
    app: Data<App>,
) -> Result<Json<ListOf<AttendeeJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let mut connection = app.connection().await?;
    let (slot, receives) = find_seen(&mut connection, by.community(), &by.principal, *id).await?;
    if !receives {
        return Err(Problem::of(Kind::Forbidden));
    }
    let page = slots::attendees(&mut connection, by.community(), &slot, &slice).await?;
    Ok(Json(list_of(page, |attendee| AttendeeJson::shown_to(&by.principal, attendee))))
}
