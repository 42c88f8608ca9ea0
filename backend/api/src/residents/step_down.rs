//! What a resident is at home, and is not any more after moving: representative of the household, block head.

use linli_db::{Connection, places};
use linli_domain::residents::{Resident, ResidentState};
use serde_json::{Value, json};

use crate::acting::{Acting, Change};
use crate::problem::Problem;

/// Takes from a locked resident what does not go with whoever moves: from one household to another the representative, from
/// one building to another, out of the community or out of life the block head too. Each has its line in the audit log.
pub(super) async fn step_down(
    connection: &mut Connection,
    acting: &Acting,
    (before, after): (&Resident, &Resident),
) -> Result<(), Problem> {
    let left = after.state != ResidentState::Active;
    if !left && before.household == after.household {
        return Ok(());
    }
    let of = places::dismiss_representative(connection, acting.community, after.id).await?;
    let [was, is] = states("representative_id", after);
    acting
        .audit_all(connection, of.iter().map(|id| (*id, Change::changed("household.change", &was, &is))))
        .await?;
    if left || moves_to_another_building(connection, acting, (before, after)).await? {
        let of = places::dismiss_block_head(connection, acting.community, after.id).await?;
        let [was, is] = states("block_head_id", after);
        let lines = of.iter().map(|id| (*id, Change::changed("building.change", &was, &is)));
        acting.audit_all(connection, lines).await?;
    }
    Ok(())
}

/// What the audit log keeps of the field that named the resident.
fn states(field: &str, resident: &Resident) -> [Value; 2] {
    [json!({ field: resident.id }), json!({ field: Value::Null })]
}

async fn moves_to_another_building(
    connection: &mut Connection,
    acting: &Acting,
    (before, after): (&Resident, &Resident),
) -> Result<bool, Problem> {
    let from = places::find_household(connection, acting.community, before.household).await?;
    let to = places::find_household(connection, acting.community, after.household).await?;
    Ok(from.map(|household| household.building) != to.map(|household| household.building))
}
