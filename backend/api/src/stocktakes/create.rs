//! `POST /stocktakes`: many rewards counted in one act.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, rewards, stock_movements, stocktakes};
use linli_domain::Refusal;
use linli_domain::ids::RewardId;
use linli_domain::rewards::{
    Counted, Reward, StockMovement, StockMovementKind, Stocktake, StocktakeLine, take_stock,
};
use serde_json::json;

use super::json::{Count, NewStocktake, StocktakeJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::input::Whole;
use crate::problem::{Kind, Problem};

/// Take stock
///
/// All or nothing: each count that differs from the books makes a stock movement; what agrees is kept as counted. Who says what
/// the books said when the count began is refused if goods came or went since then.
#[utoipa::path(
    tag = "stocktakes",
    request_body = NewStocktake,
    responses((status = 201, body = StocktakeJson)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::RewardIsService, Kind::StockMoved, Kind::CountBelowReserved]))),
)]
#[post("/stocktakes")]
pub async fn create_stocktake(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewStocktake| {
        let stocktake = new_stocktake(connection, acting, body).await?;
        let location = format!("/api/v1/stocktakes/{}", stocktake.id);
        Reply::created(location, &StocktakeJson::by(stocktake, by.principal.name.clone()))
    });
    done.await
}

pub(crate) async fn new_stocktake(
    connection: &mut Connection,
    acting: &Acting,
    new: &NewStocktake,
) -> Result<Stocktake, Problem> {
    let ids: Vec<_> = new.counts.iter().map(|count| count.reward_id).collect();
    let found = rewards::lock_all(connection, acting.community, &ids).await?;
    let lines = take_stock(&counted(&new.counts, &found)?).map_err(refused)?;
    let stocktake = Stocktake {
        id: acting.id(),
        note: new.note.clone().map(String::from).unwrap_or_default(),
        actor: acting.user()?,
        taken_at: acting.now,
        lines,
    };
    stocktakes::insert(connection, acting.community, &stocktake).await?;
    correct(connection, acting, &stocktake).await?;
    let differences = stocktake.lines.iter().filter(|line| line.difference() != 0).count();
    let after = json!({"counted": stocktake.lines.len(), "differences": differences, "note": stocktake.note});
    acting.audit(connection, stocktake.id, Change::made("stocktake.create", &after)).await?;
    Ok(stocktake)
}

/// The rewards that were counted, each with its count.
fn counted<'a>(counts: &[Count], found: &'a [Reward]) -> Result<Vec<Counted<'a>>, Problem> {
    let one = |(place, count): (usize, &Count)| {
        let reward = found.iter().find(|reward| reward.id == count.reward_id);
        let unknown = || Problem::unknown_reference(format!("counts[{place}].reward_id"));
        let booked = count.booked.map(Whole::get);
        Ok(Counted { reward: reward.ok_or_else(unknown)?, counted: count.counted.get(), booked })
    };
    counts.iter().enumerate().map(one).collect()
}

/// A refusal of the rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::CountedTwice { .. } => Problem::refused_at("counts", refusal),
        refusal => refusal.into(),
    }
}

/// Brings the books in line with what was counted.
async fn correct(connection: &mut Connection, acting: &Acting, stocktake: &Stocktake) -> Result<(), Problem> {
    let movement = |line: &StocktakeLine| StockMovement {
        id: acting.id(),
        reward: line.reward,
        kind: StockMovementKind::Counted,
        quantity: line.difference(),
        note: stocktake.note.clone(),
        order: None,
        donor: None,
        unit_cost: None,
        stocktake: Some(stocktake.id),
        actor: stocktake.actor,
        moved_at: stocktake.taken_at,
    };
    let wrong = stocktake.lines.iter().filter(|line| line.difference() != 0);
    let movements: Vec<StockMovement> = wrong.map(movement).collect();
    if movements.is_empty() {
        return Ok(());
    }
    stock_movements::insert(connection, acting.community, &movements).await?;
    let changes: Vec<(RewardId, i64)> = movements.iter().map(|one| (one.reward, one.quantity)).collect();
    Ok(rewards::change_all_stock(connection, acting.community, &changes).await?)
}
