//! `POST /claims/{id}/withdraw`: taking a claim back.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, claims};
use linli_domain::ids::ClaimId;
use linli_domain::roles::Principal;

use super::json::ClaimJson;
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Withdraw a claim
///
/// As long as nobody has decided about it; by the resident, or by the desk in the resident's place.
#[utoipa::path(
    tag = "claims",
    params(("id" = ClaimId, Path)),
    responses((status = 200, body = ClaimJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[post("/claims/{id}/withdraw")]
pub async fn withdraw_claim(
    by: By<ResidentOrDesk>,
    id: Path<ClaimId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&withdraw(connection, acting, &by.principal, *id).await?)
    });
    done.await
}

pub(crate) async fn withdraw(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: ClaimId,
) -> Result<ClaimJson, Problem> {
    let before = claims::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let acting = acting.clone().on_behalf_of(who.in_place_of(before.resident));
    let after = before.clone().withdraw()?;
    claims::update(connection, acting.community, &after).await?;
    acting.audit(connection, id, Change::changed("claim.withdraw", &facts(&before), &facts(&after))).await?;
    show(connection, &acting, (who, id)).await
}
