//! `PUT /residents/{id}/pooling`: letting the household spend one's points too.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, put};
use linli_db::{Connection, ledger, residents};
use linli_domain::ids::ResidentId;
use linli_domain::residents::Resident;
use serde_json::json;

use super::json::WalletJson;
use super::requests::Pooling;
use super::wallet::show_wallet;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Share points with the household, or do so no longer
///
/// The other members can then pay with them too, as far as their own do not reach, when they ask for it (`pooled`). What
/// is held already stays held. By the resident, or by the desk in the resident's place.
#[utoipa::path(
    tag = "ledger",
    params(("id" = ResidentId, Path)),
    request_body = Pooling,
    responses((status = 200, body = WalletJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::ResidentNotActive, Kind::OwnWallet])),
    ),
)]
#[put("/residents/{id}/pooling")]
pub async fn pool_resident(
    by: By<ResidentOrDesk>,
    id: Path<ResidentId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &Pooling| {
        let found = residents::find(connection, acting.community, *id).await?;
        let resident = found.ok_or_else(Problem::not_found)?;
        resident.check_active()?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(by.resident(Some(*id))?));
        check_not_own_household(connection, &by, &resident).await?;
        Reply::ok(&pool(connection, &acting, *id, body.agreed).await?)
    });
    done.await
}

/// Nobody agrees in another's place that the own household may spend the other's points.
async fn check_not_own_household(
    connection: &mut Connection,
    by: &By<ResidentOrDesk>,
    resident: &Resident,
) -> Result<(), Problem> {
    let own = by.principal.resident.filter(|own| *own != resident.id);
    Ok(residents::own(connection, by.community(), own).await?.check_other(resident.id)?)
}

pub(crate) async fn pool(
    connection: &mut Connection,
    acting: &Acting,
    id: ResidentId,
    agreed: bool,
) -> Result<WalletJson, Problem> {
    ledger::set_pooling(connection, acting.community, id, agreed.then_some(acting.now)).await?;
    let after = json!({ "agreed": agreed });
    acting.audit(connection, id, Change::made("resident.pool", &after)).await?;
    show_wallet(connection, acting.community, (id, acting.now)).await
}
