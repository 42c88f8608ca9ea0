//! `POST /residents/{id}/reveal`: seeing a phone number in full, which is a logged act.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, residents};
use linli_domain::ids::ResidentId;
use serde_json::json;

use super::json::{RevealRequest, Revealed};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::Problem;

/// See a phone number in full
///
/// The reason and who asked are kept in the audit log; the answer is kept nowhere, and a repeated request is another look.
#[utoipa::path(
    tag = "residents",
    params(("id" = ResidentId, Path)),
    request_body = RevealRequest,
    responses((status = 200, body = Revealed)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[post("/residents/{id}/reveal")]
pub async fn reveal_resident(
    by: By<Desk>,
    id: Path<ResidentId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &RevealRequest| {
        Reply::unkept(&reveal(connection, acting, *id, body).await?)
    });
    done.await
}

async fn reveal(
    connection: &mut Connection,
    acting: &Acting,
    id: ResidentId,
    asked: &RevealRequest,
) -> Result<Revealed, Problem> {
    let resident = residents::find(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let reason = json!({ "reason": asked.reason.as_str() });
    acting.audit(connection, id, Change::made("resident.reveal", &reason)).await?;
    Ok(Revealed { phone: resident.phone })
}
