//! `GET /transfers/{id}/proof`: that a seal covers a transfer.

use actix_web::get;
use actix_web::web::{Data, Json, Path};
use linli_db::{Connection, ledger, seals};
use linli_domain::ids::{CommunityId, SealId, TransferId};
use linli_domain::seals::{Step, Tree};

use super::json::{Covered, ProofJson, StepJson};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::problem::Problem;

/// A transfer's proof
///
/// Its text, its leaf and the path from there to the root of its day: enough to check it against a seal that was published,
/// without trust in this server. Residents get the proofs of what moved their own points.
#[utoipa::path(
    tag = "seals",
    params(("id" = TransferId, Path)),
    responses((status = 200, body = ProofJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[get("/transfers/{id}/proof")]
pub async fn get_proof(
    by: By<ResidentOrDesk>,
    id: Path<TransferId>,
    app: Data<App>,
) -> Result<Json<ProofJson>, Problem> {
    let connection = &mut *app.connection().await?;
    let transfer = ledger::find_transfer(connection, by.community(), *id).await?;
    transfer
        .filter(|transfer| by.principal.may_prove(transfer.debit, transfer.credit))
        .ok_or_else(Problem::not_found)?;
    let record = seals::find_record(connection, by.community(), *id).await?.ok_or_else(Problem::not_found)?;
    let covered = covered(connection, by.community(), *id).await?;
    Ok(Json(ProofJson { transfer_id: *id, text: record.text(), leaf: record.leaf(), covered }))
}

async fn covered(
    connection: &mut Connection,
    community: CommunityId,
    transfer: TransferId,
) -> Result<Option<Covered>, Problem> {
    let Some(found) = seals::covering(connection, community, transfer).await? else { return Ok(None) };
    let path = path(connection, (community, found.seal.id), transfer).await?;
    Ok(Some(Covered { seal: found.into(), path: path.into_iter().map(StepJson::from).collect() }))
}

/// The way from a transfer's leaf to the root.
async fn path(
    connection: &mut Connection,
    (community, seal): (CommunityId, SealId),
    to: TransferId,
) -> Result<Vec<Step>, Problem> {
    let mut tree = Tree::default();
    for (transfer, leaf) in seals::leaves_of(connection, community, seal).await? {
        if transfer == to { tree.push_wanted(leaf) } else { tree.push(leaf) }
    }
    Ok(tree.path())
}
