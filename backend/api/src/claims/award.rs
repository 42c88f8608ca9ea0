//! What a claim earns, posted with the acceptance that completes what the rule asks for.

use linli_db::{Connection, residents, rulebooks};
use linli_domain::claims::{Accepted, Claim};
use linli_domain::ids::TransferId;
use linli_domain::ledger::{
    Cause, CauseKind, Explanation, Lapse, Parts, Posting, Side, SystemAccount, TransferCode, with_repayments,
};
use linli_domain::rulebooks::award;

use crate::acting::Acting;
use crate::communities::own_community;
use crate::ledger::{lapse_of_today, post_all};
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
    let version = rulebooks::find(connection, community, claim.terms.rulebook).await?;
    let version = version.ok_or_else(|| Problem::unexpected("a claim by no rule book"))?;
    let timezone = own_community(connection, community).await?.timezone;
    let lookback = version.book.lookback(&deed.rule_code, deed.on)?;
    let since = Lookbacks::from([(deed.rule_code.clone(), lookback)]);
    let (records, wallets) =
        lock_records(connection, (community, timezone), &[claim.resident], &since).await?;
    let award = award(&version, deed, &records.of(claim.resident)?)?;
    let transfer: Option<TransferId> = award.points.is_positive().then(|| acting.id());
    let accepted = Accepted { points: award.points, explanation: award.explanation, transfer };
    let lapse = lapse_of_today(connection, acting).await?;
    let awards: Vec<Posting> =
        transfer.map(|id| posting(&claim, &accepted, (id, lapse))).into_iter().collect();
    post_all(connection, acting, with_repayments(awards, &wallets, || acting.id())).await?;
    Ok(claim.accept(accepted))
}

fn posting(claim: &Claim, accepted: &Accepted, (id, lapse): (TransferId, Lapse)) -> Posting {
    let sides = (Side::System(SystemAccount::Issued), Side::Wallet(claim.resident));
    let (cause, deed) = (Cause::new(CauseKind::Claim, claim.id), &claim.report.deed);
    let explanation = Explanation::Award(accepted.explanation.clone());
    let parts = Parts::one(lapse, accepted.points);
    Posting {
        rule: Some((claim.terms.rulebook, deed.rule_code.clone(), deed.on)),
        ..Posting::plain(id, TransferCode::Earn, sides, parts, cause, explanation)
    }
}
