//! Offers 优惠/服务项目: what a partner gives residents for points, for whom, and for how long.

mod lifecycle;
mod terms;

pub use lifecycle::{Draft, OfferChange};
pub use terms::{Reckoning, Terms};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::age_in_year;
use crate::ids::{OfferId, PartnerId};
use crate::points::Points;

/// Where an offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum OfferState {
    /// Being written; residents do not see it.
    Draft,
    /// Residents can take vouchers.
    Open,
    /// No vouchers any more; those that were taken stay good. It may be opened again.
    Closed,
}

/// The partner behind an offer, as far as the offer depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// The partner.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Whether it takes part in the programme now.
    pub active: bool,
}

/// For residents of which age, counted by year of birth; both ends included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ages {
    /// At least so old.
    pub min: Option<i32>,
    /// At most so old.
    pub max: Option<i32>,
}

impl Ages {
    /// Whether a resident of this birth year is of an eligible age; one whose year is not known is so only if any age is.
    ///
    /// # Errors
    /// [`Refusal::BirthYearUnknown`], [`Refusal::AgeNotEligible`].
    pub fn check(self, birth_year: Option<i32>, today: NaiveDate) -> Result<(), Refusal> {
        if self.min.is_none() && self.max.is_none() {
            return Ok(());
        }
        let age = age_in_year(birth_year.ok_or(Refusal::BirthYearUnknown)?, today);
        let fits = self.min.is_none_or(|min| age >= min) && self.max.is_none_or(|max| age <= max);
        if fits { Ok(()) } else { Err(Refusal::AgeNotEligible) }
    }
}

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its identifier.
    pub id: OfferId,
    /// Whose it is.
    pub partner: Provider,
    /// What it is called.
    pub title: String,
    /// What residents should know of it.
    pub description: String,
    /// What it gives.
    pub terms: Terms,
    /// What a voucher costs; none for a free one.
    pub price: Points,
    /// How many vouchers there are; none for as many as are wanted.
    pub quota: Option<i64>,
    /// Vouchers that were taken and not given back.
    pub taken: i64,
    /// How many of them one resident may have.
    pub per_person_limit: Option<i32>,
    /// For whom.
    pub ages: Ages,
    /// From when it is valid.
    pub valid_from: DateTime<Utc>,
    /// Until when; that moment itself is too late.
    pub valid_to: DateTime<Utc>,
    /// For how many days a voucher is good once taken.
    pub voucher_days: i32,
    /// Where it stands.
    pub state: OfferState,
    /// When it was drafted.
    pub created_at: DateTime<Utc>,
}

impl Offer {
    /// How many vouchers are left; none if there is no quota.
    pub fn quota_left(&self) -> Option<i64> {
        self.quota.map(|quota| quota.saturating_sub(self.taken).max(0))
    }

    /// Whether residents see it: it is open, and so is its partner to the programme.
    pub fn is_on_offer(&self) -> bool {
        self.state == OfferState::Open && self.partner.active
    }

    /// Whether it is valid at this time.
    ///
    /// # Errors
    /// [`Refusal::OfferNotYetValid`], [`Refusal::OfferClosed`].
    pub fn check_time(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        if now < self.valid_from {
            return Err(Refusal::OfferNotYetValid { opens_at: self.valid_from });
        }
        if self.valid_to <= now {
            return Err(Refusal::OfferClosed { closed_at: self.valid_to });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Ages;
    use crate::Refusal;
    use chrono::NaiveDate;

    #[test]
    fn age_counts_by_year_of_birth_and_must_be_known() {
        let today: NaiveDate = "2026-06-30".parse().unwrap();
        let old = Ages { min: Some(75), max: None };
        assert_eq!(old.check(Some(1951), today), Ok(()));
        assert_eq!(old.check(Some(1952), today), Err(Refusal::AgeNotEligible));
        assert_eq!(old.check(None, today), Err(Refusal::BirthYearUnknown));
        assert_eq!(Ages { min: None, max: Some(12) }.check(Some(2013), today), Err(Refusal::AgeNotEligible));
        assert_eq!(Ages::default().check(None, today), Ok(()));
    }
}
