//! Block heads, and the neighbourhood pact of the story, month by month.

use linli_db::Connection;
use linli_domain::ids::{BuildingId, HouseholdId};
use linli_domain::residents::Resident;
use linli_domain::roles::{Principal, Role};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};

use super::accounts::phone_of;
use super::days::Day;
use super::people::People;
use super::story::{Story, from_json};
use crate::buildings::{BuildingChangeJson, change_building};
use crate::pacts::{PactChange, PactSettling, record, settle_pact_of};
use crate::problem::Problem;

/// Of a hundred buildings so many take part, in the beginning and in the end.
const TAKE_PART: (i64, i64) = (34, 100);

/// A prime: in steps of so many, every building has its turn.
const SPREAD: usize = 37;

/// Of a hundred households of those so many keep the pact: of all 20 in the beginning and 60 in the end.
const KEPT: i64 = 60;

/// Why a household has not kept it; most have simply not taken part.
const BREACHES: [&str; 3] = ["楼道堆物", "飞线充电", "宠物未牵绳"];

/// A building of the story.
pub(super) struct Block {
    building: BuildingId,
    households: Vec<HouseholdId>,
    /// The account of its block head; most have none, and the desk fills in what they say.
    head: Option<Principal>,
}

/// Appoints the block heads; the first of them has an account.
pub(super) async fn appoint(
    connection: &mut Connection,
    story: &Story,
    (people, heads): (&People, Vec<(BuildingId, Resident)>),
    hash: &str,
) -> Result<Vec<Block>, Problem> {
    let mut households = people.households();
    let mut blocks = Vec::new();
    for (number, (building, head)) in heads.into_iter().enumerate() {
        let change: BuildingChangeJson = from_json(json!({"block_head_id": head.id}))?;
        change_building(connection, &story.setting_up(), building, &change).await?;
        let account = match number {
            0 => Some(open_account(connection, story, (building, &head), hash).await?),
            _ => None,
        };
        let households = households.remove(&building).unwrap_or_default();
        blocks.push(Block { building, households, head: account });
    }
    Ok(blocks)
}

/// The account that shows what a block head sees.
async fn open_account(
    connection: &mut Connection,
    story: &Story,
    (building, head): (BuildingId, &Resident),
    hash: &str,
) -> Result<Principal, Problem> {
    let signs_in = (head.name.as_str(), phone_of(Role::BlockHead));
    let mut account = story.open_account(connection, signs_in, Some(head.id), hash).await?;
    account.buildings.insert(building);
    Ok(account)
}

/// On the first day of a month the block heads say in the morning who kept the pact in the month before, and the social
/// worker settles it in the afternoon.
pub(super) async fn run(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    blocks: &[Block],
) -> Result<(), Problem> {
    let Some(month) = day.month_over() else { return Ok(()) };
    // Dice of its own: who keeps the pact changes nothing else in the story.
    let mut dice = StdRng::seed_from_u64(day.number.unsigned_abs());
    let (from, to) = TAKE_PART;
    let share = usize::try_from(day.growing(from, to)).unwrap_or(100);
    // Spread over the estates, whose buildings are not alike in size.
    let takes_part = |place: usize| place * SPREAD % blocks.len() * 100 < blocks.len() * share;
    let mut pacts = Vec::new();
    for (_, block) in blocks.iter().enumerate().filter(|(place, _)| takes_part(*place)) {
        let marks: Vec<Value> =
            block.households.iter().filter_map(|household| mark(&mut dice, *household)).collect();
        let change: PactChange = from_json(json!({"month": month, "marks": marks}))?;
        let who = block.head.as_ref().unwrap_or(&story.staff);
        let at = story.by(who, day.at(9));
        pacts.extend(record(connection, &at, who, (block.building, &change)).await?.id);
    }
    let at = story.by(&story.social_worker, day.at(16));
    for pact in pacts {
        let how = PactSettling { rule_code: None };
        settle_pact_of(connection, &at, &story.social_worker, (pact, &how)).await?;
    }
    Ok(())
}

/// What is said of a household, if anything is.
fn mark(dice: &mut StdRng, household: HouseholdId) -> Option<Value> {
    match dice.random_range(0..100) {
        ..KEPT => Some(json!({"household_id": household, "kept": true})),
        98.. => {
            let breach = BREACHES.choose(dice);
            Some(json!({"household_id": household, "kept": false, "note": breach}))
        }
        _ => None,
    }
}
