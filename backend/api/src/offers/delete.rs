//! `DELETE /offers/{id}`: a draft that is not wanted.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, delete};
use linli_db::{Connection, offers, slots};
use linli_domain::ids::OfferId;
use linli_domain::roles::Principal;
use serde_json::json;

use super::json::OfferJson;
use super::lock_own;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Delete a draft of an offer
///
/// By a manager of its partner, or by the desk, with the slots that were planned for it. What was ever open is closed and
/// stays: residents have seen it.
#[utoipa::path(
    tag = "offers",
    params(("id" = OfferId, Path)),
    responses((status = 200, description = "Deleted")),
    extensions(("x-roles" = json!(Managers::ALLOWED)), ("x-problems" = json!([Kind::WrongState]))),
)]
#[delete("/offers/{id}")]
pub async fn delete_offer(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        remove(connection, acting, &by.principal, *id).await?;
        Reply::ok(&json!({}))
    });
    done.await
}

async fn remove(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    id: OfferId,
) -> Result<(), Problem> {
    let draft = lock_own(connection, acting.community, who, id).await?;
    draft.check_deletable()?;
    slots::delete_all_of(connection, acting.community, id).await?;
    offers::delete(connection, acting.community, id).await?;
    acting.audit(connection, id, Change::ended("offer.delete", &OfferJson::from(&draft))).await?;
    Ok(())
}
