//! What is posted to the ledger, and what comes of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Explanation, Lapse, Parts};
use crate::ids::{HoldId, Id, ResidentId, RulebookId, TransferId, UserId};
use crate::rulebooks::Award;

/// What a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TransferCode {
    /// An award by a rule.
    Earn,
    /// Spent on a voucher or an order.
    Spend,
    /// Lapsed.
    Expire,
    /// Corrected by staff, with a reason.
    Adjust,
    /// Taken for a breach, with a reason.
    Deduct,
    /// Takes another transfer back.
    Reverse,
    /// Brought along from before Linli.
    Opening,
    /// Advanced, because points are to be taken back that were spent: the resident owes them.
    Owe,
    /// Paid back out of an award.
    Repay,
    /// Given to another resident or to a fund.
    Give,
}

/// The community's own accounts, the other side of what wallets gain and lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Display, EnumString, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum SystemAccount {
    /// Awards come from here.
    Issued,
    /// What is spent goes here.
    Spent,
    /// What lapses goes here.
    Expired,
    /// What is deducted goes here.
    Deducted,
    /// Corrections come from and go here.
    Adjusted,
    /// Opening balances come from here.
    Opening,
    /// What residents owe comes from here, and goes back here as they repay it.
    Owed,
    /// What is given to funds goes here; which one, the transfer's cause says.
    Donated,
}

/// One side of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The wallet of a resident.
    Wallet(ResidentId),
    /// An account of the community itself.
    System(SystemAccount),
}

/// The kind of thing that caused a transfer or a hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CauseKind {
    /// An attendance in a settled roster.
    Attendance,
    /// A claim that was accepted.
    Claim,
    /// A household that kept the neighbourhood pact for a month.
    PactMark,
    /// A voucher.
    Voucher,
    /// An order of the points supermarket.
    Order,
    /// Another transfer (a reversal names it).
    Transfer,
    /// A decision of staff about a resident.
    Resident,
    /// An adjustment that two people have agreed to.
    Adjustment,
    /// Somebody who signed up and did not come.
    NoShow,
    /// A fund that points are given to.
    Fund,
    /// An import of opening balances.
    Import,
}

/// What caused a transfer or a hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// Of what kind it is.
    pub kind: CauseKind,
    /// Which one.
    pub id: Uuid,
}

impl Cause {
    /// The cause with this identifier.
    pub const fn new<T>(kind: CauseKind, id: Id<T>) -> Self {
        Self { kind, id: id.uuid() }
    }
}

/// A transfer that is to be posted.
#[derive(Debug, Clone, PartialEq)]
pub struct Posting {
    /// The transfer's identifier.
    pub id: TransferId,
    /// What it is.
    pub code: TransferCode,
    /// Who gives.
    pub debit: Side,
    /// Who gets.
    pub credit: Side,
    /// How much of which lots; more than none.
    pub parts: Parts,
    /// What caused it.
    pub cause: Cause,
    /// The rule book version, for an award also the rule and the community's day of the deed.
    pub rule: Option<(RulebookId, String, NaiveDate)>,
    /// The hold that it captures.
    pub hold: Option<HoldId>,
    /// The transfer that it reverses.
    pub reverses: Option<TransferId>,
    /// Why this figure.
    pub explanation: Explanation,
    /// Who did it; none if the program itself.
    pub actor: Option<UserId>,
    /// In whose place, when staff acted at the counter.
    pub on_behalf_of: Option<ResidentId>,
}

impl Posting {
    /// A transfer without rule, hold or reversal, done by the program itself; set the rest with struct update.
    pub const fn plain(
        id: TransferId,
        code: TransferCode,
        (debit, credit): (Side, Side),
        parts: Parts,
        cause: Cause,
        explanation: Explanation,
    ) -> Self {
        Self {
            id,
            code,
            debit,
            credit,
            parts,
            cause,
            rule: None,
            hold: None,
            reverses: None,
            explanation,
            actor: None,
            on_behalf_of: None,
        }
    }

    /// An award: points that the community issues to a resident for a deed of this day, by this version of the rule book;
    /// none if it is no points.
    pub fn award(
        (id, resident): (TransferId, ResidentId),
        award: &Award,
        (rulebook, on): (RulebookId, NaiveDate),
        (lapse, cause): (Lapse, Cause),
    ) -> Option<Self> {
        let parts = Parts::one(lapse, award.points);
        if parts.is_empty() {
            return None;
        }
        let sides = (Side::System(SystemAccount::Issued), Side::Wallet(resident));
        let explanation = Explanation::Award(award.explanation.clone());
        Some(Self {
            rule: Some((rulebook, award.explanation.rule_code.clone(), on)),
            ..Self::plain(id, TransferCode::Earn, sides, parts, cause, explanation)
        })
    }
}

/// What came of one posting among those of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PostingStatus {
    /// The transfer stands.
    Posted,
    /// The points are held.
    Held,
    /// The hold is released.
    Released,
    /// There is no such wallet in the community.
    NoAccount,
    /// The wallet has not so many points available.
    NotEnough,
    /// The hold is not open any more, or not of this amount and wallet.
    NotHeld,
    /// The transfer was reversed before.
    AlreadyReversed,
    /// The wallet has an opening balance that was not reversed.
    AlreadyOpened,
}
