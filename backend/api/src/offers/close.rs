//! `POST /offers/{id}/close`: no vouchers any more.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_domain::ids::OfferId;
use linli_domain::offers::Offer;

use super::json::OfferJson;
use super::moved;
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
        let who = (&by.principal, *id);
        Reply::ok(&moved(connection, acting, who, "offer.close", Offer::close).await?)
    });
    done.await
}
