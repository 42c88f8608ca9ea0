//! `POST /claims`: reporting a good deed.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, claims, photos};
use linli_domain::Refusal;
use linli_domain::claims::Claim;
use linli_domain::ids::ResidentId;
use linli_domain::roles::Principal;
use serde::Deserialize;
use utoipa::ToSchema;

use super::json::{ClaimJson, ReportedDeed};
use super::report::{Judged, judge};
use super::show::{facts, show};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// A claim to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClaim {
    /// The resident in whose place the desk submits it; the caller unless given.
    pub resident_id: Option<ResidentId>,
    /// The deed.
    pub deed: ReportedDeed,
}

/// Claim a good deed
///
/// By the resident, or by the desk in the resident's place. It is judged by the rule book that was in force when the deed
/// began; whoever submits it does not review it. A deed is claimed once.
#[utoipa::path(
    tag = "claims",
    request_body = NewClaim,
    responses((status = 201, body = ClaimJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::AlreadyClaimed, Kind::NoRulebookInForce, Kind::NotEligible, Kind::ResidentNotActive,
        ])),
    ),
)]
#[post("/claims")]
pub async fn create_claim(
    by: By<ResidentOrDesk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewClaim| {
        let resident = by.resident(body.resident_id)?;
        let made = claim(connection, acting, &by.principal, (resident, &body.deed)).await?;
        Reply::created(format!("/api/v1/claims/{}", made.id), &made)
    });
    done.await
}

pub(crate) async fn claim(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (resident, deed): (ResidentId, &ReportedDeed),
) -> Result<ClaimJson, Problem> {
    let acting = acting.clone().on_behalf_of(who.in_place_of(resident));
    let id = acting.id();
    let Judged { report, terms, photos } =
        judge(connection, &acting, (resident, id), (deed, "deed.")).await?;
    let claim = Claim::submitted((id, resident), (report, terms), acting.now);
    if !claims::insert(connection, acting.community, &claim).await? {
        return Err(Refusal::AlreadyClaimed.into());
    }
    claims::insert_round(connection, acting.community, &claim, (acting.user()?, acting.now)).await?;
    photos::attach(connection, acting.community, id, &photos).await?;
    acting.audit(connection, id, Change::made("claim.submit", &facts(&claim))).await?;
    show(connection, &acting, (who, id)).await
}
