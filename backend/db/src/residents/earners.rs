//! Residents as the rules of awards see them, with everybody they share a household with.

use std::collections::BTreeMap;

use diesel::QueryableByName;
use diesel::sql_types::{Array, Integer, Jsonb, Nullable, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, HouseholdId, ResidentId};
use linli_domain::rulebooks::Earner;
use serde_json::Value;
use uuid::Uuid;

use crate::error::from_json;
use crate::{Connection, Result};

/// Who has left a team was in it while in it; a request that came to nothing has no time in the team.
const EARNERS: &str = "SELECT r.id, r.household_id, h.building_id, r.birth_year, ( \
         SELECT coalesce(jsonb_agg(jsonb_build_object( \
             'team', m.team_id, 'since', coalesce(m.decided_at, m.requested_at), 'until', m.ended_at \
         )), '[]') \
         FROM memberships m \
         WHERE m.community_id = $1 AND m.resident_id = r.id \
             AND (m.state = 'active' OR m.state = 'ended' AND m.decided_at IS NOT NULL) \
     ) AS teams \
     FROM residents r \
     JOIN households h ON h.community_id = $1 AND h.id = r.household_id \
     WHERE r.community_id = $1 AND (r.state = 'active' OR r.id = ANY ($2)) AND r.household_id IN ( \
         SELECT p.household_id FROM residents p WHERE p.community_id = $1 AND p.id = ANY ($2) \
     )";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    household_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    building_id: Uuid,
    #[diesel(sql_type = Nullable<Integer>)]
    birth_year: Option<i32>,
    #[diesel(sql_type = Jsonb)]
    teams: Value,
}

impl Row {
    fn read(self) -> Result<(ResidentId, Earner)> {
        let earner = Earner {
            household: HouseholdId::new(self.household_id),
            building: BuildingId::new(self.building_id),
            birth_year: self.birth_year,
            teams: from_json(self.teams)?,
        };
        Ok((ResidentId::new(self.id), earner))
    }
}

/// These residents, and all others who are registered in their households now. Their buildings are those of today, because where
/// somebody lived before is not kept; the teams are those of any time, because a rule asks who was a member at the deed.
///
/// # Errors
/// If the data base does not answer.
pub async fn earners(
    connection: &mut Connection,
    community: CommunityId,
    of: &[ResidentId],
) -> Result<BTreeMap<ResidentId, Earner>> {
    let ids: Vec<Uuid> = of.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<Row> = diesel::sql_query(EARNERS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(ids)
        .load(connection)
        .await?;
    rows.into_iter().map(Row::read).collect()
}
