//! The points ledger: opening accounts, posting, reading wallets and history, recomputing everything.

mod accounts;
mod earned;
mod history;
mod holds;
mod original;
mod post;
mod verify;

pub(crate) use accounts::WALLET;
pub use accounts::{find_wallet, lock_wallet, lock_wallets, open_system_accounts, open_wallets};
pub use earned::earned_since;
pub use history::{Transfer, TransferFilter, find_transfer, transfers};
pub use holds::{OpenHold, find_wallet_with_holds};
pub use original::lock_transfer;
pub use post::{hold, post, release};
pub use verify::{Drift, verify};
