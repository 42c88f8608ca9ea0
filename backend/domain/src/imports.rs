//! Imports 导入: residents, or balances from before Linli, out of one Excel sheet; all of it or nothing.

mod balances;
mod columns;
mod faults;
mod lines;
mod residents;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

pub use balances::{BalanceDraft, Balances, Holder, Holders, OpeningLine, Whose, read_balances};
pub use columns::{Column, Layout};
pub use faults::{Fault, Wrong};
pub use lines::{Cell, LONGEST, Line};
pub use residents::{Known, Newcomer, Newcomers, ResidentDraft, read_residents};

use crate::Refusal;
use crate::ids::{ImportId, UserId};
use crate::points::Points;

/// What an import brings in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, VariantArray, ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ImportKind {
    /// Residents 居民, with the households they live in.
    Residents,
    /// Balances from before Linli 期初积分.
    OpeningBalances,
}

/// An import, kept for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its identifier.
    pub id: ImportId,
    /// What it brought in.
    pub kind: ImportKind,
    /// What the file was called.
    pub file_name: String,
    /// What it made.
    pub made: Made,
    /// Who imported.
    pub actor: UserId,
    /// When.
    pub made_at: DateTime<Utc>,
    /// What became of it, if it was reversed.
    pub reversal: Option<ImportReversal>,
}

/// How much an import makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Made {
    /// Residents.
    pub residents: i32,
    /// Households that were not there before.
    pub households: i32,
    /// Opening balances.
    pub balances: i32,
    /// The points of those.
    pub points: Points,
}

/// The reversal of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReversal {
    /// Why.
    pub reason: String,
    /// How many residents or balances it took back.
    pub reversed: i32,
    /// How many it left as they are: balances that were reversed one by one before, residents with a history.
    pub kept: i32,
    /// Who reversed.
    pub actor: UserId,
    /// When.
    pub reversed_at: DateTime<Utc>,
}

impl Import {
    /// Whether the import can be reversed: once.
    ///
    /// # Errors
    /// [`Refusal::ImportReversed`].
    pub const fn check_standing(&self) -> Result<(), Refusal> {
        if self.reversal.is_none() { Ok(()) } else { Err(Refusal::ImportReversed) }
    }
}

/// Whether an import of residents can be reversed, of whom so many have a history by now.
///
/// # Errors
/// [`Refusal::ImportInUse`], unless they are to be kept.
pub const fn check_unused(with_history: usize, keep: bool) -> Result<(), Refusal> {
    if with_history == 0 || keep { Ok(()) } else { Err(Refusal::ImportInUse { residents: with_history }) }
}

#[cfg(test)]
#[path = "imports/tests.rs"]
mod tests;
