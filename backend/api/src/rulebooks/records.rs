//! What awards are decided by, loaded as the rules need it. The number of statements does not grow with the people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use linli_db::{Connection, ledger, residents};
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::ledger::Wallet;
use linli_domain::rulebooks::{Earner, Lookback, Records};

use crate::problem::Problem;

/// Since when earlier awards count, for each rule by which awards are to be made.
pub type Lookbacks = BTreeMap<String, Lookback>;

/// The records of these residents and their households.
///
/// # Errors
/// If the data base does not answer.
pub async fn load_records(
    connection: &mut Connection,
    (community, timezone): (CommunityId, Tz),
    people: &[ResidentId],
    since: &Lookbacks,
) -> Result<Records, Problem> {
    let earners = residents::earners(connection, community, people).await?;
    read(connection, (community, timezone), earners, since).await
}

/// The same, for awards that are about to be posted, with the wallets of all these households. Wallets and budgets stay
/// locked from before anything is read until the transaction ends, so that two who award at the same time cannot both use
/// what a cap or a budget has left: wallets first, in the order of their accounts, then budgets.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_records(
    connection: &mut Connection,
    (community, timezone): (CommunityId, Tz),
    people: &[ResidentId],
    since: &Lookbacks,
) -> Result<(Records, BTreeMap<ResidentId, Wallet>), Problem> {
    let earners = residents::earners(connection, community, people).await?;
    let all: Vec<ResidentId> = earners.keys().copied().collect();
    let wallets = ledger::lock_wallets(connection, community, &all).await?;
    let with_budget = since.iter().filter(|(_, since)| since.budget.is_some());
    let with_budget: Vec<String> = with_budget.map(|(rule, _)| rule.clone()).collect();
    if !with_budget.is_empty() {
        ledger::lock_budgets(connection, community, &with_budget).await?;
    }
    Ok((read(connection, (community, timezone), earners, since).await?, wallets))
}

async fn read(
    connection: &mut Connection,
    (community, timezone): (CommunityId, Tz),
    earners: BTreeMap<ResidentId, Earner>,
    since: &Lookbacks,
) -> Result<Records, Problem> {
    let all: Vec<ResidentId> = earners.keys().copied().collect();
    let earned = match since.values().filter_map(|since| since.earned).min() {
        Some(earliest) => ledger::earned_since(connection, community, &all, earliest).await?,
        None => BTreeMap::new(),
    };
    let budgets = since.iter().filter_map(|(rule, since)| Some((rule.clone(), since.budget?)));
    let budgets: Vec<(String, NaiveDate)> = budgets.collect();
    let given = match budgets.is_empty() {
        false => ledger::given_since(connection, community, &budgets).await?,
        true => Vec::new(),
    };
    Ok(Records::new(timezone, earners, earned, given))
}
