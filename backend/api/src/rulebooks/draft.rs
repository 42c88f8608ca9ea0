//! Rule books as they are drafted: the document of the domain, each field with its limits.

mod choices;
mod multiplier;
mod rule;

pub use choices::{DraftExpiry, DraftReviewers};
pub use multiplier::DraftMultiplier;
pub use rule::{DraftCaps, DraftEligibility, DraftRule};

use linli_domain::ledger::Expiry;
use linli_domain::points::Points;
use linli_domain::rulebooks::{Cap, Giving, NoShowLadder, Rule, Rulebook, Stars};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::{Many, Moment, Name, Whole, object};

/// Within which limits residents give points to one another or to a cause.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftGiving {
    /// So many points a resident gives in a calendar month at most; 0 for none at all.
    pub per_month: Whole<0, 1_000_000>,
}

/// What happens to who signs up and does not come, counted anew each calendar year.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftNoShow {
    /// The first so many of a year are a notice only.
    pub notices: Whole<0, 100>,
    /// Each later one takes so many points.
    pub points: Whole<1, 1_000>,
    /// Who comes more than so many minutes after the beginning is late.
    pub late_minutes: Whole<0, 240>,
}

/// One to two hundred rules.
pub type DraftRules = Many<DraftRule, 1, 200>;
/// The hours of up to ten honour levels, each more than the one before.
pub type DraftStars = Many<Whole<1, 100_000>, 0, 10>;

/// What a draft says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBook {
    /// The rules.
    pub rules: DraftRules,
    /// The most a resident or a household earns by all rules together.
    pub caps: DraftCaps,
    /// When points lapse: at the end of the year after they were posted, unless given.
    pub expiry: Option<DraftExpiry>,
    /// Within which limits residents give points away; without unless given.
    #[serde(default, deserialize_with = "object")]
    pub giving: Option<DraftGiving>,
    /// What happens to who signs up and does not come; nothing unless given.
    pub noshow: Option<DraftNoShow>,
    /// The hours of the honour levels: 100, 300, 600, 1000 and 1500 unless given.
    pub stars: Option<DraftStars>,
}

/// A rule book to be drafted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRulebook {
    /// Its name, e.g. 《普安社区治理积分管理办法》.
    pub title: Name,
    /// What it says.
    pub book: DraftBook,
}

/// What changes of a draft; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RulebookChange {
    /// Its name.
    pub title: Option<Name>,
    /// What it says, all of it.
    pub book: Option<DraftBook>,
}

/// How a draft is published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// From when it is in force; at once unless given.
    pub in_force_from: Option<Moment>,
}

impl From<&DraftNoShow> for NoShowLadder {
    fn from(noshow: &DraftNoShow) -> Self {
        Self {
            notices: noshow.notices.get(),
            points: Points::new(noshow.points.get()),
            late_minutes: noshow.late_minutes.get(),
        }
    }
}

impl From<&DraftBook> for Rulebook {
    fn from(book: &DraftBook) -> Self {
        let giving = |giving: &DraftGiving| Giving { per_month: Points::new(giving.per_month.get()) };
        let stars = |stars: &DraftStars| Stars(stars.iter().map(|hours| hours.get()).collect());
        Self {
            rules: book.rules.iter().map(Rule::from).collect(),
            caps: book.caps.iter().map(Cap::from).collect(),
            expiry: book.expiry.map(Expiry::from).unwrap_or_default(),
            giving: book.giving.as_ref().map(giving),
            noshow: book.noshow.as_ref().map(NoShowLadder::from),
            stars: book.stars.as_ref().map(stars).unwrap_or_default(),
        }
    }
}
