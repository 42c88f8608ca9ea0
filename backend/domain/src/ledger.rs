//! The points ledger: wallets, transfers, holds, and the explanation every transfer carries.

mod adjustment;
mod explanation;
mod posting;
mod reversal;
mod wallet;

pub use adjustment::{adjustment, opening_balance};
pub use explanation::Explanation;
pub use posting::{Cause, CauseKind, HoldRequest, Posting, PostingStatus, Side, SystemAccount, TransferCode};
pub use reversal::{Original, reversal};
pub use wallet::Wallet;
