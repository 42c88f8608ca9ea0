//! Signals of abuse: found day by day; staff have looked into the first of them.

use chrono::{DateTime, Utc};
use linli_db::{Connection, Slice, signals as stored};
use serde_json::json;

use super::story::{Story, from_json};
use crate::communities::{CommunityChangeJson, change};
use crate::problem::Problem;
use crate::signals::{NewLook, resolve};

/// The community wants to be told of less than usual.
pub(super) async fn set(connection: &mut Connection, story: &Story) -> Result<(), Problem> {
    let settled: CommunityChangeJson = from_json(json!({"watch": {
        "burst_count": 8, "burst_minutes": 5, "pair_count": 3, "pair_days": 14, "own_store_count": 1,
        "outside_hours_count": 1, "unknown_codes_count": 5,
    }}))?;
    change(connection, &story.setting_up(), &settled).await.map(drop)
}

/// Staff look into the older two thirds of what was found.
pub(super) async fn answer(
    connection: &mut Connection,
    story: &Story,
    at: DateTime<Utc>,
) -> Result<(), Problem> {
    let all = Slice { after: None, limit: 200 };
    let found = stored::list(connection, story.community, &stored::Filter::default(), &all).await?.items;
    let older = found.len() * 2 / 3;
    for (number, stored::Listed { signal, .. }) in found.iter().rev().take(older).enumerate() {
        let (outcome, note) = match number % 3 {
            0 => ("acted", "已提醒门店注意，下月复查"),
            _ => ("dismissed", "已向门店核实，属正常经营"),
        };
        let seen: NewLook = from_json(json!({"outcome": outcome, "note": note}))?;
        resolve(connection, &story.by(&story.staff, at), signal.id, &seen).await?;
    }
    Ok(())
}
