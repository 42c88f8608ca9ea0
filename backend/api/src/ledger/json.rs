//! Wallets and transfers as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::ledger::{FullWallet, NamedTransfer, OpenHold, Transfer};
use linli_domain::ids::{HoldId, ResidentId, RulebookId, TransferId, UserId};
use linli_domain::ledger::{Cause, CauseKind, Explanation, Lapse, Lot, Side, SystemAccount, TransferCode};
use linli_domain::points::Points;
use linli_domain::rulebooks::Giving;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// What caused a transfer or a hold.
#[derive(Serialize, ToSchema)]
#[schema(as = Cause)]
pub struct CauseJson {
    /// Of what kind it is.
    pub kind: CauseKind,
    /// Which one.
    pub id: Uuid,
}

/// Points of a wallet that are held 冻结.
#[derive(Serialize, ToSchema)]
#[schema(as = Hold)]
pub struct HoldJson {
    /// The identifier.
    pub id: HoldId,
    /// For what: an open voucher or order.
    pub cause: CauseJson,
    /// How many.
    pub amount: Points,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// The points of a wallet that lapse on the same day.
#[derive(Serialize, ToSchema)]
#[schema(as = Lot)]
pub struct LotJson {
    /// The last day on which they can be spent; none if they do not lapse.
    pub lapses_on: Option<NaiveDate>,
    /// The points.
    pub posted: Points,
    /// Of those, held.
    pub held: Points,
}

/// Points of one lot.
#[derive(Serialize, ToSchema)]
#[schema(as = Part)]
pub struct PartJson {
    /// The last day on which they can (or could) be spent; none if they do not lapse.
    pub lapses_on: Option<NaiveDate>,
    /// How many.
    pub points: Points,
}

/// A resident's wallet.
#[derive(Serialize, ToSchema)]
#[schema(as = Wallet)]
pub struct WalletJson {
    /// The sum of all transfers.
    pub posted: Points,
    /// Of that, held for open vouchers and orders.
    pub held: Points,
    /// What can be spent now: posted − held.
    pub available: Points,
    /// What is owed 欠分: taken back after it had been spent; later awards pay it first.
    pub debt: Points,
    /// Whether the household may spend these points too 家庭合用.
    pub pooled: bool,
    /// The points by the day on which they lapse, the soonest first.
    pub lots: Vec<LotJson>,
    /// What lapses next, as far as it is not held.
    pub lapses_next: Option<PartJson>,
    /// What is held, one by one, the oldest first.
    pub holds: Vec<HoldJson>,
    /// What was given away 赠送 this month, and what may still be.
    pub giving: GivingJson,
}

/// What a resident has given away in the community's month, to neighbours and funds, and may still give.
#[derive(Serialize, ToSchema)]
#[schema(as = GivingThisMonth)]
pub struct GivingJson {
    /// How much was given, not counting what was taken back.
    pub given: Points,
    /// How much may be given a month, by the rule book in force; none is as much as there is.
    pub per_month: Option<Points>,
    /// How much may still be given, as far as it is available; none is as much as there is.
    pub left: Option<Points>,
}

/// One side of a transfer.
#[derive(Serialize, ToSchema)]
#[serde(tag = "account", rename_all = "snake_case")]
#[schema(as = TransferSide)]
pub enum SideJson {
    /// The wallet of a resident.
    Wallet {
        /// Whose.
        resident_id: ResidentId,
    },
    /// Where awards come from.
    Issued,
    /// Where what is spent goes.
    Spent,
    /// Where what lapses goes.
    Expired,
    /// Where what is deducted goes.
    Deducted,
    /// Where corrections come from and go.
    Adjusted,
    /// Where opening balances come from.
    Opening,
    /// Where what residents owe comes from, and goes as they repay it.
    Owed,
    /// Where what is given to funds goes; which one, the cause says.
    Donated,
}

/// What there is to say about a transfer, whoever looks at it.
#[derive(Serialize, ToSchema)]
pub struct TransferFacts {
    /// The identifier.
    pub id: TransferId,
    /// What it is.
    pub code: TransferCode,
    /// Of which lots.
    pub parts: Vec<PartJson>,
    /// What caused it.
    pub cause: CauseJson,
    /// Why this figure, in values.
    pub explanation: Explanation,
    /// The same as a sentence.
    pub text: String,
    /// The version of the rule book it was decided by.
    pub rulebook_id: Option<RulebookId>,
    /// The rule that gave it.
    pub rule_code: Option<String>,
    /// The community's day of the deed.
    pub deed_on: Option<NaiveDate>,
    /// The transfer that it takes back.
    pub reverses: Option<TransferId>,
    /// The transfer that takes it back.
    pub reversed_by: Option<TransferId>,
    /// Who did it; none if the program itself.
    pub actor_id: Option<UserId>,
    /// The resident in whose place, when staff acted at the counter.
    pub on_behalf_of: Option<ResidentId>,
    /// When it was posted.
    pub posted_at: DateTime<Utc>,
}

/// A transfer between two accounts.
#[derive(Serialize, ToSchema)]
#[schema(as = Transfer)]
pub struct TransferJson {
    /// Who gave.
    pub debit: SideJson,
    /// Who got.
    pub credit: SideJson,
    /// How much; more than 0.
    pub amount: Points,
    /// The rest.
    #[serde(flatten)]
    pub facts: TransferFacts,
}

/// A transfer with names beside its identifiers, as the desk sees it.
#[derive(Serialize, ToSchema)]
#[schema(as = NamedTransfer)]
pub struct NamedTransferJson {
    /// The transfer.
    #[serde(flatten)]
    pub transfer: TransferJson,
    /// Whose wallet gave; none if an account of the community did.
    pub debit_name: Option<String>,
    /// Whose wallet got; none if an account of the community did.
    pub credit_name: Option<String>,
    /// Who did it; none if the program itself.
    pub actor_name: Option<String>,
    /// The resident in whose place.
    pub on_behalf_of_name: Option<String>,
    /// What the rule was called when it gave.
    pub rule_title: Option<String>,
    /// What caused it, as far as that has a name: an activity, an offer, goods, a fund, a file, a resident.
    pub cause_name: Option<String>,
}

/// A transfer from the point of view of a resident.
#[derive(Serialize, ToSchema)]
#[schema(as = ResidentTransfer)]
pub struct ResidentTransferJson {
    /// What the wallet gained; negative if it lost.
    pub amount: Points,
    /// The rest.
    #[serde(flatten)]
    pub facts: TransferFacts,
}

impl From<Cause> for CauseJson {
    fn from(cause: Cause) -> Self {
        Self { kind: cause.kind, id: cause.id }
    }
}

impl From<(Lapse, Lot)> for LotJson {
    fn from((lapse, lot): (Lapse, Lot)) -> Self {
        Self { lapses_on: lapse.day(), posted: lot.posted, held: lot.held }
    }
}

impl From<(Lapse, Points)> for PartJson {
    fn from((lapse, points): (Lapse, Points)) -> Self {
        Self { lapses_on: lapse.day(), points }
    }
}

impl From<OpenHold> for HoldJson {
    fn from(hold: OpenHold) -> Self {
        let OpenHold { hold, placed_at } = hold;
        Self { id: hold.id, cause: hold.cause.into(), amount: hold.parts.total(), since: placed_at }
    }
}

impl GivingJson {
    /// What was given, within this limit.
    pub fn new(given: Points, limit: Option<Giving>) -> Self {
        Self {
            given,
            per_month: limit.map(|limit| limit.per_month),
            left: limit.map(|limit| limit.left(given)),
        }
    }
}

impl WalletJson {
    /// A wallet, and what was given away out of it.
    pub fn new(FullWallet { wallet, pooled, holds }: FullWallet, giving: GivingJson) -> Self {
        Self {
            giving,
            pooled,
            posted: wallet.posted(),
            held: wallet.held(),
            available: wallet.available(),
            debt: wallet.debt,
            lots: wallet.lots.iter().map(LotJson::from).collect(),
            lapses_next: wallet.lapses_next().map(PartJson::from),
            holds: holds.into_iter().map(HoldJson::from).collect(),
        }
    }
}

impl From<Side> for SideJson {
    fn from(side: Side) -> Self {
        match side {
            Side::Wallet(resident_id) => Self::Wallet { resident_id },
            Side::System(SystemAccount::Issued) => Self::Issued,
            Side::System(SystemAccount::Spent) => Self::Spent,
            Side::System(SystemAccount::Expired) => Self::Expired,
            Side::System(SystemAccount::Deducted) => Self::Deducted,
            Side::System(SystemAccount::Adjusted) => Self::Adjusted,
            Side::System(SystemAccount::Opening) => Self::Opening,
            Side::System(SystemAccount::Owed) => Self::Owed,
            Side::System(SystemAccount::Donated) => Self::Donated,
        }
    }
}

impl From<Transfer> for TransferFacts {
    fn from(transfer: Transfer) -> Self {
        Self {
            id: transfer.id,
            code: transfer.code,
            parts: transfer.parts.iter().map(PartJson::from).collect(),
            cause: transfer.cause.into(),
            text: transfer.explanation.to_string(),
            explanation: transfer.explanation,
            rulebook_id: transfer.rulebook,
            rule_code: transfer.rule_code,
            deed_on: transfer.deed_on,
            reverses: transfer.reverses,
            reversed_by: transfer.reversed_by,
            actor_id: transfer.actor,
            on_behalf_of: transfer.on_behalf_of,
            posted_at: transfer.posted_at,
        }
    }
}

impl From<Transfer> for TransferJson {
    fn from(transfer: Transfer) -> Self {
        Self {
            debit: transfer.debit.into(),
            credit: transfer.credit.into(),
            amount: transfer.amount,
            facts: transfer.into(),
        }
    }
}

impl From<NamedTransfer> for NamedTransferJson {
    fn from(named: NamedTransfer) -> Self {
        let rule_title = match &named.transfer.explanation {
            Explanation::Award(award) => Some(award.rule_title.clone()),
            _ => None,
        };
        Self {
            transfer: named.transfer.into(),
            debit_name: named.debit_name,
            credit_name: named.credit_name,
            actor_name: named.actor_name,
            on_behalf_of_name: named.on_behalf_of_name,
            rule_title,
            cause_name: named.cause_name,
        }
    }
}

impl ResidentTransferJson {
    /// The transfer as this resident sees it.
    pub fn of(resident: ResidentId, transfer: Transfer) -> Self {
        Self { amount: transfer.gained_by(resident), facts: transfer.into() }
    }
}
