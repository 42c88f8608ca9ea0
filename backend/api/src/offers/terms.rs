//! Terms as they are sent: a tagged union, read so that a fault is named by its field.

use linli_domain::money::Fen;
use linli_domain::offers::Terms;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::{Name, Whole, needed, none_of};

/// An amount of money in fen, up to a million yuan.
type Amount = Whole<1, 100_000_000>;
/// So many percent.
type Percent = Whole<1, 99>;

/// What an offer is to give.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "SentTerms")]
pub enum NewTerms {
    /// So much off, once, of a bill that is high enough.
    SpendAndSave {
        /// The lowest bill it is given for, in fen.
        min_spend_fen: Amount,
        /// So much off, in fen; not more than the lowest bill.
        save_fen: Amount,
    },
    /// So many percent off, rounded down to the fen.
    Percent {
        /// 10 is a tenth off.
        percent_off: Percent,
        /// At most so much off, in fen.
        max_save_fen: Option<Amount>,
    },
    /// Something for nothing.
    FreeItem {
        /// What it is.
        item: Name,
    },
}

/// The same with every field there may be: a tagged union alone would be read without the places of its fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentTerms {
    kind: SentKind,
    min_spend_fen: Option<Amount>,
    save_fen: Option<Amount>,
    percent_off: Option<Percent>,
    max_save_fen: Option<Amount>,
    item: Option<Name>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SentKind {
    SpendAndSave,
    Percent,
    FreeItem,
}

impl TryFrom<SentTerms> for NewTerms {
    type Error = String;

    fn try_from(sent: SentTerms) -> Result<Self, String> {
        let SentTerms { kind, min_spend_fen, save_fen, percent_off, max_save_fen, item } = sent;
        match kind {
            SentKind::SpendAndSave => {
                none_of(&[
                    ("percent_off", percent_off.is_some()),
                    ("max_save_fen", max_save_fen.is_some()),
                    ("item", item.is_some()),
                ])?;
                let min_spend_fen = needed("min_spend_fen", min_spend_fen)?;
                Ok(Self::SpendAndSave { min_spend_fen, save_fen: needed("save_fen", save_fen)? })
            }
            SentKind::Percent => {
                none_of(&[
                    ("min_spend_fen", min_spend_fen.is_some()),
                    ("save_fen", save_fen.is_some()),
                    ("item", item.is_some()),
                ])?;
                Ok(Self::Percent { percent_off: needed("percent_off", percent_off)?, max_save_fen })
            }
            SentKind::FreeItem => {
                none_of(&[
                    ("min_spend_fen", min_spend_fen.is_some()),
                    ("save_fen", save_fen.is_some()),
                    ("percent_off", percent_off.is_some()),
                    ("max_save_fen", max_save_fen.is_some()),
                ])?;
                Ok(Self::FreeItem { item: needed("item", item)? })
            }
        }
    }
}

impl From<&NewTerms> for Terms {
    fn from(new: &NewTerms) -> Self {
        let fen = |amount: &Amount| Fen::new(amount.get());
        match new {
            NewTerms::SpendAndSave { min_spend_fen, save_fen } => {
                Self::SpendAndSave { min_spend_fen: fen(min_spend_fen), save_fen: fen(save_fen) }
            }
            NewTerms::Percent { percent_off, max_save_fen } => Self::Percent {
                percent_off: percent_off.small(),
                max_save_fen: max_save_fen.as_ref().map(fen),
            },
            NewTerms::FreeItem { item } => Self::FreeItem { item: item.as_str().to_owned() },
        }
    }
}
