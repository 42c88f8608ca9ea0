//! How an offer comes to be, changes, opens and closes.

use chrono::{DateTime, Utc};

use super::{Conditions, Limit, Offer, OfferState, PeriodQuota, Provider, SlotTerms, Terms};
use crate::Refusal;
use crate::activities::Span;
use crate::calendar::Period;
use crate::hours::Hours;
use crate::ids::{OfferId, StoreId};
use crate::points::Points;
use crate::rulebooks::Eligibility;

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
    /// How many vouchers there are in each period.
    pub period_quota: Option<PeriodQuota>,
    /// When, where, by whom and how often its vouchers are used.
    pub conditions: Conditions,
    /// How often one voucher can be used.
    pub uses: i32,
    /// Whether each voucher is for one of its slots.
    pub slots: Option<SlotTerms>,
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
    /// How many vouchers there are in each period.
    pub period_quota: Option<Option<PeriodQuota>>,
    /// When vouchers are used.
    pub hours: Option<Hours>,
    /// In which stores.
    pub stores: Option<Vec<StoreId>>,
    /// By whom.
    pub eligibility: Option<Eligibility>,
    /// How often in a period.
    pub limits: Option<Vec<Limit>>,
    /// How often one voucher can be used.
    pub uses: Option<i32>,
    /// Whether each voucher is for one of its slots.
    pub slots: Option<Option<SlotTerms>>,
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
            || self.uses.is_some()
            || self.slots.is_some()
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
            period_quota: draft.period_quota,
            conditions: draft.conditions,
            uses: draft.uses,
            slots: draft.slots,
            valid_from: draft.valid_from,
            valid_to: draft.valid_to,
            voucher_days: draft.voucher_days,
            state: OfferState::Draft,
            created_at,
        };
        offer.check_partner()?;
        offer.checked()
    }

    /// Changes the offer: a draft in everything; afterwards only its words, its quotas and limits, its conditions (vouchers
    /// that were taken keep theirs), and its end to a later one. An earlier end would void vouchers that were taken;
    /// closing is how an offer ends early. `slots` is the time from the first of its slots that are ahead to the end of the
    /// last, if it has any: it stays valid for them.
    ///
    /// # Errors
    /// [`Refusal::PartnerNotActive`], [`Refusal::WrongState`], [`Refusal::OfferInvalid`], [`Refusal::QuotaBelowTaken`].
    pub fn change(mut self, change: OfferChange, slots: Option<Span>) -> Result<Self, Refusal> {
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
        let moves = change.valid_from.is_some() || change.valid_to.is_some();
        self.title = change.title.unwrap_or(self.title);
        self.description = change.description.unwrap_or(self.description);
        self.terms = change.terms.unwrap_or(self.terms);
        self.price = change.price.unwrap_or(self.price);
        self.quota = change.quota.unwrap_or(self.quota);
        self.per_person_limit = change.per_person_limit.unwrap_or(self.per_person_limit);
        self.period_quota = change.period_quota.unwrap_or(self.period_quota);
        self.conditions.hours = change.hours.unwrap_or(self.conditions.hours);
        self.conditions.stores = change.stores.unwrap_or(self.conditions.stores);
        self.conditions.eligibility = change.eligibility.unwrap_or(self.conditions.eligibility);
        self.conditions.limits = change.limits.unwrap_or(self.conditions.limits);
        self.uses = change.uses.unwrap_or(self.uses);
        self.slots = change.slots.unwrap_or(self.slots);
        self.valid_from = change.valid_from.unwrap_or(self.valid_from);
        self.valid_to = change.valid_to.unwrap_or(self.valid_to);
        self.voucher_days = change.voucher_days.unwrap_or(self.voucher_days);
        if slots.is_some_and(|slots| moves && !self.is_valid_for(slots)) {
            return Err(Refusal::OfferInvalid {
                place: if change.valid_from.is_some() { "valid_from" } else { "valid_to" },
                why: "还有场次不在新的有效期内，请先取消或调整这些场次",
            });
        }
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

    /// Whether it can be deleted: a draft, which nobody but its partner and the desk has ever seen.
    ///
    /// # Errors
    /// [`Refusal::WrongState`].
    pub fn check_deletable(&self) -> Result<(), Refusal> {
        if self.state == OfferState::Draft { Ok(()) } else { Err(self.wrong_state()) }
    }

    /// What does not go together: a slot is one time at which something takes place, for all who have a seat.
    fn misfit(&self) -> Option<(&'static str, &'static str)> {
        if self.period_quota.is_some_and(|quota| quota.period == Period::Ever) {
            return Some(("period_quota.period", "总名额请填在「名额」一栏"));
        }
        if self.slots.is_some() && self.uses > 1 {
            return Some(("uses", "按场次的优惠每券只能用一次"));
        }
        if self.slots.is_some() && self.conditions.hours != Hours::default() {
            return Some(("hours", "按场次的优惠以场次时间为准，不用另设时段"));
        }
        None
    }

    /// Whether it is valid all that time.
    pub fn is_valid_for(&self, (from, to): Span) -> bool {
        self.valid_from <= from && to <= self.valid_to
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
        self.conditions.check()?;
        if let Some((place, why)) = self.misfit() {
            return Err(Refusal::OfferInvalid { place, why });
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
