//! Statements: each month is closed by the program; most partners agree, and one dispute was settled.

use chrono::Datelike;
use chrono_tz::Asia::Shanghai;
use linli_db::statements::{Filter, list};
use linli_db::{Connection, Slice};
use linli_domain::calendar::day_of;
use linli_domain::statements::{STATEMENT_DAYS, StatementState};
use serde_json::json;

use super::days::Day;
use super::partners::Counter;
use super::story::{Story, from_json};
use crate::problem::Problem;
use crate::statements::{NewDispute, NewSettlement, agree, close_due, dispute, settle};

/// How many partners answer; the others take their time.
const ANSWERING: usize = 9;

/// Closes the month before on the day on which it is due, and lets the partners answer.
pub(super) async fn close(
    connection: &mut Connection,
    story: &Story,
    day: Day,
    counters: &[Counter],
) -> Result<(), Problem> {
    let today = day_of(day.at(2), Shanghai);
    if i32::try_from(today.day0()) != Ok(STATEMENT_DAYS) {
        return Ok(());
    }
    close_due(connection, &story.acting(day.at(2))).await?;
    let closed = Filter { state: Some(StatementState::Closed), ..Filter::default() };
    let all = Slice { after: None, limit: 200 };
    let settled = Filter { state: Some(StatementState::Settled), ..Filter::default() };
    let mut first = list(connection, story.community, &settled, &all).await?.items.is_empty();
    for standing in list(connection, story.community, &closed, &all).await?.items {
        let Some(statement) = standing.statement else { continue };
        let of_store = |counter: &&Counter| counter.id == standing.store;
        let Some(counter) = counters.iter().take(ANSWERING).find(of_store) else { continue };
        let (manager, staff) = (story.by(&counter.manager, day.at(10)), story.by(&story.staff, day.at(15)));
        if !first {
            agree(connection, &manager, &counter.manager, statement.id).await?;
            continue;
        }
        first = false;
        let wrong: NewDispute = from_json(json!({"reason": "有一笔满减当天核销失败后重做，请核对是否重复"}))?;
        dispute(connection, &manager, &counter.manager, (statement.id, &wrong)).await?;
        let note: NewSettlement = from_json(json!({"note": "已逐笔核对，失败的一笔未扣积分，账单无重复"}))?;
        settle(connection, &staff, statement.id, &note).await?;
    }
    Ok(())
}
