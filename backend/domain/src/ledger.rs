//! The points ledger: wallets, transfers, holds, and the explanation every transfer carries.

mod explanation;
mod posting;
mod wallet;

pub use explanation::Explanation;
pub use posting::{Cause, CauseKind, HoldRequest, Posting, PostingStatus, Side, SystemAccount, TransferCode};
pub use wallet::Wallet;
