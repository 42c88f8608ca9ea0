//! Choices of a rule book as they are drafted, some of them with a figure: tagged unions, read so that a fault is named by
//! its field.

use linli_domain::ledger::Expiry;
use linli_domain::points::Points;
use linli_domain::rulebooks::Reviewers;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::input::{Whole, needed, none_of};

/// So many points.
type Figure = Whole<1, 1_000_000>;
/// So many months.
type Months = Whole<1, 120>;

/// How many people must agree before a deed earns.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "SentReviewers")]
pub enum DraftReviewers {
    /// One.
    One,
    /// Two.
    Two,
    /// Two if it earns more than so many points, else one.
    TwoAbove {
        /// So many points.
        points: Figure,
    },
}

/// When points lapse.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "SentExpiry")]
pub enum DraftExpiry {
    /// At the end of the year after they were posted.
    EndOfNextYear,
    /// So many months after they were posted, at the end of that month.
    Months {
        /// So many months.
        months: Months,
    },
    /// Never.
    Never,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentReviewers {
    kind: ReviewersKind,
    points: Option<Figure>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ReviewersKind {
    One,
    Two,
    TwoAbove,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentExpiry {
    kind: ExpiryKind,
    months: Option<Months>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ExpiryKind {
    EndOfNextYear,
    Months,
    Never,
}

impl TryFrom<SentReviewers> for DraftReviewers {
    type Error = String;

    fn try_from(sent: SentReviewers) -> Result<Self, String> {
        let stray = none_of(&[("points", sent.points.is_some())]);
        match sent.kind {
            ReviewersKind::One => stray.map(|()| Self::One),
            ReviewersKind::Two => stray.map(|()| Self::Two),
            ReviewersKind::TwoAbove => Ok(Self::TwoAbove { points: needed("points", sent.points)? }),
        }
    }
}

impl TryFrom<SentExpiry> for DraftExpiry {
    type Error = String;

    fn try_from(sent: SentExpiry) -> Result<Self, String> {
        let stray = none_of(&[("months", sent.months.is_some())]);
        match sent.kind {
            ExpiryKind::EndOfNextYear => stray.map(|()| Self::EndOfNextYear),
            ExpiryKind::Never => stray.map(|()| Self::Never),
            ExpiryKind::Months => Ok(Self::Months { months: needed("months", sent.months)? }),
        }
    }
}

impl From<DraftReviewers> for Reviewers {
    fn from(draft: DraftReviewers) -> Self {
        match draft {
            DraftReviewers::One => Self::One,
            DraftReviewers::Two => Self::Two,
            DraftReviewers::TwoAbove { points } => Self::TwoAbove { points: Points::new(points.get()) },
        }
    }
}

impl From<DraftExpiry> for Expiry {
    fn from(draft: DraftExpiry) -> Self {
        match draft {
            DraftExpiry::EndOfNextYear => Self::EndOfNextYear {},
            DraftExpiry::Months { months } => Self::Months { months: months.small().unsigned_abs() },
            DraftExpiry::Never => Self::Never {},
        }
    }
}
