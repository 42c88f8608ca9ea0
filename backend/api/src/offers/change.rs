//! `PATCH /offers/{id}`: changing an offer.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, patch};
use linli_db::{Connection, offers, slots};
use linli_domain::ids::OfferId;
use linli_domain::offers::{Offer, OfferChange};
use linli_domain::roles::Principal;

use super::conditions::check_named;
use super::json::{OfferChangeJson, OfferJson};
use super::{lock_own, refused};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Change an offer
///
/// A draft in everything. Once it was open, only title, description, quotas, `per_person_limit`, a later `valid_to`, and the
/// conditions of use (`hours`, `stores`, `eligibility`, `limits`): what residents relied on stays, as a voucher that was
/// taken before is good if either the conditions of then or those of now are met. To end it early, close it.
#[utoipa::path(
    tag = "offers",
    params(("id" = OfferId, Path)),
    request_body = OfferChangeJson,
    responses((status = 200, body = OfferJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::PartnerNotActive, Kind::WrongState, Kind::QuotaBelowTaken])),
    ),
)]
#[patch("/offers/{id}")]
pub async fn change_offer(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &OfferChangeJson| {
        Reply::ok(&OfferJson::from(&change(connection, acting, (&by.principal, *id), body).await?))
    });
    done.await
}

async fn change(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, OfferId),
    sent: &OfferChangeJson,
) -> Result<Offer, Problem> {
    let before = lock_own(connection, acting.community, who, id).await?;
    let shown = OfferJson::from(&before);
    let slots = match before.slots {
        Some(_) => slots::span_ahead(connection, acting.community, id, acting.now).await?,
        None => None,
    };
    let after = before.change(OfferChange::from(sent), slots).map_err(refused)?;
    check_named(connection, acting.community, (after.partner.id, &after.conditions)).await?;
    offers::update(connection, acting.community, &after).await?;
    let line = Change::changed("offer.change", &shown, &OfferJson::from(&after));
    acting.audit(connection, id, line).await?;
    Ok(after)
}
