//! Large adjustments, one on the first day of each month: proposed at the desk, confirmed or refused by the administrator; the
//! last one waits.

use linli_db::Connection;
use rand::seq::IndexedRandom;
use serde_json::json;

use super::days::Day;
use super::story::{Story, from_json};
use crate::adjustments::{AdjustmentRefusal, confirm, propose, refuse};
use crate::ledger::NewAdjustment;
use crate::problem::Problem;

/// More than one person of the desk adjusts alone.
const POINTS: i64 = 260;
/// What is proposed in the last month waits.
const WAITING: i64 = 31;

/// The adjustment of a month.
pub(super) async fn run(connection: &mut Connection, story: &mut Story, day: Day) -> Result<(), Problem> {
    let Some(resident) = story.earners.choose(&mut story.rng).copied() else { return Ok(()) };
    let new: NewAdjustment = from_json(json!({
        "resident_id": resident, "points": POINTS, "reason": "补登上季度夜间巡逻，名单已由网格员核对",
    }))?;
    let made = propose(connection, &story.by(&story.staff, day.at(9)), None, &new).await?;
    if day.left() < WAITING {
        return Ok(());
    }
    let (who, at) = (&story.administrator, story.by(&story.administrator, day.at(10)));
    if day.is_first_of_month_after(20) {
        let reason: AdjustmentRefusal = from_json(json!({"reason": "名单与巡逻记录不符"}))?;
        return refuse(connection, &at, who, (made.id, &reason)).await.map(drop);
    }
    confirm(connection, &at, who, made.id).await.map(drop)
}
