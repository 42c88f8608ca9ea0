//! Conditions of an offer: when, where, by whom and how often its vouchers are used.
//!
//! They may change while the offer is open. A voucher keeps those that were in force when it was taken, and is good if
//! either these or those of today are met: whoever took one loses nothing by a change, and may use what it adds.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::{Local, Period};
use crate::hours::Hours;
use crate::ids::{ResidentId, StoreId};
use crate::rulebooks::{Earner, Eligibility, Missed, Per};

/// At most so many in each period: so many vouchers of the offer are taken, and so many uses of them made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// In which period.
    pub period: Period,
    /// By whom.
    #[serde(default)]
    #[schema(required)]
    pub per: Per,
    /// At most so many.
    pub times: i64,
}

/// When, where, by whom and how often; what is left open holds for everybody, everywhere, at any time.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conditions {
    /// When vouchers are used.
    pub hours: Hours,
    /// In which of the partner's stores; in all of them if none is named.
    pub stores: Vec<StoreId>,
    /// By whom.
    pub eligibility: Eligibility,
    /// How often in a period.
    pub limits: Vec<Limit>,
}

/// Something that counts against a limit: a voucher that was taken, or a use of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    /// Whose it was: the resident, or another of the household.
    pub resident: ResidentId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whether a resident is one of those whom an offer is for.
///
/// # Errors
/// [`Refusal::BirthYearUnknown`], [`Refusal::AgeNotEligible`], [`Refusal::NotForResident`].
pub fn check_eligible(eligibility: &Eligibility, who: &Earner, local: Local) -> Result<(), Refusal> {
    eligibility.admit(who, local.today(), (local.now, local.now)).map_err(|missed| match missed {
        Missed::BirthYearUnknown => Refusal::BirthYearUnknown,
        Missed::TooYoung { .. } | Missed::TooOld { .. } => Refusal::AgeNotEligible,
        Missed::OtherBuilding | Missed::OtherTeam => Refusal::NotForResident { missed },
    })
}

/// Whether one more is within all limits, after what the resident and the others of the household had before.
///
/// # Errors
/// [`Refusal::LimitReached`].
pub fn check_limits(limits: &[Limit], past: &[Past], who: ResidentId, local: Local) -> Result<(), Refusal> {
    let reached = limits.iter().find(|limit| {
        let since = local.start_of(limit.period);
        let counts = |one: &&Past| one.at >= since && (limit.per == Per::Household || one.resident == who);
        i64::try_from(past.iter().filter(counts).count()).is_ok_and(|had| had >= limit.times)
    });
    reached.map_or(Ok(()), |limit| {
        Err(Refusal::LimitReached { period: limit.period, per: limit.per, limit: limit.times })
    })
}

impl Conditions {
    /// Since when something counts against any of the limits; none if there are no limits.
    pub fn counted_since(&self, local: Local) -> Option<DateTime<Utc>> {
        self.limits.iter().map(|limit| local.start_of(limit.period)).min()
    }

    /// Whether vouchers are used in this store, which is one of the partner's.
    pub fn are_met_in(&self, store: StoreId) -> bool {
        self.stores.is_empty() || self.stores.contains(&store)
    }

    /// Whether a voucher can be used in this store by this resident now, after those uses. When a voucher with a slot is
    /// used, its slot says.
    ///
    /// # Errors
    /// [`Refusal::WrongStore`], [`Refusal::OutsideHours`], those of [`check_eligible`] and [`check_limits`].
    pub fn check_use(
        &self,
        store: StoreId,
        (who, earner): (ResidentId, &Earner),
        past: &[Past],
        local: Local,
    ) -> Result<(), Refusal> {
        if !self.are_met_in(store) {
            return Err(Refusal::WrongStore);
        }
        if !self.hours.include(local) {
            let next = self.hours.next_before(DateTime::<Utc>::MAX_UTC, local);
            return Err(Refusal::OutsideHours { opens_at: next });
        }
        check_eligible(&self.eligibility, earner, local)?;
        check_limits(&self.limits, past, who, local)
    }

    /// Whether they make sense.
    ///
    /// # Errors
    /// [`Refusal::OfferInvalid`].
    pub fn check(&self) -> Result<(), Refusal> {
        let invalid = |place, why| Err(Refusal::OfferInvalid { place, why });
        if self.hours.0.iter().any(|span| span.weekdays.is_empty()) {
            return invalid("hours", "每个时段至少选一天");
        }
        if self.stores.iter().collect::<BTreeSet<_>>().len() < self.stores.len() {
            return invalid("stores", "门店不能重复");
        }
        if let Err(place) = self.eligibility.check() {
            return match place.as_str() {
                "max_age" => invalid("eligibility.max_age", "最大年龄不能小于最小年龄"),
                place if place.starts_with("teams") => invalid("eligibility.teams", "队伍不能重复"),
                place if place.starts_with("buildings") => invalid("eligibility.buildings", "楼栋不能重复"),
                _ => invalid("eligibility.min_age", "年龄应为 0 到 150"),
            };
        }
        let again = |(place, limit): (usize, &Limit)| {
            let mut before = self.limits.iter().take(place);
            before.any(|other| (other.period, other.per) == (limit.period, limit.per))
        };
        if self.limits.iter().enumerate().any(again) {
            return invalid("limits", "同一周期的限次只能设一条");
        }
        if self.limits.iter().any(|limit| (limit.period, limit.per) == (Period::Ever, Per::Resident)) {
            return invalid("limits", "每人累计限领请用「每人限领数量」设置");
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "conditions_tests.rs"]
mod tests;
