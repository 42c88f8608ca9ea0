//! `GET /residents/{id}/wallet`: what a resident has.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use chrono::{DateTime, Utc};
use linli_db::{Connection, ledger};
use linli_domain::ids::{CommunityId, ResidentId};

use super::give::given_this_month;
use super::json::{GivingJson, WalletJson};
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::communities::own_community;
use crate::problem::{Kind, Problem};

/// A resident's wallet
///
/// With what was given away this month, and what may still be. For the desk, the social workers and the resident.
#[utoipa::path(
    tag = "ledger",
    params(("id" = ResidentId, Path)),
    responses((status = 200, body = WalletJson)),
    extensions(("x-roles" = json!(Anyone::ALLOWED))),
)]
#[get("/residents/{id}/wallet")]
pub async fn get_wallet(
    by: By<Anyone>,
    id: Path<ResidentId>,
    app: Data<App>,
) -> Result<Json<WalletJson>, Problem> {
    let connection = &mut *app.connection().await?;
    let wallet = show_wallet(connection, by.community(), (*id, by.now)).await?;
    if !by.principal.may_see(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(wallet))
}

/// A resident's wallet as it is now.
///
/// # Errors
/// `not-found`.
pub(super) async fn show_wallet(
    connection: &mut Connection,
    community: CommunityId,
    (resident, now): (ResidentId, DateTime<Utc>),
) -> Result<WalletJson, Problem> {
    let found = ledger::find_wallet_with_holds(connection, community, resident).await?;
    let community = own_community(connection, community).await?;
    let (given, limit) = given_this_month(connection, &community, resident, now).await?;
    Ok(WalletJson::new(found.ok_or_else(Problem::not_found)?, GivingJson::new(given, limit)))
}
