//! Points that are not earned: brought along from paper, deducted, taken back, given away, shared.

use chrono::Duration;
use linli_db::{Connection, residents};
use linli_domain::ids::{FundId, ResidentId};
use linli_domain::ledger::Receiver;
use linli_domain::points::Points;
use rand::RngExt;
use rand::seq::IndexedRandom;
use serde_json::{Value, json};

use super::days::Day;
use super::later::Later;
use super::story::{Story, from_json};
use super::town::Town;
use crate::funds::{FundChangeJson, NewFund, NewFundGift, NewGrant, change, create, give_out, give_to_fund};
use crate::ledger::{NewDeduction, NewOpeningBalances, deduct, give, open_balances};
use crate::problem::Problem;

/// How many residents had a paper card, and how many balances fit into one request.
const CARDS: usize = 1_200;
const REQUEST: usize = 1_000;
/// How many residents give in a month, and how many points at most.
const GIVERS: usize = 6;
const GIFT: i64 = 8;
/// What is deducted for, and how much.
const BREACHES: [(&str, i64); 4] =
    [("高空抛物", 5), ("占用消防通道", 3), ("遛犬不牵绳", 2), ("楼道堆放杂物，屡劝不改", 30)];

/// Brings along what stood on paper cards when the community was founded. It lapses in the course of the history.
pub(super) async fn bring_along(
    connection: &mut Connection,
    story: &mut Story,
    residents: &[ResidentId],
) -> Result<(), Problem> {
    let cards: Vec<ResidentId> = residents.sample(&mut story.rng, CARDS).copied().collect();
    for cards in cards.chunks(REQUEST) {
        let item = |resident: &ResidentId| {
            let points = story.rng.random_range(3..25);
            json!({"resident_id": resident, "points": points, "note": "纸质积分卡"})
        };
        let items: Vec<Value> = cards.iter().map(item).collect();
        let new: NewOpeningBalances = from_json(json!({ "items": items }))?;
        open_balances(connection, &story.founding(), None, &new).await?;
    }
    // A quarter of them will come to spend it.
    story.earners.extend(cards.into_iter().step_by(4));
    Ok(())
}

/// Sets up the fund that residents give to.
pub(super) async fn set_up_fund(connection: &mut Connection, story: &Story) -> Result<FundId, Problem> {
    let new: NewFund = from_json(json!({
        "name": "独居老人暖冬基金", "purpose": "为独居老人添置冬衣、送年饭", "goal_points": 1_000,
    }))?;
    Ok(create(connection, &story.setting_up(), &new).await?.id)
}

/// In the middle of the history some of the fund goes to a neighbour, and another fund has done its work.
pub(super) async fn use_funds(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    town: &Town,
) -> Result<(), Problem> {
    let Some(neighbour) = town.neighbours.first().filter(|_| day.is_first_of_month_after(50)) else {
        return Ok(());
    };
    let acting = story.by(&story.staff, day.at(11));
    let grant: NewGrant =
        from_json(json!({"resident_id": neighbour, "points": 5, "reason": "为独居老人添置冬衣"}))?;
    let give =
        async |connection: &mut Connection| give_out(connection, &acting, (town.fund, None), &grant).await;
    story.attempt(connection, give).await?;
    let new: NewFund = from_json(json!({"name": "暑期书屋", "purpose": "为社区书屋添置童书"}))?;
    let second = create(connection, &acting, &new).await?;
    let closed: FundChangeJson = from_json(json!({"state": "closed"}))?;
    change(connection, &acting, second.id, &closed).await.map(drop)
}

/// The family shares its points.
pub(super) async fn pool(
    connection: &mut Connection,
    story: &Story,
    family: &[ResidentId],
) -> Result<(), Problem> {
    for member in family {
        let acting = story.setting_up().on_behalf_of(Some(*member));
        crate::ledger::pool(connection, &acting, *member, true).await?;
    }
    Ok(())
}

/// Some who had points are fined; one of them owes the rest from then on, and one fine is taken back three days later.
pub(super) async fn deduct_some(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
) -> Result<(), Problem> {
    for (number, (reason, points)) in BREACHES.into_iter().enumerate() {
        let Some(resident) = story.earners.choose(&mut story.rng).copied() else { return Ok(()) };
        let new: NewDeduction =
            from_json(json!({"resident_id": resident, "points": points, "reason": reason}))?;
        let done = deduct(connection, &story.by(&story.staff, day.at(11)), None, &new).await?;
        if number == 0 {
            story.queue.push(day.at(11) + Duration::days(3), Later::TakeBack(done.facts.id));
        }
    }
    Ok(())
}

/// Some give to a neighbour, some to the fund; who has too little, or gave enough this month, does not.
pub(super) async fn give_some(
    connection: &mut Connection,
    story: &mut Story,
    day: Day,
    town: &Town,
) -> Result<(), Problem> {
    let givers: Vec<ResidentId> = story.earners.sample(&mut story.rng, GIVERS).copied().collect();
    for (number, giver) in givers.into_iter().enumerate() {
        let acting = story.by(&story.staff, day.at(11)).on_behalf_of(Some(giver));
        let points = story.rng.random_range(2..=GIFT);
        if number % 2 == 0 {
            let new: NewFundGift = from_json(json!({"points": points, "note": "一点心意"}))?;
            let gift = async |connection: &mut Connection| {
                give_to_fund(connection, &acting, ((giver, None), town.fund), &new).await
            };
            story.attempt(connection, gift).await?;
            continue;
        }
        let Some(to) = town.neighbours.choose(&mut story.rng).copied() else { continue };
        let found = residents::find(connection, story.community, to).await?;
        let name = found.ok_or_else(Problem::not_found)?.name;
        let what = (Points::new(points), "谢谢您帮忙照看孩子");
        let receiver = Receiver::Resident(to, name);
        let gift = async |connection: &mut Connection| {
            give(connection, &acting, (giver, None), &receiver, what).await
        };
        story.attempt(connection, gift).await?;
    }
    Ok(())
}
