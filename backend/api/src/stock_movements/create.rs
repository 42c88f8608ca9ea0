//! `POST /rewards/{id}/stock-movements`: goods come in, get lost, are counted.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, rewards, stock_movements};
use linli_domain::ids::RewardId;
use linli_domain::money::Fen;
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
/// Goods that are promised to open orders can neither be lost nor be counted away. A count that agrees with the books
/// makes no movement and is answered with 200.
#[utoipa::path(
    tag = "stock_movements",
    params(("id" = RewardId, Path)),
    request_body = NewStockMovement,
    responses((status = 201, body = StockChange), (status = 200, body = StockChange)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::RewardIsService, Kind::OutOfStock, Kind::CountBelowReserved])),
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
        let movement = movement.map(|movement| StockMovementJson::shown_to(&by.principal, movement, name));
        let change = StockChange { movement, reward: RewardJson::from(&reward) };
        match change.movement {
            Some(_) => Reply::created(format!("/api/v1/rewards/{id}/stock-movements"), &change),
            None => Reply::ok(&change),
        }
    });
    done.await
}

pub(crate) async fn enter(
    connection: &mut Connection,
    acting: &Acting,
    id: RewardId,
    new: &NewStockMovement,
) -> Result<(Option<StockMovement>, Reward), Problem> {
    let entry = new.entry()?;
    let before = rewards::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let change = entry.change(&before)?;
    let by = change.unwrap_or_default();
    let after = Reward { stock: before.stock.saturating_add(by), ..before.clone() };
    let line = Change::changed("reward.stock", &RewardJson::from(&before), &RewardJson::from(&after));
    acting.audit(connection, id, line).await?;
    if change.is_none() {
        return Ok((None, after));
    }
    let movement = StockMovement {
        id: acting.id(),
        reward: id,
        kind: entry.kind(),
        quantity: by,
        note: new.note.clone().map(String::from).unwrap_or_default(),
        order: None,
        donor: new.donor.clone().map(String::from),
        unit_cost: new.unit_cost_fen.map(|cost| Fen::new(cost.get())),
        stocktake: None,
        actor: acting.user()?,
        moved_at: acting.now,
    };
    stock_movements::insert(connection, acting.community, std::slice::from_ref(&movement)).await?;
    rewards::change_stock(connection, acting.community, id, by).await?;
    Ok((Some(movement), after))
}
