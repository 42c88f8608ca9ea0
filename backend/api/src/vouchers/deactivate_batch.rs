//! `POST /offers/{id}/deactivate-vouchers`: putting an offer's vouchers out of use.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, offers, vouchers};
use linli_domain::ids::OfferId;
use linli_domain::roles::Principal;
use linli_domain::vouchers::Voucher;

use super::deactivate::notice;
use super::json::{Deactivated, Deactivation};
use super::release::{release_all, tell};
use crate::acting::Acting;
use crate::app::App;
use crate::auth::{By, Managers, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// How many vouchers one command puts out of use: what a transaction may hold locked.
const BATCH: i64 = 500;

/// Put an offer's vouchers out of use
///
/// All that nobody has used, five hundred at a time, the oldest first; `left` says how many there still are. Close the offer
/// before, so that nobody takes another. Points and places come back, and the residents get notices with the reason.
#[utoipa::path(
    tag = "vouchers",
    params(("id" = OfferId, Path)),
    request_body = Deactivation,
    responses((status = 200, body = Deactivated)),
    extensions(("x-roles" = json!(Managers::ALLOWED))),
)]
#[post("/offers/{id}/deactivate-vouchers")]
pub async fn deactivate_vouchers(
    by: By<Managers>,
    id: Path<OfferId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Deactivation| {
        let who = (&by.principal, *id);
        Reply::ok(&deactivate_all(connection, acting, who, body.reason.as_str()).await?)
    });
    done.await
}

async fn deactivate_all(
    connection: &mut Connection,
    acting: &Acting,
    (who, id): (&Principal, OfferId),
    reason: &str,
) -> Result<Deactivated, Problem> {
    // Not locked yet: whoever gives a voucher back locks it before its offer.
    let offer = offers::find(connection, acting.community, id).await?;
    let offer = offer.filter(|offer| who.may_see_offer(offer)).ok_or_else(Problem::not_found)?;
    if !who.may_manage(offer.partner.id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let before = vouchers::lock_unused_of(connection, acting.community, id, BATCH).await?;
    let close = |voucher: Voucher| {
        let after = voucher.clone().deactivated(reason.to_owned(), acting.now)?;
        Ok((voucher, after))
    };
    let closed = before.into_iter().map(close).collect::<Result<Vec<_>, Problem>>()?;
    release_all(connection, acting, ("voucher.deactivate", &closed)).await?;
    let after: Vec<Voucher> = closed.into_iter().map(|(_, after)| after).collect();
    tell(connection, acting, (&after, "voucher_deactivated"), notice(&offer.title, reason)).await?;
    let left = vouchers::count_unused(connection, acting.community, id).await?;
    Ok(Deactivated { deactivated: after.len(), left })
}
