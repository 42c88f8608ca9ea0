//! The points ledger: opening accounts, posting, reading wallets and history, recomputing everything.

mod accounts;
mod earned;
mod expiry;
mod history;
mod holds;
mod named;
mod opened;
mod original;
mod post;
mod purse;
mod verify;

pub use accounts::{find_wallet, lock_wallet, lock_wallets, open_system_accounts, open_wallets};
pub use earned::{earned_since, given_away_since, given_since, lock_budgets};
pub use expiry::lapsing_wallets;
pub use history::{Transfer, TransferFilter, TransferKey, caused_by, find_transfer, transfers};
pub use holds::{FullWallet, OpenHold, find_wallet_with_holds, held_for, spent_for};
pub use named::{NamedTransfer, find_named_transfer, named_transfers};
pub use opened::opened;
pub use original::lock_transfer;
pub use post::{hold, post, release};
pub use purse::{lock_purse, set_pooling};
pub use verify::{rows, verify};
