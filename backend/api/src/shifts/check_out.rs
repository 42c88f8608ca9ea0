//! `POST /shifts/{id}/check-out`: showing that one goes.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::ShiftId;
use linli_domain::signups::Signup;

use super::checks::check;
use super::json::CheckAtPlace;
use crate::app::App;
use crate::auth::{By, ResidentOrLeaders, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::signups::SignupJson;

/// Check out
///
/// After checking in, until half an hour after the end, with the code that is shown at the place. The minutes between the two that
/// lie within the shift are those of the roster. Who guides the team checks out a resident without a phone by hand.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path)),
    request_body = CheckAtPlace,
    responses((status = 200, body = SignupJson)),
    extensions(
        ("x-roles" = json!(ResidentOrLeaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::NotSignedUp, Kind::NotCheckedIn, Kind::OutsideCheckIn, Kind::AlreadyChecked,
            Kind::WrongPlaceCode, Kind::TooManyRequests,
        ])),
    ),
)]
#[post("/shifts/{id}/check-out")]
pub async fn check_out(
    by: By<ResidentOrLeaders>,
    id: Path<ShiftId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &CheckAtPlace| {
        let of = (*id, "signup.check_out");
        Reply::ok(&check(connection, acting, (&app, &by.principal), of, body, Signup::check_out).await?)
    });
    done.await
}
