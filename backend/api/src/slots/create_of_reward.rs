//! `POST /rewards/{id}/slots`: planning a slot of a service of the points supermarket, once or each week.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::RewardId;
use linli_domain::slots::SlotOf;

use super::create::plan;
use super::json::{NewSlots, PlannedSlots};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Plan slots of a service
///
/// Of the points supermarket; goods have none. With `repeat` the same again each week, fortnight or month: all of them, or
/// none.
#[utoipa::path(
    tag = "slots",
    params(("id" = RewardId, Path)),
    request_body = NewSlots,
    responses((status = 201, body = PlannedSlots)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::RewardIsGoods]))),
)]
#[post("/rewards/{id}/slots")]
pub async fn create_reward_slots(
    by: By<Desk>,
    id: Path<RewardId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewSlots| {
        let of = (&by.principal, SlotOf::Reward(*id));
        let planned = plan(connection, acting, of, body).await?;
        Reply::created(format!("/api/v1/rewards/{id}/slots"), &PlannedSlots::from(planned.as_slice()))
    });
    done.await
}
