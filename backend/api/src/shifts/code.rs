//! `GET /shifts/{id}/code`: the code to show at the place.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, activities, shifts};
use linli_domain::ids::ShiftId;
use linli_domain::roles::Principal;
use linli_domain::signups::{PlaceCode, Tick};

use super::json::ShownCode;
use crate::app::App;
use crate::auth::{By, Leaders, Roles};
use crate::problem::{Kind, Problem};

/// The code of a shift
///
/// For who guides the team, to show it where people meet. It changes every 30 seconds; whoever has signed up checks in and
/// out with it.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path)),
    responses((status = 200, body = ShownCode)),
    extensions(("x-roles" = json!(Leaders::ALLOWED))),
)]
#[get("/shifts/{id}/code")]
pub async fn get_shift_code(
    by: By<Leaders>,
    id: Path<ShiftId>,
    app: Data<App>,
) -> Result<Json<ShownCode>, Problem> {
    check_guides(&mut *app.connection().await?, &by.principal, *id).await?;
    let PlaceCode { digits, token } = app.keys.place_code(*id, Tick::at(by.now));
    Ok(Json(ShownCode { code: digits, token, seconds_left: Tick::seconds_left(by.now) }))
}

async fn check_guides(connection: &mut Connection, who: &Principal, id: ShiftId) -> Result<(), Problem> {
    let shift = shifts::find(connection, who.community, id).await?.ok_or_else(Problem::not_found)?;
    let activity = activities::find(connection, who.community, shift.activity).await?;
    let activity = activity.ok_or_else(|| Problem::unexpected("a shift of no activity"))?;
    if who.may_guide(activity.team) { Ok(()) } else { Err(Problem::of(Kind::Forbidden)) }
}
