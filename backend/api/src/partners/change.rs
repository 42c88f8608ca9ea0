//! `PATCH /partners/{id}`: changing a partner.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, partners};
use linli_domain::Refusal;
use linli_domain::ids::PartnerId;
use linli_domain::partners::Partner;
use linli_domain::roles::Sight;

use super::json::{PartnerChangeJson, PartnerJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change a partner
///
/// What is left out stays. While a partner is not active, nobody can take its offers. The answer masks the contact's phone
/// number, as every answer that is kept for repetition; reading the partner shows it.
#[utoipa::path(
    tag = "partners",
    params(("id" = PartnerId, Path)),
    request_body = PartnerChangeJson,
    responses((status = 200, body = PartnerJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::NameTaken]))),
)]
#[patch("/partners/{id}")]
pub async fn change_partner(
    by: By<Desk>,
    id: Path<PartnerId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &PartnerChangeJson| {
        Reply::ok(&PartnerJson::seen(&change(connection, acting, *id, body).await?, Sight::Masked))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    id: PartnerId,
    change: &PartnerChangeJson,
) -> Result<Partner, Problem> {
    let before = partners::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let after = before.changed(change.into());
    if !partners::update(connection, acting.community, &after).await? {
        return Err(Problem::refused_at("name", Refusal::NameTaken { name: after.name }));
    }
    let kept = |partner| PartnerJson::seen(partner, Sight::Masked);
    acting.audit(connection, id, Change::changed("partner.change", &kept(&before), &kept(&after))).await?;
    Ok(after)
}
