//! A transfer as it lies in its table, all of it, and the leaf it makes.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::{Hash, Text, written};
use crate::ids::{AccountId, CommunityId, HoldId, ResidentId, RulebookId, TransferId, UserId};

/// All columns of a transfer. Words and documents are as they are stored, known to the program or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransferRecord {
    /// In which community.
    pub community: CommunityId,
    /// Its identifier.
    pub id: TransferId,
    /// Who gave.
    pub debit_account: AccountId,
    /// Who got.
    pub credit_account: AccountId,
    /// How many points.
    pub amount: i64,
    /// Of which lots: the document as PostgreSQL writes it.
    pub parts: String,
    /// What it is.
    pub code: String,
    /// What caused it.
    pub cause_kind: String,
    /// Which one.
    pub cause: Uuid,
    /// The rule book version.
    pub rulebook: Option<RulebookId>,
    /// The rule that gave it.
    pub rule_code: Option<String>,
    /// The community's day of the deed.
    pub deed_on: Option<NaiveDate>,
    /// The hold that it captured.
    pub hold: Option<HoldId>,
    /// The transfer that it reverses.
    pub reverses: Option<TransferId>,
    /// Why this figure: the document as PostgreSQL writes it.
    pub explanation: String,
    /// Who did it.
    pub actor: Option<UserId>,
    /// In whose place.
    pub on_behalf_of: Option<ResidentId>,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
}

impl TransferRecord {
    /// The text that is hashed: the version of this list, then every column, in this order for ever.
    pub fn text(&self) -> String {
        let mut text = Text::begin("linli-transfer-1");
        text.add("community_id", Some(self.community));
        text.add("id", Some(self.id));
        text.add("debit_account_id", Some(self.debit_account));
        text.add("credit_account_id", Some(self.credit_account));
        text.add("amount", Some(self.amount));
        text.add("parts", Some(&self.parts));
        text.add("code", Some(&self.code));
        text.add("cause_kind", Some(&self.cause_kind));
        text.add("cause_id", Some(self.cause));
        text.add("rulebook_id", self.rulebook);
        text.add("rule_code", self.rule_code.as_ref());
        text.add("deed_on", self.deed_on);
        text.add("hold_id", self.hold);
        text.add("reverses_id", self.reverses);
        text.add("explanation", Some(&self.explanation));
        text.add("actor_id", self.actor);
        text.add("on_behalf_of", self.on_behalf_of);
        text.add("posted_at", Some(written(self.posted_at)));
        text.0
    }

    /// The leaf that it is in the tree of its day.
    pub fn leaf(&self) -> Hash {
        Hash::leaf(self.text().as_bytes())
    }
}
