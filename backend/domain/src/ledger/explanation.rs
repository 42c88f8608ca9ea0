//! Why a transfer has the figure it has, in values for programs and as a sentence for people.

use std::fmt;

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
    },
    /// An order that was picked up.
    Order {
        /// The order's code.
        code: String,
        /// What was in it, as printed on the slip.
        goods: String,
        /// What it cost altogether.
        total: Points,
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
    },
}

impl fmt::Display for Explanation {
    /// As a sentence a resident understands.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Award(award) => award.fmt(f),
            Self::Voucher { partner, offer, price } => write!(f, "{partner}「{offer}」，{price} 分"),
            Self::Order { code, goods, total } => {
                write!(f, "积分超市兑换 {goods}，共 {total} 分（兑换单 {code}）")
            }
            Self::Reversal { reason } => write!(f, "冲正：{reason}"),
            Self::Adjustment { reason } => write!(f, "人工调整：{reason}"),
            Self::Opening { note } => write!(f, "期初积分：{note}"),
        }
    }
}
