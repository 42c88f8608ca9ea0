//! What a claim earns, posted with the acceptance that completes what the rule asks for.

use linli_db::claims::Beside;
use linli_db::{Connection, residents, rulebooks};
use linli_domain::claims::{Accepted, Claim};
use linli_domain::ledger::{Cause, CauseKind, Posting};
use linli_domain::rulebooks::{Award, award};

use super::report::check_apart;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::ledger::post_awards;
use crate::problem::Problem;
use crate::rulebooks::{Lookbacks, lock_records};

/// Awards a claim and answers it as it is then. Where a cap or the budget leaves nothing, it is accepted with the
/// explanation and without a transfer. Wallets and budgets stay locked until the award is posted.
pub(super) async fn award_claim(
    connection: &mut Connection,
    acting: &Acting,
    claim: Claim,
) -> Result<Claim, Problem> {
    let (community, deed) = (acting.community, &claim.report.deed);
    let resident = residents::share(connection, community, claim.resident).await?;
    resident.ok_or_else(|| Problem::unexpected("a claim of nobody"))?.check_active()?;
    // Rosters may have been written since it was sent in; other claims about the time have found this one.
    check_apart(connection, acting, (claim.resident, Beside::Nothing), deed).await?;
    let version = rulebooks::find(connection, community, claim.terms.rulebook).await?;
    let version = version.ok_or_else(|| Problem::unexpected("a claim by no rule book"))?;
    let timezone = own_community(connection, community).await?.timezone;
    let lookback = version.book.lookback(&deed.rule_code, deed.on)?;
    let since = Lookbacks::from([(deed.rule_code.clone(), lookback)]);
    let (records, wallets) =
        lock_records(connection, (community, timezone), &[claim.resident], &since).await?;
    let award = award(&version, deed, &records.of(claim.resident)?)?;
    let posting = |award: &Award, lapse, id| {
        let cause = Cause::new(CauseKind::Claim, claim.id);
        Posting::award((id, claim.resident), award, (version.id, deed.on), (lapse, cause))
    };
    let posted = post_awards(connection, acting, vec![award], &wallets, posting).await?;
    let (Award { points, explanation }, transfer) =
        posted.into_iter().next().ok_or_else(|| Problem::unexpected("an award went missing"))?;
    Ok(claim.accept(Accepted { points, explanation, transfer }))
}
