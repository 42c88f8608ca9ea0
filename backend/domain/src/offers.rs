//! Offers 优惠/服务项目: what a partner gives residents for points, for whom, and for how long.

mod conditions;
mod lifecycle;
mod terms;

pub use conditions::{Conditions, Limit, Past, check_eligible, check_limits};
pub use lifecycle::{Draft, OfferChange};
pub use terms::{Reckoning, Terms};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};
use utoipa::ToSchema;

use crate::Refusal;
use crate::calendar::Period;
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

/// How many vouchers there are in each period, beside those there are in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodQuota {
    /// In which period.
    pub period: Period,
    /// So many.
    pub vouchers: i64,
}

/// How the slots 场次 of an offer are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlotTerms {
    /// From how many minutes before a slot begins its vouchers can be used.
    pub early_minutes: i32,
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
    /// How many vouchers there are in each period.
    pub period_quota: Option<PeriodQuota>,
    /// When, where, by whom and how often its vouchers are used.
    pub conditions: Conditions,
    /// How often one voucher can be used.
    pub uses: i32,
    /// Whether each voucher is for one of its slots, and how these are kept; none if not.
    pub slots: Option<SlotTerms>,
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

    /// Whether so many more of it are left in the period of now, after so many were taken in it.
    ///
    /// # Errors
    /// [`Refusal::PeriodQuotaUsedUp`].
    pub fn check_period_quota(&self, taken: i64) -> Result<(), Refusal> {
        match self.period_quota {
            Some(PeriodQuota { period, vouchers }) if taken >= vouchers => {
                Err(Refusal::PeriodQuotaUsedUp { period, quota: vouchers })
            }
            _ => Ok(()),
        }
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
