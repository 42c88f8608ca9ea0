//! `POST /claims/{id}/resubmit`: mending a claim that was returned.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, claims, photos};
use linli_domain::Refusal;
use linli_domain::ids::ClaimId;
use linli_domain::roles::Principal;

use super::json::{ClaimJson, ReportedDeed};
use super::report::{Judged, judge};
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Mend a claim and submit it again
///
/// After it was returned, by the resident, or by the desk in the resident's place. All of it is sent again; photos that it
/// had can stay. A new round of reviews begins.
#[utoipa::path(
    tag = "claims",
    params(("id" = ClaimId, Path)),
    request_body = ReportedDeed,
    responses((status = 200, body = ClaimJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::WrongState, Kind::AlreadyClaimed, Kind::NoRulebookInForce, Kind::NotEligible,
            Kind::ResidentNotActive,
        ])),
    ),
)]
#[post("/claims/{id}/resubmit")]
pub async fn resubmit_claim(
    by: By<ResidentOrDesk>,
    id: Path<ClaimId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ReportedDeed| {
        Reply::ok(&resubmit(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn resubmit(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, deed): (ClaimId, &ReportedDeed),
) -> Result<ClaimJson, Problem> {
    let before = claims::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    before.check_returned()?;
    let acting = acting.clone().on_behalf_of(who.in_place_of(before.resident));
    let Judged { report, terms, photos } =
        judge(connection, &acting, (before.resident, id), (deed, "")).await?;
    let after = before.clone().mend(report, terms)?;
    if !claims::update(connection, acting.community, &after).await? {
        return Err(Refusal::AlreadyClaimed.into());
    }
    claims::insert_round(connection, acting.community, &after, (acting.user()?, acting.now)).await?;
    photos::attach(connection, acting.community, id, &photos).await?;
    let change = Change::changed("claim.resubmit", &facts(&before), &facts(&after));
    acting.audit(connection, id, change).await?;
    show(connection, &acting, (who, id)).await
}
