//! The points ledger: wallets and their lots, transfers, holds, debts, expiry, and the explanation every transfer carries.

mod correction;
mod debt;
mod expiry;
mod explanation;
mod gift;
mod hold;
mod lots;
mod posting;
mod purse;
#[cfg(any(test, feature = "reference"))]
pub mod reference;
mod wallet;

pub use correction::{Correction, Original};
pub use debt::{Taking, take_with_debt, with_repayments};
pub use expiry::{Expiry, lapsed};
pub use explanation::{Explanation, Imported};
pub use gift::{Giver, Receiver, gift, grant};
pub use hold::{Hold, reduced, refund, share};
pub use lots::{Lapse, Lot, Lots, Parts};
pub use posting::{Cause, CauseKind, Posting, PostingStatus, Side, SystemAccount, TransferCode};
pub use purse::Purse;
pub use wallet::Wallet;

#[cfg(test)]
pub(crate) use wallet::tests;

#[cfg(test)]
#[path = "ledger/model_tests.rs"]
mod model_tests;
