//! 《普安社区治理积分管理办法》: version 1 as the case has it, and version 2, which the first months have taught.

use linli_db::Connection;
use linli_domain::ids::RulebookId;
use serde_json::{Value, json};

use super::days::Day;
use super::story::{Story, from_json};
use crate::acting::Acting;
use crate::problem::Problem;
use crate::rulebooks::{NewRulebook, Publication, create, publish as publish_draft};

/// The book, line by line; `linli-domain` holds each line against the code.
const BOOK: &str = include_str!("rulebook.json");

/// After so many hundredths of the history version 2 is published, with the month that begins then.
const REVISED_AFTER: i64 = 33;

/// Drafts version 1 and puts it in force.
pub(super) async fn publish(connection: &mut Connection, story: &Story) -> Result<(), Problem> {
    let acting = story.setting_up();
    let draft = draft(connection, &acting, book()?).await?;
    let from: Publication = from_json(json!({"in_force_from": acting.now}))?;
    publish_draft(connection, &acting, draft, &from).await.map(drop)
}

/// Publishes version 2, in force with the next month.
pub(super) async fn revise(connection: &mut Connection, story: &Story, day: Day) -> Result<(), Problem> {
    if !day.is_first_of_month_after(REVISED_AFTER) {
        return Ok(());
    }
    let acting = story.by(&story.staff, day.at(9));
    let draft = draft(connection, &acting, revised(book()?)).await?;
    let from: Publication = from_json(json!({"in_force_from": day.next_month()}))?;
    publish_draft(connection, &acting, draft, &from).await.map(drop)
}

fn book() -> Result<Value, Problem> {
    serde_json::from_str(BOOK).map_err(Problem::unexpected)
}

async fn draft(connection: &mut Connection, acting: &Acting, book: Value) -> Result<RulebookId, Problem> {
    let draft: NewRulebook = from_json(book)?;
    Ok(create(connection, acting, &draft).await?.id)
}

/// Keeping pets in a civil way, one of the public topics, earns too; and what the team for it does earns by that.
fn revised(mut book: Value) -> Value {
    let pets = json!({
        "code": "PET", "title": "文明养宠", "basis": "hour", "points": 2,
        "caps": [{"period": "month", "points": 12}], "check": "队长",
    });
    if let Some(rules) = book.pointer_mut("/book/rules").and_then(Value::as_array_mut) {
        rules.push(pets);
    }
    book
}
