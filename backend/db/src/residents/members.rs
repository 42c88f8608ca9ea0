//! Who is registered in households.

use std::collections::BTreeMap;

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, HouseholdId, ResidentId};
use linli_domain::pacts::Member;
use linli_domain::residents::ResidentState;
use uuid::Uuid;

use crate::schema::residents;
use crate::{Connection, Result};

/// Who is registered in each of these households now.
///
/// # Errors
/// If the data base does not answer.
pub async fn members(
    connection: &mut Connection,
    community: CommunityId,
    of: &[HouseholdId],
) -> Result<BTreeMap<HouseholdId, Vec<Member>>> {
    let ids: Vec<Uuid> = of.iter().map(|id| id.uuid()).collect();
    let rows: Vec<(Uuid, Uuid, Option<i32>)> = residents::table
        .filter(residents::community_id.eq(community.uuid()).and(residents::household_id.eq_any(ids)))
        .filter(residents::state.eq(ResidentState::Active.to_string()))
        .select((residents::household_id, residents::id, residents::birth_year))
        .load(connection)
        .await?;
    let mut members: BTreeMap<HouseholdId, Vec<Member>> = BTreeMap::new();
    for (household, resident, birth_year) in rows {
        let member = Member { resident: ResidentId::new(resident), birth_year };
        members.entry(HouseholdId::new(household)).or_default().push(member);
    }
    Ok(members)
}
