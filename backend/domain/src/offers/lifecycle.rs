//! How an offer comes to be, changes, opens and closes.

use chrono::{DateTime, Utc};

use super::{Ages, Offer, OfferState, Provider, Terms};
use crate::Refusal;
use crate::ids::OfferId;
use crate::points::Points;

/// An offer as it is written down first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// What residents should know of it.
    pub description: String,
    /// What it gives.
    pub terms: Terms,
    /// What a voucher costs.
    pub price: Points,
    /// How many vouchers there are.
    pub quota: Option<i64>,
    /// How many of them one resident may have.
    pub per_person_limit: Option<i32>,
    /// For whom.
    pub ages: Ages,
    /// From when it is valid.
    pub valid_from: DateTime<Utc>,
    /// Until when.
    pub valid_to: DateTime<Utc>,
    /// For how many days a voucher is good once taken.
    pub voucher_days: i32,
}

/// What changes of an offer: what is none stays, `Some(None)` takes away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfferChange {
    /// What it is called.
    pub title: Option<String>,
    /// What residents should know of it.
    pub description: Option<String>,
    /// What it gives.
    pub terms: Option<Terms>,
    /// What a voucher costs.
    pub price: Option<Points>,
    /// How many vouchers there are.
    pub quota: Option<Option<i64>>,
    /// How many of them one resident may have.
    pub per_person_limit: Option<Option<i32>>,
    /// At least so old.
    pub min_age: Option<Option<i32>>,
    /// At most so old.
    pub max_age: Option<Option<i32>>,
    /// From when it is valid.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when.
    pub valid_to: Option<DateTime<Utc>>,
    /// For how many days a voucher is good once taken.
    pub voucher_days: Option<i32>,
}

impl OfferChange {
    /// Whether it touches what residents have relied on once the offer was open.
    const fn touches_what_was_promised(&self) -> bool {
        self.terms.is_some()
            || self.price.is_some()
            || self.min_age.is_some()
            || self.max_age.is_some()
            || self.valid_from.is_some()
            || self.voucher_days.is_some()
    }
}

impl Offer {
    /// Drafts an offer of an active partner.
    ///
    /// # Errors
    /// [`Refusal::PartnerNotActive`], [`Refusal::OfferInvalid`].
    pub fn draft(
        id: OfferId,
        partner: Provider,
        draft: Draft,
        created_at: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let offer = Self {
            id,
            partner,
            title: draft.title,
            description: draft.description,
            terms: draft.terms,
            price: draft.price,
            quota: draft.quota,
            taken: 0,
            per_person_limit: draft.per_person_limit,
            ages: draft.ages,
            valid_from: draft.valid_from,
            valid_to: draft.valid_to,
            voucher_days: draft.voucher_days,
            state: OfferState::Draft,
            created_at,
        };
        offer.check_partner()?;
        offer.checked()
    }

    /// Changes the offer: a draft in everything; afterwards only its words, its quota, its limit, and its end to a later
    /// one. An earlier end would void vouchers that were taken; closing is how an offer ends early.
    ///
    /// # Errors
    /// [`Refusal::PartnerNotActive`], [`Refusal::WrongState`], [`Refusal::OfferInvalid`], [`Refusal::QuotaBelowTaken`].
    pub fn change(mut self, change: OfferChange) -> Result<Self, Refusal> {
        self.check_partner()?;
        if self.state != OfferState::Draft && change.touches_what_was_promised() {
            return Err(self.wrong_state());
        }
        if self.state != OfferState::Draft && change.valid_to.is_some_and(|end| end < self.valid_to) {
            return Err(Refusal::OfferInvalid {
                place: "valid_to",
                why: "优惠开放后，结束时间只能延后；需要提前结束时，请关闭该优惠",
            });
        }
        self.title = change.title.unwrap_or(self.title);
        self.description = change.description.unwrap_or(self.description);
        self.terms = change.terms.unwrap_or(self.terms);
        self.price = change.price.unwrap_or(self.price);
        self.quota = change.quota.unwrap_or(self.quota);
        self.per_person_limit = change.per_person_limit.unwrap_or(self.per_person_limit);
        self.ages.min = change.min_age.unwrap_or(self.ages.min);
        self.ages.max = change.max_age.unwrap_or(self.ages.max);
        self.valid_from = change.valid_from.unwrap_or(self.valid_from);
        self.valid_to = change.valid_to.unwrap_or(self.valid_to);
        self.voucher_days = change.voucher_days.unwrap_or(self.voucher_days);
        self.checked()
    }

    /// Opens a draft, or a closed offer again.
    ///
    /// # Errors
    /// [`Refusal::PartnerNotActive`], [`Refusal::WrongState`].
    pub fn open(mut self) -> Result<Self, Refusal> {
        self.check_partner()?;
        if self.state == OfferState::Open {
            return Err(self.wrong_state());
        }
        self.state = OfferState::Open;
        Ok(self)
    }

    /// Closes an open offer: no vouchers any more, those that were taken stay good.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn close(mut self) -> Result<Self, Refusal> {
        if self.state != OfferState::Open {
            return Err(self.wrong_state());
        }
        self.state = OfferState::Closed;
        Ok(self)
    }

    fn wrong_state(&self) -> Refusal {
        Refusal::WrongState { state: self.state.to_string() }
    }

    const fn check_partner(&self) -> Result<(), Refusal> {
        if self.partner.active { Ok(()) } else { Err(Refusal::PartnerNotActive) }
    }

    fn checked(self) -> Result<Self, Refusal> {
        self.terms.check()?;
        if self.valid_to <= self.valid_from {
            return Err(Refusal::OfferInvalid {
                place: "valid_to", why: "结束时间应晚于开始时间"
            });
        }
        if self.ages.min.zip(self.ages.max).is_some_and(|(min, max)| min > max) {
            return Err(Refusal::OfferInvalid {
                place: "max_age", why: "最大年龄不能小于最小年龄"
            });
        }
        if self.quota.is_some_and(|quota| quota < self.taken) {
            return Err(Refusal::QuotaBelowTaken { taken: self.taken });
        }
        Ok(self)
    }
}

#[cfg(test)]
#[path = "lifecycle_tests.rs"]
mod tests;
