//! `GET /residents/{id}/wallet`: what a resident has.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::ledger;
use linli_domain::ids::ResidentId;

use super::json::WalletJson;
use crate::app::App;
use crate::auth::{Anyone, By, Roles};
use crate::problem::{Kind, Problem};

/// A resident's wallet
///
/// For the desk, the social workers and the resident.
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
    let found = ledger::find_wallet_with_holds(&mut *app.connection().await?, by.community(), *id).await?;
    let found = found.ok_or_else(Problem::not_found)?;
    if !by.principal.may_see(*id) {
        return Err(Problem::of(Kind::Forbidden));
    }
    Ok(Json(WalletJson::from(found)))
}
