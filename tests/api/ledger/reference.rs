//! The ledger as a list in memory: what the tables must do, said the slow and obvious way.

use std::collections::BTreeSet;

use linli_domain::ids::{HoldId, TransferId};
use linli_domain::ledger::{PostingStatus, TransferCode};

/// What one posting of a call does to the wallets.
#[derive(Debug, Clone, Copy)]
pub enum Entry {
    /// A transfer that gives (above 0) or takes (below 0).
    Move { id: TransferId, code: TransferCode, wallet: usize, change: i64 },
    /// Takes back the transfer at this place of the history.
    Reverse { of: usize },
    /// Captures so many points of the hold at this place.
    Capture { of: usize, amount: i64 },
}

/// A transfer that can be taken back.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    pub id: TransferId,
    pub code: TransferCode,
    pub wallet: usize,
    pub change: i64,
    reversed: bool,
}

/// A hold, open or closed.
#[derive(Debug, Clone, Copy)]
pub struct Kept {
    pub id: HoldId,
    pub wallet: usize,
    pub amount: i64,
    open: bool,
}

/// Wallets, and what happened to them.
#[derive(Debug, Default)]
pub struct Reference {
    /// What each wallet has posted and held.
    pub wallets: Vec<(i64, i64)>,
    /// Every transfer that was posted, reversals and captures apart.
    pub history: Vec<Moved>,
    /// Every hold that was placed.
    pub holds: Vec<Kept>,
}

impl Reference {
    pub fn new(wallets: usize) -> Self {
        Self { wallets: vec![(0, 0); wallets], ..Self::default() }
    }

    fn available(&self, wallet: usize) -> i64 {
        self.wallets[wallet].0 - self.wallets[wallet].1
    }

    /// One call: entry after entry. Once a wallet could not pay, it pays nothing more in this call.
    pub fn post(&mut self, entries: &[Entry]) -> Vec<PostingStatus> {
        let (mut broke, mut named) = (BTreeSet::new(), BTreeSet::new());
        entries.iter().map(|entry| self.post_one(*entry, &mut broke, &mut named)).collect()
    }

    fn post_one(
        &mut self,
        entry: Entry,
        broke: &mut BTreeSet<usize>,
        named: &mut BTreeSet<(bool, usize)>,
    ) -> PostingStatus {
        match entry {
            Entry::Move { id, code, wallet, change } => {
                let status = self.change(wallet, change, broke);
                if status == PostingStatus::Posted {
                    self.history.push(Moved { id, code, wallet, change, reversed: false });
                }
                status
            }
            Entry::Reverse { of } => {
                let moved = self.history[of];
                if !named.insert((false, of)) || moved.reversed {
                    return PostingStatus::AlreadyReversed;
                }
                let status = self.change(moved.wallet, -moved.change, broke);
                self.history[of].reversed = status == PostingStatus::Posted;
                status
            }
            Entry::Capture { of, amount } => {
                let kept = self.holds[of];
                if !named.insert((true, of)) || !kept.open || kept.amount != amount {
                    return PostingStatus::NotHeld;
                }
                self.holds[of].open = false;
                self.wallets[kept.wallet].0 -= amount;
                self.wallets[kept.wallet].1 -= amount;
                PostingStatus::Posted
            }
        }
    }

    fn change(&mut self, wallet: usize, change: i64, broke: &mut BTreeSet<usize>) -> PostingStatus {
        if change < 0 && (broke.contains(&wallet) || self.available(wallet) < -change) {
            broke.insert(wallet);
            return PostingStatus::NotEnough;
        }
        self.wallets[wallet].0 += change;
        PostingStatus::Posted
    }

    pub fn hold(&mut self, id: HoldId, wallet: usize, amount: i64) -> PostingStatus {
        if self.available(wallet) < amount {
            return PostingStatus::NotEnough;
        }
        self.wallets[wallet].1 += amount;
        self.holds.push(Kept { id, wallet, amount, open: true });
        PostingStatus::Held
    }

    pub fn release(&mut self, of: usize) -> PostingStatus {
        let kept = self.holds[of];
        if !kept.open {
            return PostingStatus::NotHeld;
        }
        self.holds[of].open = false;
        self.wallets[kept.wallet].1 -= kept.amount;
        PostingStatus::Released
    }
}
