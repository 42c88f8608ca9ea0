//! `POST /offers/{id}/open`: opening an offer to residents.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::Connection;
use linli_domain::ids::OfferId;
use linli_domain::offers::Offer;
use linli_domain::roles::Principal;

use super::json::OfferJson;
use super::moved;
use crate::acting::Acting;
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
        Reply::ok(&open(connection, acting, (&by.principal, *id)).await?)
    });
    done.await
}

pub(crate) async fn open(
    connection: &mut Connection,
    acting: &Acting,
    of: (&Principal, OfferId),
) -> Result<OfferJson, Problem> {
    moved(connection, acting, of, "offer.open", Offer::open).await
}
