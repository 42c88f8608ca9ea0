//! Conditions as they are sent, and whether what they name is there.

use linli_db::{Connection, confirmations, places, teams};
use linli_domain::calendar::Period;
use linli_domain::hours::{Hours, OpenSpan};
use linli_domain::ids::{CommunityId, PartnerId, StoreId};
use linli_domain::offers::{Conditions, Limit, PeriodQuota};
use linli_domain::rulebooks::Per;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::{Many, Whole};
use crate::problem::Problem;

/// Spans of the week.
pub type NewHours = Many<OpenSpan, 0, 30>;
/// Stores of the partner.
pub type NamedStores = Many<StoreId, 0, 100>;
/// Limits, one for each period and whom it counts.
pub type NewLimits = Many<NewLimit, 0, 12>;

/// At most so many in each period: so many vouchers are taken, and so many uses of them made.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLimit {
    /// In which period.
    period: Period,
    /// By whom; by each resident unless given.
    #[serde(default)]
    per: Per,
    /// At most so many.
    times: Whole<1, 1_000>,
}

/// How many vouchers there are in each period.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPeriodQuota {
    /// In which period.
    period: Period,
    /// So many.
    vouchers: Whole<1, 1_000_000>,
}

impl From<NewPeriodQuota> for PeriodQuota {
    fn from(new: NewPeriodQuota) -> Self {
        Self { period: new.period, vouchers: new.vouchers.get() }
    }
}

/// The hours as the rules know them.
pub fn hours_of(sent: Option<&NewHours>) -> Hours {
    Hours(sent.map(|spans| spans.to_vec()).unwrap_or_default())
}

/// The limits as the rules know them.
pub fn limits_of(sent: Option<&NewLimits>) -> Vec<Limit> {
    let limit = |new: &NewLimit| Limit { period: new.period, per: new.per, times: new.times.get() };
    sent.iter().flat_map(|limits| limits.iter()).map(limit).collect()
}

/// Whether all stores, buildings and teams that an offer is limited to are there, the stores as the partner's.
///
/// # Errors
/// A problem that names the first field that names something else.
pub async fn check_named(
    connection: &mut Connection,
    community: CommunityId,
    (partner, conditions): (PartnerId, &Conditions),
) -> Result<(), Problem> {
    let Conditions { stores, eligibility, .. } = conditions;
    if !stores.is_empty() {
        let tills = confirmations::tills(connection, community, stores.iter().copied()).await?;
        let own = |store: &StoreId| tills.iter().any(|till| till.store == *store && till.partner == partner);
        known("stores", stores.iter().position(|store| !own(store)))?;
    }
    if !eligibility.buildings.is_empty() {
        let found = places::known_buildings(connection, community, &eligibility.buildings).await?;
        let unknown = eligibility.buildings.iter().position(|id| !found.contains(id));
        known("eligibility.buildings", unknown)?;
    }
    if !eligibility.teams.is_empty() {
        let found = teams::known(connection, community, &eligibility.teams).await?;
        known("eligibility.teams", eligibility.teams.iter().position(|id| !found.contains(id)))?;
    }
    Ok(())
}

fn known(field: &str, unknown: Option<usize>) -> Result<(), Problem> {
    unknown.map_or(Ok(()), |place| Err(Problem::unknown_reference(format!("{field}[{place}]"))))
}
