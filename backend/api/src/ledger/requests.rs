//! What is asked of the ledger, and what came of it item by item.

use std::borrow::Cow;

use linli_domain::codes::Code;
use linli_domain::ids::{ResidentId, TransferId};
use linli_domain::ledger::PostingStatus;
use linli_domain::points::Points;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::input::{Many, Reason, Text, Whole};

/// Points to be given (above 0) or taken (below 0), at most 10,000.
#[derive(Debug, Clone, Copy)]
pub struct PointsChange(Points);

/// Why a transfer is taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReversalRequest {
    /// The reason, which the resident reads.
    pub reason: Reason,
}

/// A correction of a wallet.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAdjustment {
    /// Whose wallet.
    pub resident_id: ResidentId,
    /// How many points it gains; negative if it loses.
    pub points: PointsChange,
    /// The reason, which the resident reads.
    pub reason: Reason,
}

/// Points taken for a breach.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeduction {
    /// Whose wallet.
    pub resident_id: ResidentId,
    /// How many points it loses.
    pub points: Whole<1, 10_000>,
    /// The reason, which the resident reads.
    pub reason: Reason,
}

/// Whether the household may spend a resident's points too.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pooling {
    /// Whether the resident agrees.
    pub agreed: bool,
}

/// A gift of points to another resident.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGift {
    /// The resident in whose place the desk gives; the caller unless given.
    pub resident_id: Option<ResidentId>,
    /// The member card of whoever gets them.
    pub to_card_code: Code,
    /// How many.
    pub points: Whole<1, 10_000>,
    /// What the giver says to it; both read it.
    pub note: Text<0, 100>,
}

/// A balance from before Linli.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpeningBalance {
    /// Whose.
    pub resident_id: ResidentId,
    /// How many points.
    pub points: Whole<1, 1_000_000>,
    /// Where it comes from, e.g. 纸质积分卡.
    pub note: Text<1, 100>,
}

/// One to a thousand balances.
pub type OpeningBalances = Many<NewOpeningBalance, 1, 1_000>;

/// Balances from before Linli.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOpeningBalances {
    /// The balances.
    pub items: OpeningBalances,
}

/// What became of one balance.
#[derive(Serialize, ToSchema)]
pub struct OpeningBalanceOutcome {
    /// Whose.
    pub resident_id: ResidentId,
    /// `posted`; `no_account` if the community has no such resident; `already_opened` if a balance was brought along for
    /// the resident before, and not reversed.
    pub status: PostingStatus,
    /// The transfer, if it was posted.
    pub transfer_id: Option<TransferId>,
}

/// What became of opening balances.
#[derive(Serialize, ToSchema)]
pub struct OpeningBalanceOutcomes {
    /// How many were posted.
    pub posted: usize,
    /// How many named a resident that the community does not have.
    pub no_account: usize,
    /// How many named a resident who has one already.
    pub already_opened: usize,
    /// What became of each, in the order of the request.
    pub items: Vec<OpeningBalanceOutcome>,
}

impl PointsChange {
    /// The points.
    pub const fn get(self) -> Points {
        self.0
    }
}

impl<'de> Deserialize<'de> for PointsChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Whole::<-10_000, 10_000>::deserialize(deserializer)?.get() {
            0 => Err(D::Error::custom("不能为 0")),
            points => Ok(Self(Points::new(points))),
        }
    }
}

impl PartialSchema for PointsChange {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
            .minimum(Some(-10_000))
            .maximum(Some(10_000))
            .description(Some("Points given (above 0) or taken (below 0); not 0"))
            .into()
    }
}

impl ToSchema for PointsChange {
    fn name() -> Cow<'static, str> {
        "PointsChange".into()
    }
}
