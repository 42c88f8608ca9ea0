//! Who is asking: one query for everything a person is at this moment, so that a change of roles bites at once.

use chrono::{DateTime, Utc};
use diesel::sql_types::{self, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{BuildingId, CommunityId, PartnerId, ResidentId, SessionId, StoreId, TeamId, UserId};
use linli_domain::roles::{Principal, Role};
use serde::Deserialize;
use serde_json::Value;

use crate::error::from_json;
use crate::{Connection, Result};

#[diesel::declare_sql_function]
extern "SQL" {
    /// See the migration.
    fn principal_of(
        community: SqlUuid,
        user: SqlUuid,
        session: SqlUuid,
        now: Timestamptz,
    ) -> sql_types::Nullable<sql_types::Jsonb>;
}

#[derive(Deserialize)]
struct Standing {
    name: String,
    resident: Option<ResidentId>,
    offices: Vec<Role>,
    teams: Vec<TeamId>,
    buildings: Vec<BuildingId>,
    partners: Vec<PartnerId>,
    stores: Vec<StoreId>,
    managed_stores: Vec<StoreId>,
}

/// The person behind a session, or none if the session has ended or the account is disabled.
///
/// # Errors
/// If the data base does not answer.
pub async fn principal(
    connection: &mut Connection,
    (community, user, session): (CommunityId, UserId, SessionId),
    now: DateTime<Utc>,
) -> Result<Option<Principal>> {
    let query = diesel::select(principal_of(community.uuid(), user.uuid(), session.uuid(), now));
    let Some(found) = query.get_result::<Option<Value>>(connection).await? else {
        return Ok(None);
    };
    Ok(Some(from_json::<Standing>(found)?.principal(community, user)))
}

impl Standing {
    fn principal(self, community: CommunityId, user: UserId) -> Principal {
        let follows = [
            (Role::Resident, self.resident.is_some()),
            (Role::TeamLeader, !self.teams.is_empty()),
            (Role::BlockHead, !self.buildings.is_empty()),
            (Role::PartnerManager, !self.partners.is_empty()),
            (Role::Cashier, !self.stores.is_empty()),
        ];
        let following = follows.into_iter().filter(|(_, is)| *is).map(|(role, _)| role);
        Principal {
            community,
            user,
            name: self.name,
            resident: self.resident,
            roles: self.offices.into_iter().chain(following).collect(),
            teams: self.teams.into_iter().collect(),
            buildings: self.buildings.into_iter().collect(),
            partners: self.partners.into_iter().collect(),
            stores: self.stores.into_iter().chain(self.managed_stores).collect(),
        }
    }
}
