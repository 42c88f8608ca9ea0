//! `POST /orders`: placing an order, one's own or in a resident's place.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use chrono::NaiveDate;
use linli_db::{Connection, ledger, orders, residents, rewards, slots};
use linli_domain::Refusal;
use linli_domain::calendar::quarter_of;
use linli_domain::codes::Code;
use linli_domain::ids::{ResidentId, RewardId, SlotId};
use linli_domain::orders::{Order, OrderState, Orderer, Wanted, kept_until, place};
use linli_domain::residents::Resident;
use linli_domain::rewards::Reward;
use linli_domain::slots::Slot;
use serde_json::json;

use super::json::{NewOrder, NewOrderLine, OrderJson};
use super::show;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::communities::own_community;
use crate::input::Reason;
use crate::ledger::hold;
use crate::problem::{Kind, Problem};

/// Place an order
///
/// The goods are reserved and the points held at the prices of this moment. The desk orders in the place of the
/// resident whom it names, by `resident_id` or by `card_code`; residents leave out both. A service is ordered alone, once, for
/// one of its slots, in which it takes a seat.
#[utoipa::path(
    tag = "orders",
    request_body = NewOrder,
    responses((status = 201, body = OrderJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([
            Kind::CounterClosed, Kind::ResidentNotActive, Kind::RewardNotOnShelf, Kind::OutOfStock,
            Kind::QuarterLimitReached, Kind::RewardIsGoods, Kind::SlotCancelled, Kind::SlotBegun, Kind::SlotFull,
            Kind::Clash, Kind::NotEnoughPoints
        ])),
    ),
)]
#[post("/orders")]
pub async fn create_order(
    by: By<ResidentOrDesk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewOrder| {
        let resident = resident_of(connection, &by, body).await?;
        let acting = acting.clone().on_behalf_of(by.in_place_of(resident.id));
        let order = new_order(connection, &acting, resident.id, body).await?;
        let shown = show(connection, &by.principal, order.id).await?;
        Reply::created(format!("/api/v1/orders/{}", order.id), &shown)
    });
    done.await
}

/// Whose order it is to be. A member card opens nothing but the desk: whoever else shows one is not even told whether
/// it exists.
async fn resident_of(
    connection: &mut Connection,
    by: &By<ResidentOrDesk>,
    body: &NewOrder,
) -> Result<Resident, Problem> {
    if body.override_reason.is_some() && !by.principal.is_desk() {
        return Err(Problem::of(Kind::Forbidden));
    }
    let Some(card) = &body.card_code else {
        let found = residents::find(connection, by.community(), by.resident(body.resident_id)?).await?;
        return found.ok_or_else(|| Problem::unknown_reference("resident_id"));
    };
    if !by.principal.is_desk() {
        return Err(Problem::of(Kind::Forbidden));
    }
    if body.resident_id.is_some() {
        return Err(Problem::field("card_code", "居民和会员卡只填一项"));
    }
    let found = residents::find_by_card(connection, by.community(), card).await?;
    found.ok_or_else(|| Problem::unknown_reference("card_code"))
}

pub(crate) async fn new_order(
    connection: &mut Connection,
    acting: &Acting,
    resident: ResidentId,
    new: &NewOrder,
) -> Result<Order, Problem> {
    let community = own_community(connection, acting.community).await?;
    let today = community.day_of(acting.now);
    community.opening_days.check(today, new.override_reason.is_some())?;
    let ids: Vec<_> = new.lines.iter().map(|line| line.reward_id).collect();
    let found = rewards::lock_all(connection, acting.community, &ids).await?;
    let slots = lock_slots(connection, acting, &new.lines).await?;
    let orderer = orderer(connection, acting, (resident, !slots.is_empty()), (new.pooled, today)).await?;
    let of = (resident, quarter_of(today, community.timezone));
    let ordered = orders::ordered_between(connection, acting.community, of, &ids).await?;
    let wanted = wanted(&new.lines, (&found, &slots), &ordered)?;
    let (lines, total) = place(&orderer, &wanted, acting.now).map_err(refused)?;
    let expires_at = kept_until(&lines, &community, acting.now);
    let order = Order {
        id: acting.id(),
        resident,
        code: acting.ids.code(),
        state: OrderState::Held,
        lines,
        total,
        placed_by: acting.user()?,
        on_behalf: acting.on_behalf_of.is_some(),
        placed_at: acting.now,
        ready_at: None,
        closed_at: None,
        expires_at,
    };
    hold(connection, acting, &orderer.purse.hold(order.total, order.cause(), || acting.id())?).await?;
    store(connection, acting, order, new.override_reason.as_ref()).await
}

/// The slots that the lines name, locked in the order of their ids; none for goods.
async fn lock_slots(
    connection: &mut Connection,
    acting: &Acting,
    lines: &[NewOrderLine],
) -> Result<Vec<Slot>, Problem> {
    let named: Vec<(usize, SlotId)> =
        lines.iter().enumerate().filter_map(|(place, line)| Some((place, line.slot_id?))).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<SlotId> = named.iter().map(|(_, slot)| *slot).collect();
    let locked = slots::lock_all(connection, acting.community, &ids).await?;
    let unknown = named.iter().find(|(_, id)| locked.iter().all(|slot| slot.id != *id));
    let problem =
        |(place, _): &(usize, SlotId)| Problem::unknown_reference(format!("lines[{place}].slot_id"));
    unknown.map_or(Ok(locked), |named| Err(problem(named)))
}

/// Who orders, with all that it takes: the resident, who does not leave meanwhile, and for a slot is locked, so that nobody
/// takes two at the same time; the wallets last.
async fn orderer(
    connection: &mut Connection,
    acting: &Acting,
    (id, in_slot): (ResidentId, bool),
    (pooled, today): (bool, NaiveDate),
) -> Result<Orderer, Problem> {
    let (resident, seats) = if in_slot {
        let resident = residents::lock(connection, acting.community, id).await?;
        (resident, slots::seats_of(connection, acting.community, id, acting.now).await?)
    } else {
        (residents::share(connection, acting.community, id).await?, Vec::new())
    };
    let resident = resident.ok_or_else(|| Problem::unexpected("an order of nobody"))?;
    let purse = ledger::lock_purse(connection, acting.community, id, (pooled, today)).await?;
    let purse = purse.ok_or_else(|| Problem::unexpected("a resident without a wallet"))?;
    Ok(Orderer { resident, purse, seats })
}

/// The rewards that the lines name, with how many of each, in which slot, and how many were ordered before.
fn wanted<'a>(
    lines: &[NewOrderLine],
    (found, slots): (&'a [Reward], &'a [Slot]),
    ordered: &BTreeMap<RewardId, i64>,
) -> Result<Vec<Wanted<'a>>, Problem> {
    let line = |(place, line): (usize, &NewOrderLine)| {
        let reward = found.iter().find(|reward| reward.id == line.reward_id);
        let unknown = || Problem::unknown_reference(format!("lines[{place}].reward_id"));
        let slot = slots.iter().find(|slot| Some(slot.id) == line.slot_id);
        let ordered = ordered.get(&line.reward_id).copied().unwrap_or_default();
        Ok(Wanted { reward: reward.ok_or_else(unknown)?, quantity: line.quantity.get(), ordered, slot })
    };
    lines.iter().enumerate().map(line).collect()
}

/// A refusal of the rules, at the field that does not fit.
fn refused(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::OrderedTwice { .. } | Refusal::ServiceAlone { .. } => Problem::refused_at("lines", refusal),
        Refusal::SlotInvalid { place, .. } => Problem::refused_at(place, refusal),
        refusal => refusal.into(),
    }
}

async fn store(
    connection: &mut Connection,
    acting: &Acting,
    order: Order,
    reason: Option<&Reason>,
) -> Result<Order, Problem> {
    let insert = async |connection: &mut Connection, code: &Code| {
        orders::insert(connection, acting.community, &Order { code: code.clone(), ..order.clone() }).await
    };
    let code = acting.with_new_code(connection, order.code.clone(), insert).await?;
    match order.seat() {
        Some(seat) => slots::count_seats(connection, acting.community, seat.slot, 1).await?,
        None => orders::reserve(connection, acting.community, order.id).await?,
    }
    let after = json!({
        "resident_id": order.resident,
        "state": order.state,
        "goods": order.goods(),
        "total_points": order.total,
        "reason": reason.map(Reason::as_str),
    });
    acting.audit(connection, order.id, Change::made("order.create", &after)).await?;
    Ok(Order { code, ..order })
}
