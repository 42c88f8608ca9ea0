//! `POST /rewards/{id}/stock-movements`: goods come in or get lost.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, rewards, stock_movements};
use linli_domain::Refusal;
use linli_domain::ids::RewardId;
use linli_domain::rewards::{Reward, StockMovement};

use super::json::{NewStockMovement, StockChange, StockMovementJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};
use crate::rewards::RewardJson;

/// Enter a stock movement
///
/// Goods that are promised to open orders cannot be lost. What was counted is entered as a stocktake.
#[utoipa::path(
    tag = "stock_movements",
    params(("id" = RewardId, Path)),
    request_body = NewStockMovement,
    responses((status = 201, body = StockChange)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::RewardIsService, Kind::OutOfStock])),
    ),
)]
#[post("/rewards/{id}/stock-movements")]
pub async fn create_stock_movement(
    by: By<Desk>,
    id: Path<RewardId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewStockMovement| {
        let (movement, reward) = enter(connection, acting, *id, body).await?;
        let name = by.principal.name.clone();
        let movement = StockMovementJson::shown_to(&by.principal, movement, name);
        let change = StockChange { movement, reward: RewardJson::from(&reward) };
        Reply::created(format!("/api/v1/rewards/{id}/stock-movements"), &change)
    });
    done.await
}

pub(crate) async fn enter(
    connection: &mut Connection,
    acting: &Acting,
    id: RewardId,
    new: &NewStockMovement,
) -> Result<(StockMovement, Reward), Problem> {
    let entry = new.entry().map_err(refused)?;
    let before = rewards::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let by = entry.change(&before)?;
    let after = Reward { stock: before.stock.saturating_add(by), ..before.clone() };
    let line = Change::changed("reward.stock", &RewardJson::from(&before), &RewardJson::from(&after));
    acting.audit(connection, id, line).await?;
    let movement = StockMovement {
        id: acting.id(),
        reward: id,
        kind: entry.kind(),
        quantity: by,
        note: new.note.clone().map(String::from).unwrap_or_default(),
        order: None,
        donor: entry.donor().map(str::to_owned),
        unit_cost: entry.unit_cost(),
        stocktake: None,
        actor: acting.user()?,
        moved_at: acting.now,
    };
    stock_movements::insert(connection, acting.community, std::slice::from_ref(&movement)).await?;
    rewards::change_all_stock(connection, acting.community, &[(id, by)]).await?;
    Ok((movement, after))
}

/// A refusal of the rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::StockEntryInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}
