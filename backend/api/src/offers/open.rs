//! `POST /offers/{id}/open`: opening an offer to residents.

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

/// Open an offer
///
/// From then on residents see it and can take vouchers. A closed offer may be opened again.
#[utoipa::path(
    tag = "offers",
    params(("id" = OfferId, Path)),
    responses((status = 200, body = OfferJson)),
    extensions(
        ("x-roles" = json!(Managers::ALLOWED)),
        ("x-problems" = json!([Kind::PartnerNotActive, Kind::WrongState])),
    ),
)]
#[post("/offers/{id}/open")]
pub async fn open_offer(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        let before = lock_own(connection, acting.community, &by.principal, *id).await?;
        let was = json!({ "state": before.state });
        let after = before.open()?;
        offers::update(connection, acting.community, &after).await?;
        let line = Change::changed("offer.open", &was, &json!({ "state": after.state }));
        acting.audit(connection, *id, line).await?;
        Reply::ok(&OfferJson::from(&after))
    });
    done.await
}
