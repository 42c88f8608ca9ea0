//! Verifications as they are sent.

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::verifications::Listed;
use linli_domain::ids::VerificationId;
use linli_domain::verifications::{Drift, Occasion};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A figure that is not what its rows say.
#[derive(Serialize, ToSchema)]
#[schema(as = Difference)]
pub struct DifferenceJson {
    /// Which figure, e.g. `wallet.posted`.
    pub figure: String,
    /// Of which row.
    pub id: Uuid,
    /// What the row is called now, as far as it has a name: whose wallet it is, which goods, which offer.
    pub name: Option<String>,
    /// What is stored.
    pub stored: i64,
    /// What the rows add up to.
    pub computed: i64,
}

/// What came of recomputing every balance, hold, stock, quota and seal.
#[derive(Serialize, ToSchema)]
#[schema(as = Verification)]
pub struct VerificationJson {
    /// The identifier.
    pub id: VerificationId,
    /// When it began.
    pub began_at: DateTime<Utc>,
    /// How long it took, in milliseconds.
    pub took_ms: i64,
    /// How many rows were looked at.
    pub rows: i64,
    /// How many figures differ: it must be 0.
    pub drift: i64,
    /// The first hundred of them.
    pub differences: Vec<DifferenceJson>,
    /// On what occasion.
    pub occasion: Occasion,
    /// The community's day whose night it was, if the program did it by itself.
    pub night: Option<NaiveDate>,
}

impl From<(Drift, Option<String>)> for DifferenceJson {
    fn from((Drift { figure, id, stored, computed }, name): (Drift, Option<String>)) -> Self {
        Self { figure, id, name, stored, computed }
    }
}

impl From<Listed> for VerificationJson {
    fn from(Listed { verification: one, names }: Listed) -> Self {
        Self {
            occasion: one.occasion(),
            id: one.id,
            began_at: one.began_at,
            took_ms: one.took_ms,
            rows: one.rows,
            drift: one.drift,
            differences: one.differences.into_iter().zip(names).map(DifferenceJson::from).collect(),
            night: one.night,
        }
    }
}
