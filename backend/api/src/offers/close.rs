//! `POST /offers/{id}/close`: no vouchers any more.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::offers;
use linli_domain::ids::OfferId;
use serde_json::json;

use super::json::OfferJson;
use super::lock_own;
use crate::acting::Change;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::{Kind, Problem};

/// Close an offer
///
/// No vouchers any more; those that were taken stay good until they expire.
#[utoipa::path(
    tag = "offers",
    params(("id" = OfferId, Path)),
    responses((status = 200, body = OfferJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::WrongState])),
    ),
)]
#[post("/offers/{id}/close")]
pub async fn close_offer(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let before = lock_own(connection, acting.community, &by.principal, *id).await?;
        let was = json!({ "state": before.state });
        let after = before.close()?;
        offers::update(connection, acting.community, &after).await?;
        let line = Change::changed("offer.close", &was, &json!({ "state": after.state }));
        acting.audit(connection, *id, line).await?;
        Reply::ok(&OfferJson::from(&after))
    });
    done.await
}
