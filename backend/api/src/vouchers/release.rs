//! Closing vouchers: the places and points of those that nobody has used come back, and their residents are told.

use linli_db::{Connection, vouchers};
use linli_domain::ledger::Cause;
use linli_domain::notices::NoticeContent;
use linli_domain::vouchers::{Voucher, VoucherState};
use serde::Serialize;

use super::places::count_all_back;
use crate::acting::{Acting, Change};
use crate::ledger::release_for;
use crate::notices::tell_all;
use crate::problem::Problem;

/// Stores that these vouchers, which are locked, were closed alike, and gives back what they held: what was used keeps its
/// place, and its price is spent. One line in the audit log for each. The number of statements does not grow with them.
///
/// # Errors
/// If the data base does not answer.
pub async fn release_all(
    connection: &mut Connection,
    acting: &Acting,
    (action, closed): (&str, &[(Voucher, Voucher)]),
) -> Result<(), Problem> {
    let after: Vec<Voucher> = closed.iter().map(|(_, after)| after.clone()).collect();
    if after.is_empty() {
        return Ok(());
    }
    vouchers::close_all(connection, acting.community, &after).await?;
    let unused: Vec<Voucher> =
        closed.iter().filter(|(before, _)| before.holds_price()).map(|(_, after)| after.clone()).collect();
    count_all_back(connection, acting, &unused).await?;
    let causes: Vec<Cause> = unused.iter().map(Voucher::cause).collect();
    release_for(connection, acting, &causes).await?;
    let line = |(before, after): &(Voucher, Voucher)| {
        (after.id, Change::changed(action, &Step::of(before), &Step::of(after)))
    };
    acting.audit_all(connection, closed.iter().map(line)).await?;
    Ok(())
}

/// Where a voucher stands, as the audit log keeps it.
#[derive(Serialize)]
struct Step<'a> {
    state: VoucherState,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

impl<'a> Step<'a> {
    fn of(voucher: &'a Voucher) -> Self {
        Self { state: voucher.state, reason: voucher.deactivation_reason.as_deref() }
    }
}

/// Tells the residents of vouchers what became of them, each once for what `happened`.
///
/// # Errors
/// If the data base does not answer.
pub async fn tell(
    connection: &mut Connection,
    acting: &Acting,
    (vouchers, happened): (&[Voucher], &str),
    content: impl Fn(&Voucher) -> NoticeContent,
) -> Result<(), Problem> {
    let told = |voucher: &Voucher| (voucher.resident, format!("{happened}:{}", voucher.id), content(voucher));
    tell_all(connection, acting, vouchers.iter().map(told)).await?;
    Ok(())
}
