//! `POST /partners`: admitting a partner.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, partners};
use linli_domain::Refusal;
use linli_domain::partners::Partner;
use linli_domain::roles::Sight;

use super::json::{NewPartner, PartnerJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// Admit a partner
///
/// The answer masks the contact's phone number, as every answer that is kept for repetition; reading the partner shows it.
#[utoipa::path(
    tag = "partners",
    request_body = NewPartner,
    responses((status = 201, body = PartnerJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[post("/partners")]
pub async fn create_partner(by: By<Desk>, command: Command, app: Data<App>) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewPartner| {
        let partner = new_partner(connection, acting, body).await?;
        let location = format!("/api/v1/partners/{}", partner.id);
        Reply::created(location, &PartnerJson::seen(&partner, Sight::Masked))
    });
    done.await
}

pub(crate) async fn new_partner(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewPartner,
) -> Result<Partner, Problem> {
    let community = own_community(connection, acting.community).await?;
    let partner = new.partner(acting.id(), community.day_of(acting.now));
    if !partners::insert(connection, acting.community, &partner).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: partner.name }));
    }
    let line = Change::made("partner.create", &PartnerJson::seen(&partner, Sight::Masked));
    acting.audit(connection, partner.id, line).await?;
    Ok(partner)
}
