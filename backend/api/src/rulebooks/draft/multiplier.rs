//! Multipliers as they are drafted: a tagged union, read so that a fault is named by its field.

use linli_domain::activities::Category;
use linli_domain::calendar::TimeOfDay;
use linli_domain::rulebooks::Multiplier;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::{Many, Whole, needed, none_of};

/// So many percent: 200 is twice the points.
type Percent = Whole<1, 1000>;
/// One category or several.
pub type Categories = Many<Category, 1, 13>;

/// What makes deeds of a rule count more or less. Where several apply, the points are multiplied by one after another, and
/// rounded down once, at the end.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "SentMultiplier")]
pub enum DraftMultiplier {
    /// At night: by the hour, the minutes of the deed that lie in it; otherwise deeds that begin in it. Once in a rule.
    Night {
        /// From this time of the community's day on.
        from: TimeOfDay,
        /// Until this time, of the next day if it is the earlier one.
        to: TimeOfDay,
        /// 200 is twice the points.
        percent: Percent,
    },
    /// Under hardship 艰苦条件, as who records the deed says. Once in a rule.
    Hardship {
        /// 200 is twice the points.
        percent: Percent,
    },
    /// For some categories of volunteer work, each once in a rule.
    Category {
        /// Which.
        categories: Categories,
        /// 200 is twice the points.
        percent: Percent,
    },
}

/// The same with every field there may be.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentMultiplier {
    kind: SentKind,
    from: Option<TimeOfDay>,
    to: Option<TimeOfDay>,
    categories: Option<Categories>,
    percent: Percent,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum SentKind {
    Night,
    Hardship,
    Category,
}

impl TryFrom<SentMultiplier> for DraftMultiplier {
    type Error = String;

    fn try_from(sent: SentMultiplier) -> Result<Self, String> {
        let SentMultiplier { kind, from, to, categories, percent } = sent;
        let window = [("from", from.is_some()), ("to", to.is_some())];
        match kind {
            SentKind::Night => {
                none_of(&[("categories", categories.is_some())])?;
                Ok(Self::Night { from: needed("from", from)?, to: needed("to", to)?, percent })
            }
            SentKind::Hardship => {
                none_of(&window)?;
                none_of(&[("categories", categories.is_some())])?;
                Ok(Self::Hardship { percent })
            }
            SentKind::Category => {
                none_of(&window)?;
                Ok(Self::Category { categories: needed("categories", categories)?, percent })
            }
        }
    }
}

impl From<&DraftMultiplier> for Multiplier {
    fn from(draft: &DraftMultiplier) -> Self {
        match draft {
            DraftMultiplier::Night { from, to, percent } => {
                Self::Night { from: *from, to: *to, percent: percent.get() }
            }
            DraftMultiplier::Hardship { percent } => Self::Hardship { percent: percent.get() },
            DraftMultiplier::Category { categories, percent } => {
                Self::Category { categories: categories.to_vec(), percent: percent.get() }
            }
        }
    }
}
