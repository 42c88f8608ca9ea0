//! Wish polls of the story: every two months residents say what to buy next, and what most of them want is bought.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use linli_db::{Connection, wish_polls};
use linli_domain::ids::{ResidentId, WishPollId};
use linli_domain::rewards::AgeGroup::{self, All, Children, Seniors, Youth};
use linli_domain::wish_polls::WishPollState;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use super::days::Day;
use super::rewards::{Shelf, put_on_shelf};
use super::story::{Story, from_json};
use crate::acting::Acting;
use crate::problem::Problem;
use crate::wish_polls::{NewWishBallot, NewWishCandidate, NewWishPoll, add, cast, close, create};

/// A poll begins on this day and every so many days after it, and lasts so many unless the desk closes it.
const FIRST: i64 = 10;
const EACH: i64 = 60;
const LASTS: i64 = 14;
/// On this day of a poll the desk takes up what is suggested; every second poll it closes on that one.
const TAKEN_UP: i64 = 4;
const CLOSED: i64 = 8;
/// With so many days of history left the last one begins, which is open still; the one after it is announced a day before the
/// end.
const LAST: i64 = 5;
const ANNOUNCED: i64 = 1;
/// How many vote on a day.
const VOTERS: usize = 6;
/// How many are bought of what most want.
const BOUGHT: i64 = 60;

/// What can be voted for, one for each age group, with its price in points; and what residents suggest, for everybody.
type Wishes = ([(&'static str, i64); 3], (&'static str, i64));

const GROUPS: [AgeGroup; 3] = [Children, Youth, Seniors];
const WISHES: [Wishes; 8] = [
    ([("绘本", 20), ("运动水壶", 24), ("泡脚桶", 50)], ("抽纸", 10)),
    ([("魔方", 16), ("护眼台灯", 70), ("放大镜", 12)], ("五号电池", 8)),
    ([("水彩颜料", 18), ("瑜伽垫", 36), ("保温饭盒", 30)], ("垃圾袋", 6)),
    ([("儿童雨衣", 22), ("充电宝", 80), ("护膝", 28)], ("毛巾", 10)),
    ([("拼图", 20), ("羽毛球拍", 56), ("热水袋", 16)], ("创可贴", 5)),
    ([("科学实验盒", 30), ("U 盘", 40), ("按摩锤", 14)], ("洗洁精", 9)),
    ([("橡皮泥", 12), ("折叠伞", 32), ("防滑拖鞋", 18)], ("保鲜膜", 8)),
    ([("课外书", 24), ("旅行收纳袋", 26), ("电子体温计", 40)], ("香皂", 6)),
];

/// What is suggested too, and not taken up.
const OTHERS: [&str; 3] = ["小推车", "针线盒", "儿童自行车"];

/// Who votes, and the poll that residents vote in.
pub(super) struct Polls {
    voters: Vec<(ResidentId, AgeGroup)>,
    current: Option<Poll>,
    begun: usize,
}

/// A poll: how many there were before it, on which day it began, and what there is to wish for.
struct Poll {
    id: WishPollId,
    number: usize,
    began: i64,
    wishes: &'static Wishes,
}

impl Polls {
    pub(super) const fn among(voters: Vec<(ResidentId, AgeGroup)>) -> Self {
        Self { voters, current: None, begun: 0 }
    }
}

/// What happens to the polls on a day: one begins, or goes on, or is over.
pub(super) async fn run(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    (polls, shelf): (&mut Polls, &mut Shelf),
) -> Result<(), Problem> {
    let regular = day.number % EACH == FIRST && day.left() > LAST + LASTS;
    if regular || day.left() == LAST {
        let poll = begin(connection, story, polls, (day, day)).await?;
        polls.current = Some(poll);
    }
    if day.left() == ANNOUNCED {
        // A week ahead.
        begin(connection, story, polls, (day, day.later(7))).await?;
    }
    let Some(poll) = &polls.current else { return Ok(()) };
    let age = day.number - poll.began;
    let staff = story.by(&story.staff, day.at(10));
    if is_over(connection, story, (poll.id, day.at(10))).await? {
        buy(connection, &staff, poll, shelf).await?;
        polls.current = None;
        return Ok(());
    }
    vote(connection, story, day, (poll, &polls.voters)).await?;
    if age == TAKEN_UP {
        let (_, (name, _)) = poll.wishes;
        let new: NewWishCandidate = from_json(json!({"name": name, "age_group": All}))?;
        add(connection, &staff, poll.id, &new).await?;
    }
    if age == CLOSED && poll.number % 2 == 1 {
        close(connection, &story.by(&story.staff, day.at(20)), poll.id).await?;
    }
    Ok(())
}

/// Announces the next poll on a day, which begins at nine of that day or a later one.
async fn begin(
    connection: &mut Connection,
    story: &Story,
    polls: &mut Polls,
    (today, opens): (Day, Day),
) -> Result<Poll, Problem> {
    let number = polls.begun;
    let wishes = WISHES.iter().cycle().nth(number);
    let wishes = wishes.ok_or_else(|| Problem::unexpected("nothing to wish for"))?;
    let candidate = |((name, _), group): (&(&str, i64), AgeGroup)| json!({"name": name, "age_group": group});
    let candidates: Vec<Value> = wishes.0.iter().zip(GROUPS).map(candidate).collect();
    let new: NewWishPoll = from_json(json!({
        "title": format!("积分超市第 {} 期采购心愿", number + 1), "choices": 2,
        "opens_at": opens.at(9), "closes_at": opens.at(24 * LASTS), "candidates": candidates,
    }))?;
    let made = create(connection, &story.by(&story.staff, today.at(9)), &new).await?;
    polls.begun += 1;
    Ok(Poll { id: made.id, number, began: opens.number, wishes })
}

async fn is_over(
    connection: &mut Connection,
    story: &Story,
    (id, now): (WishPollId, DateTime<Utc>),
) -> Result<bool, Problem> {
    let poll = wish_polls::find(connection, story.community, id).await?.ok_or_else(Problem::not_found)?;
    Ok(poll.state(now) == WishPollState::Closed)
}

/// Some come to the desk and vote for what is for them, and some for something else too; two have a wish of their own.
async fn vote(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    (poll, voters): (&Poll, &[(ResidentId, AgeGroup)]),
) -> Result<(), Problem> {
    // Dice of its own: who votes changes nothing else in the story.
    let mut dice = StdRng::seed_from_u64(day.number.unsigned_abs());
    let of = wish_polls::find(connection, story.community, poll.id).await?;
    let candidates = of.ok_or_else(Problem::not_found)?.candidates;
    let chosen: Vec<_> = voters.sample(&mut dice, VOTERS).copied().collect();
    for (number, (resident, group)) in chosen.into_iter().enumerate() {
        let mut wanted: Vec<_> =
            candidates.iter().filter(|one| one.age_group == group).map(|one| one.id).collect();
        if let Some(other) = candidates.choose(&mut dice).filter(|_| dice.random_ratio(1, 2))
            && !wanted.contains(&other.id)
        {
            wanted.push(other.id);
        }
        let suggestion = match number {
            0 => Some(poll.wishes.1.0),
            1 => OTHERS.choose(&mut dice).copied(),
            _ => None,
        };
        let ballot: NewWishBallot =
            from_json(json!({"resident_id": resident, "candidate_ids": wanted, "suggestion": suggestion}))?;
        let acting = story.by(&story.staff, day.at(15)).on_behalf_of(Some(resident));
        cast(connection, &acting, (poll.id, resident), &ballot).await?;
    }
    Ok(())
}

/// What most want comes into the supermarket.
async fn buy(
    connection: &mut Connection,
    acting: &Acting,
    poll: &Poll,
    shelf: &mut Shelf,
) -> Result<(), Problem> {
    let of = wish_polls::find(connection, acting.community, poll.id).await?.ok_or_else(Problem::not_found)?;
    let votes: BTreeMap<_, _> = wish_polls::votes(connection, acting.community, poll.id).await?;
    let most = of.candidates.iter().max_by_key(|one| votes.get(&one.id).map_or(0, |votes| votes.total));
    let (of_groups, for_all) = poll.wishes;
    let mut known = of_groups.iter().chain([for_all]);
    let found = most.and_then(|one| Some((one.age_group, known.find(|(name, _)| *name == one.name)?)));
    let Some((group, &(name, price))) = found else { return Ok(()) };
    let priced = put_on_shelf(connection, acting, (name, group, price, BOUGHT), "心愿征集采购").await?;
    shelf.push(priced);
    Ok(())
}
