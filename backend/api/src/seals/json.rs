//! Seals and proofs as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::seals::StoredSeal;
use linli_domain::ids::{SealId, TransferId};
use linli_domain::seals::{Hash, Step};
use serde::Serialize;
use utoipa::ToSchema;

/// The seal of a day.
#[derive(Serialize, ToSchema)]
#[schema(as = Seal)]
pub struct SealJson {
    /// The identifier.
    pub id: SealId,
    /// The community's day.
    pub day: NaiveDate,
    /// How many transfers it covers.
    pub transfers: i64,
    /// The Merkle root over them, as RFC 6962 has it.
    pub root: Hash,
    /// The `hash` of the seal before; none for the first one.
    pub previous: Option<Hash>,
    /// The hash of all this. Whoever has kept it somewhere else can tell whether history was changed since.
    pub hash: Hash,
    /// When it was made.
    pub sealed_at: DateTime<Utc>,
}

/// On which side of the way up a hash stands.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofSide {
    /// Before it: SHA-256 of 0x01, this, and the hash so far.
    Left,
    /// After it: SHA-256 of 0x01, the hash so far, and this.
    Right,
}

/// What the hash so far is joined with.
#[derive(Serialize, ToSchema)]
#[schema(as = ProofStep)]
pub struct StepJson {
    /// On which side.
    pub side: ProofSide,
    /// The hash.
    pub hash: Hash,
}

/// That a seal covers a transfer.
#[derive(Serialize, ToSchema)]
pub struct Covered {
    /// The seal.
    pub seal: SealJson,
    /// From the leaf upwards; it ends at the root of the seal if the transfer is what was sealed.
    pub path: Vec<StepJson>,
}

/// What somebody needs to check a transfer against a seal that was published.
#[derive(Serialize, ToSchema)]
#[schema(as = Proof)]
pub struct ProofJson {
    /// The transfer.
    pub transfer_id: TransferId,
    /// All of it, as it is now, as one text: each column with its length in bytes.
    pub text: String,
    /// SHA-256 of 0x00 and the text.
    pub leaf: Hash,
    /// The seal that covers it; none before its day was sealed.
    pub covered: Option<Covered>,
}

impl From<StoredSeal> for SealJson {
    fn from(StoredSeal { seal, hash }: StoredSeal) -> Self {
        Self {
            id: seal.id,
            day: seal.day,
            transfers: seal.transfers,
            root: seal.root,
            previous: seal.previous,
            hash,
            sealed_at: seal.sealed_at,
        }
    }
}

impl From<Step> for StepJson {
    fn from(step: Step) -> Self {
        match step {
            Step::Left(hash) => Self { side: ProofSide::Left, hash },
            Step::Right(hash) => Self { side: ProofSide::Right, hash },
        }
    }
}
