//! Why a transfer has the figure it has, in values for programs and as a sentence for people.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::points::Points;
use crate::rulebooks::AwardExplanation;

/// The explanation that a transfer carries for ever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Explanation {
    /// An award by a rule: the rule, its version, the arithmetic, the cap that cut it, what is left.
    Award(AwardExplanation),
    /// A voucher that was confirmed.
    Voucher {
        /// The partner's name.
        partner: String,
        /// The offer's title.
        offer: String,
        /// Its price.
        price: Points,
        /// What of it this wallet pays, if the household pays together.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        share: Option<Points>,
    },
    /// An order that was picked up.
    Order {
        /// The order's code.
        code: String,
        /// What was in it, as printed on the slip.
        goods: String,
        /// What it cost altogether.
        total: Points,
        /// What of it this wallet pays, if the household pays together.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        share: Option<Points>,
    },
    /// A transfer that takes another one back.
    Reversal {
        /// Why.
        reason: String,
    },
    /// A correction by staff.
    Adjustment {
        /// Why.
        reason: String,
    },
    /// A balance from before Linli.
    Opening {
        /// Where it comes from.
        note: String,
        /// The sheet it was imported from, if it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        imported: Option<Imported>,
    },
    /// Points taken for a breach.
    Deduction {
        /// Why.
        reason: String,
    },
    /// An advance, because points were taken back that had been spent.
    Debt {
        /// What was missing.
        owed: Points,
    },
    /// What an award pays of a debt.
    Repayment {
        /// What is owed after it.
        left: Points,
    },
    /// Points that were not spent in time.
    Expiry {
        /// The last day on which they could have been.
        lapsed_on: NaiveDate,
    },
    /// A gift to another resident.
    Gift {
        /// The giver's name, masked.
        from: String,
        /// The receiver's name, masked.
        to: String,
        /// What the giver says to it.
        note: String,
    },
    /// A gift to a fund.
    Donation {
        /// The fund's name.
        fund: String,
        /// What the giver says to it.
        note: String,
    },
    /// Points that a fund gives to a resident.
    Grant {
        /// The fund's name.
        fund: String,
        /// Why.
        reason: String,
    },
}

impl fmt::Display for Explanation {
    /// As a sentence a resident understands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Award(award) => award.fmt(f),
            Self::Voucher { partner, offer, price, share } => {
                write!(f, "{partner}「{offer}」，{price} 分{}", Together(*share))
            }
            Self::Order { code, goods, total, share } => {
                write!(f, "积分超市兑换 {goods}，共 {total} 分（兑换单 {code}）{}", Together(*share))
            }
            Self::Reversal { reason } => write!(f, "冲正：{reason}"),
            Self::Adjustment { reason } => write!(f, "人工调整：{reason}"),
            Self::Opening { note, imported: None } => write!(f, "期初积分：{note}"),
            Self::Opening { note, imported: Some(from) } if note.is_empty() => write!(f, "期初积分：{from}"),
            Self::Opening { note, imported: Some(from) } => write!(f, "期初积分：{note}（{from}）"),
            Self::Deduction { reason } => write!(f, "扣分：{reason}"),
            Self::Debt { owed } => write!(f, "可用积分不足，差 {owed} 分记为欠分"),
            Self::Repayment { left } => write!(f, "先抵扣欠分，还欠 {left} 分"),
            Self::Expiry { lapsed_on } => write!(f, "有效期至 {lapsed_on}，已到期"),
            Self::Gift { from, to, note } => write!(f, "{from} 赠送给 {to}{}", Said(note)),
            Self::Donation { fund, note } => write!(f, "捐给公益基金「{fund}」{}", Said(note)),
            Self::Grant { fund, reason } => write!(f, "公益基金「{fund}」资助：{reason}"),
        }
    }
}

/// What somebody says to it, if anything.
struct Said<'a>(&'a str);

impl fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "：{}", self.0) }
    }
}

/// Where in which sheet something stood that was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Imported {
    /// What the file was called.
    pub file_name: String,
    /// The row as Excel numbers it.
    pub row: u32,
}

impl fmt::Display for Imported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "导入自「{}」第 {} 行", self.file_name, self.row)
    }
}

/// What one wallet pays where a household pays together; nothing to say otherwise.
struct Together(Option<Points>);

impl fmt::Display for Together {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |share| write!(f, "，与家人合付，本人 {share} 分"))
    }
}
