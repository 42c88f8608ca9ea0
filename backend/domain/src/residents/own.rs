//! Whose points somebody does not decide about: the own ones, and those of the household.

use std::collections::BTreeSet;

use crate::Refusal;
use crate::ids::ResidentId;

/// The resident whom an account belongs to, with everybody of the household; nobody for an account of no resident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own(BTreeSet<ResidentId>);

impl Own {
    /// These residents.
    pub fn of(residents: impl IntoIterator<Item = ResidentId>) -> Self {
        Self(residents.into_iter().collect())
    }

    /// Whether the resident is one of them.
    pub fn has(&self, resident: ResidentId) -> bool {
        self.0.contains(&resident)
    }

    /// Whether the points of this resident are somebody else's.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`].
    pub fn check_other(&self, resident: ResidentId) -> Result<(), Refusal> {
        if self.has(resident) { Err(Refusal::OwnWallet) } else { Ok(()) }
    }
}
