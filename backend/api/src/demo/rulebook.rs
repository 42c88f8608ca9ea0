//! 《普安社区治理积分管理办法》, version 1: as the demonstration community drafts and publishes it.

use linli_db::Connection;
use serde_json::{Value, json};

use super::story::{Story, from_json};
use crate::problem::Problem;
use crate::rulebooks::{NewRulebook, Publication, create, publish as publish_draft};

/// The book, line by line; `linli-domain` holds each line against the code.
const BOOK: &str = include_str!("rulebook.json");

/// Drafts version 1 and puts it in force.
pub(super) async fn publish(connection: &mut Connection, story: &mut Story) -> Result<(), Problem> {
    let book: Value = serde_json::from_str(BOOK).map_err(Problem::unexpected)?;
    let draft: NewRulebook = from_json(book)?;
    let acting = story.setting_up();
    let draft = create(connection, &acting, &draft).await?;
    let from: Publication = from_json(json!({"in_force_from": acting.now}))?;
    publish_draft(connection, &acting, draft.id, &from).await?;
    Ok(())
}
