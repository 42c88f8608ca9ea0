//! `POST /shifts/{id}/check-in`: showing that one has come.

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

/// Check in
///
/// From half an hour before the shift begins until it ends, with the code that is shown at the place. Who guides the team
/// checks in a resident without a phone by hand.
#[utoipa::path(
    tag = "shifts",
    params(("id" = ShiftId, Path)),
    request_body = CheckAtPlace,
    responses((status = 200, body = SignupJson)),
    extensions(
        ("x-roles" = json!(ResidentOrLeaders::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::NotSignedUp, Kind::OutsideCheckIn, Kind::AlreadyChecked, Kind::WrongPlaceCode,
            Kind::TooManyRequests,
        ])),
    ),
)]
#[post("/shifts/{id}/check-in")]
pub async fn check_in(
    by: By<ResidentOrLeaders>,
    id: Path<ShiftId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &CheckAtPlace| {
        let of = (*id, "signup.check_in");
        Reply::ok(&check(connection, acting, (&app, &by.principal), of, body, Signup::check_in).await?)
    });
    done.await
}
