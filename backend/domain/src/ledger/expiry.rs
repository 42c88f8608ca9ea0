//! Expiry: when points lapse, and taking those that have.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::posting::{Cause, CauseKind, Posting, Side, SystemAccount, TransferCode};
use super::{Explanation, Lapse, Parts, Wallet};
use crate::ids::{ResidentId, TransferId};

/// When points lapse, as the rule book says.
///
/// Source: 《普安社区治理积分管理办法》: 31 December of the year after they were earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
// Braces also where nothing is in them: serde lets unknown fields of bare variants pass.
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Expiry {
    /// At the end of the year after they were posted.
    EndOfNextYear {},
    /// So many months after they were posted, at the end of that month.
    Months {
        /// 1 to 120.
        months: u32,
    },
    /// Never.
    Never {},
}

impl Default for Expiry {
    fn default() -> Self {
        Self::EndOfNextYear {}
    }
}

impl Expiry {
    /// Whether it makes sense.
    pub const fn makes_sense(self) -> bool {
        !matches!(self, Self::Months { months } if months == 0 || months > 120)
    }

    /// When points lapse that are posted on this day of the community. The day of posting counts, not that of the deed:
    /// nothing lapses before it came.
    pub fn lapse(self, posted_on: NaiveDate) -> Lapse {
        let day = match self {
            Self::EndOfNextYear {} => NaiveDate::from_ymd_opt(posted_on.year().saturating_add(1), 12, 31),
            Self::Months { months } => end_of_month(posted_on, months),
            Self::Never {} => None,
        };
        day.map_or(Lapse::NEVER, Lapse::on)
    }
}

fn end_of_month(day: NaiveDate, later: u32) -> Option<NaiveDate> {
    let after = day.with_day(1)?.checked_add_months(Months::new(later.checked_add(1)?))?;
    after.checked_sub_days(Days::new(1))
}

/// Returns the transfers that take what has lapsed out of the wallet of `resident`, one for each lot. What is held stays:
/// it lapses when it is given back.
pub fn lapsed(
    (resident, wallet): (ResidentId, &Wallet),
    today: NaiveDate,
    mut id: impl FnMut() -> TransferId,
) -> Vec<Posting> {
    let over = |(lapse, _): &(Lapse, _)| lapse.is_over(today);
    let posting = |(lapse, points): (Lapse, _)| {
        let sides = (Side::Wallet(resident), Side::System(SystemAccount::Expired));
        let cause = Cause::new(CauseKind::Resident, resident);
        let explanation = Explanation::Expiry { lapsed_on: lapse.day()? };
        let parts = Parts::one(lapse, points);
        Some(Posting::plain(id(), TransferCode::Expire, sides, parts, cause, explanation))
    };
    wallet.lots.available().iter().filter(over).filter_map(posting).collect()
}

#[cfg(test)]
mod tests {
    use super::{Expiry, lapsed};
    use crate::ids::{ResidentId, TransferId};
    use crate::ledger::tests::{parts, wallet};
    use crate::ledger::{Lapse, Side, SystemAccount};
    use chrono::NaiveDate;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn points_last_until_the_end_of_the_next_year() {
        for posted in ["2026-01-01", "2026-12-31"] {
            assert_eq!(Expiry::EndOfNextYear {}.lapse(day(posted)), Lapse::on(day("2027-12-31")));
        }
    }

    #[test]
    fn rolling_months_end_with_a_month() {
        let months = |months, posted| Expiry::Months { months }.lapse(day(posted));
        assert_eq!(months(1, "2026-01-31"), Lapse::on(day("2026-02-28")));
        assert_eq!(months(12, "2027-02-15"), Lapse::on(day("2028-02-29")));
        assert_eq!(Expiry::Never {}.lapse(day("2026-01-01")), Lapse::NEVER);
    }

    #[test]
    fn months_are_one_to_a_hundred_and_twenty() {
        let sensible = |months| Expiry::Months { months }.makes_sense();
        assert_eq!([0, 1, 120, 121].map(sensible), [false, true, true, false]);
        assert!(Expiry::Never {}.makes_sense() && Expiry::EndOfNextYear {}.makes_sense());
    }

    #[test]
    fn what_is_over_lapses_lot_by_lot_and_what_is_held_stays() {
        let who = ResidentId::new(Uuid::from_u128(1));
        let wallet = wallet(&[(2025, 2, 2), (2026, 5, 1), (2027, 9, 0)]);
        let on = |today| lapsed((who, &wallet), day(today), || TransferId::new(Uuid::nil()));
        assert_eq!(on("2025-06-01"), []);
        let taken = on("2027-01-01");
        assert_eq!(taken.iter().map(|one| one.parts.clone()).collect::<Vec<_>>(), [parts(&[(2026, 4)])]);
        assert_eq!(taken[0].credit, Side::System(SystemAccount::Expired));
        assert_eq!(on("2028-01-01").len(), 2);
    }
}
