//! `POST /claims/{id}/appeal`: saying something against a refusal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::claims::Beside;
use linli_db::{Connection, claims, residents};
use linli_domain::ids::ClaimId;
use linli_domain::roles::Principal;

use super::json::{ClaimAppeal, ClaimJson};
use super::report::check_apart;
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Appeal against the refusal of a claim
///
/// Once, by the resident, or by the desk in the resident's place. Somebody decides who has taken no part before.
#[utoipa::path(
    tag = "claims",
    params(("id" = ClaimId, Path)),
    request_body = ClaimAppeal,
    responses((status = 200, body = ClaimJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState, Kind::AlreadyAppealed, Kind::AlreadyClaimed])),
    ),
)]
#[post("/claims/{id}/appeal")]
pub async fn appeal_claim(
    by: By<ResidentOrDesk>,
    id: Path<ClaimId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ClaimAppeal| {
        Reply::ok(&appeal(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn appeal(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (ClaimId, &ClaimAppeal),
) -> Result<ClaimJson, Problem> {
    let before = claims::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let acting = acting.clone().on_behalf_of(who.in_place_of(before.resident));
    let claimant = residents::lock(connection, acting.community, before.resident).await?;
    claimant.ok_or_else(|| Problem::unexpected("a claim of nobody"))?;
    check_apart(connection, &acting, (before.resident, Beside::ClaimsBut(id)), &before.report.deed).await?;
    let after = before.clone().appeal(new.reason.as_str().to_owned())?;
    claims::update(connection, acting.community, &after).await?;
    claims::insert_round(connection, acting.community, &after, (acting.user()?, acting.now)).await?;
    acting.audit(connection, id, Change::changed("claim.appeal", &facts(&before), &facts(&after))).await?;
    show(connection, &acting, (who, id)).await
}
