//! Offers as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::hours::Hours;
use linli_domain::ids::{OfferId, PartnerId, StoreId};
use linli_domain::offers::{
    Conditions, Draft, Limit as PeriodLimit, Offer, OfferChange, OfferState, PeriodQuota, SlotTerms, Terms,
};
use linli_domain::points::Points;
use linli_domain::rulebooks::Eligibility;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::conditions::{NamedStores, NewHours, NewLimits, NewPeriodQuota, hours_of, limits_of};
use super::terms::NewTerms;
use crate::input::{Moment, Name, Note, Whole, changed};
use crate::rulebooks::DraftEligibility;

type Price = Whole<0, 100_000>;
type Quota = Whole<1, 1_000_000>;
type Limit = Whole<1, 1_000>;
type Uses = Whole<1, 100>;
type EarlyMinutes = Whole<0, 1_440>;
type VoucherDays = Whole<1, 366>;

/// An offer to be drafted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOffer {
    /// Whose it is.
    pub partner_id: PartnerId,
    /// What it is called.
    pub title: Name,
    /// What residents should know of it.
    pub description: Option<Note>,
    /// What it gives.
    pub terms: NewTerms,
    /// What a voucher costs in points; 0 for a free one.
    pub price_points: Price,
    /// How many vouchers there are; as many as are wanted unless given.
    pub quota: Option<Quota>,
    /// How many of them one resident may have.
    pub per_person_limit: Option<Limit>,
    /// How many vouchers there are in each period, beside those there are in all; as many as are wanted unless given.
    pub period_quota: Option<NewPeriodQuota>,
    /// When vouchers are used: in any of these spans of the week; at any time unless given.
    pub hours: Option<NewHours>,
    /// In which of the partner's stores they are used; in all of them unless given.
    pub stores: Option<NamedStores>,
    /// For whom it is; for everybody unless given.
    pub eligibility: Option<DraftEligibility>,
    /// How often a resident or a household takes one, and uses one, in a period.
    pub limits: Option<NewLimits>,
    /// How often one voucher can be used; once unless given. The price is for the whole voucher.
    pub uses: Option<Uses>,
    /// For an offer that takes place in slots, each voucher of which is for one of them: from how many minutes before the
    /// slot begins it can be used. Without slots unless given.
    pub slot_early_minutes: Option<EarlyMinutes>,
    /// From when it is valid.
    pub valid_from: Moment,
    /// Until when; that moment itself is too late.
    pub valid_to: Moment,
    /// For how many days a voucher is good once taken, though not beyond `valid_to`; one of a slot is good until that ends.
    pub voucher_days: VoucherDays,
}

impl NewOffer {
    /// What it says, as the rules know it.
    pub fn draft(&self) -> Draft {
        Draft {
            title: self.title.as_str().to_owned(),
            description: self.description.as_ref().map_or("", Note::as_str).to_owned(),
            terms: Terms::from(&self.terms),
            price: Points::new(self.price_points.get()),
            quota: self.quota.map(Quota::get),
            per_person_limit: self.per_person_limit.map(Limit::small),
            period_quota: self.period_quota.map(PeriodQuota::from),
            conditions: Conditions {
                hours: hours_of(self.hours.as_ref()),
                stores: self.stores.as_deref().unwrap_or_default().to_vec(),
                eligibility: self.eligibility.as_ref().map(Eligibility::from).unwrap_or_default(),
                limits: limits_of(self.limits.as_ref()),
            },
            uses: self.uses.map_or(1, Uses::small),
            slots: self.slot_early_minutes.map(slot_terms),
            valid_from: self.valid_from.get(),
            valid_to: self.valid_to.get(),
            voucher_days: self.voucher_days.small(),
        }
    }
}

/// What changes of an offer; what is left out stays. `null` takes a quota or a limit away; of an open offer, the conditions
/// (`hours`, `stores`, `eligibility`, `limits`) change for vouchers to come, while those that were taken stay good by either.
#[derive(Deserialize, ToSchema)]
#[schema(as = OfferChange)]
#[serde(deny_unknown_fields)]
pub struct OfferChangeJson {
    /// What it is called.
    title: Option<Name>,
    /// What residents should know of it.
    description: Option<Note>,
    /// What it gives; of a draft only.
    terms: Option<NewTerms>,
    /// What a voucher costs in points; of a draft only.
    price_points: Option<Price>,
    /// How many vouchers there are; not less than were taken.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Quota>)]
    quota: Option<Option<Quota>>,
    /// How many of them one resident may have.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Limit>)]
    per_person_limit: Option<Option<Limit>>,
    /// How many vouchers there are in each period.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<NewPeriodQuota>)]
    period_quota: Option<Option<NewPeriodQuota>>,
    /// When vouchers are used; at any time if there are no spans.
    hours: Option<NewHours>,
    /// In which stores; in all of the partner's if none is named.
    stores: Option<NamedStores>,
    /// For whom it is.
    eligibility: Option<DraftEligibility>,
    /// How often in a period.
    limits: Option<NewLimits>,
    /// How often one voucher can be used; of a draft only.
    uses: Option<Uses>,
    /// From how many minutes before a slot begins its vouchers can be used; of a draft only.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<EarlyMinutes>)]
    slot_early_minutes: Option<Option<EarlyMinutes>>,
    /// From when it is valid; of a draft only.
    valid_from: Option<Moment>,
    /// Until when; once it was open, only later.
    valid_to: Option<Moment>,
    /// For how many days a voucher is good; of a draft only.
    voucher_days: Option<VoucherDays>,
}

impl From<&OfferChangeJson> for OfferChange {
    fn from(sent: &OfferChangeJson) -> Self {
        Self {
            title: sent.title.as_ref().map(|title| title.as_str().to_owned()),
            description: sent.description.as_ref().map(|text| text.as_str().to_owned()),
            terms: sent.terms.as_ref().map(Terms::from),
            price: sent.price_points.map(|price| Points::new(price.get())),
            quota: sent.quota.map(|quota| quota.map(Quota::get)),
            per_person_limit: sent.per_person_limit.map(|limit| limit.map(Limit::small)),
            period_quota: sent.period_quota.map(|quota| quota.map(PeriodQuota::from)),
            hours: sent.hours.as_ref().map(|hours| hours_of(Some(hours))),
            stores: sent.stores.as_ref().map(|stores| stores.to_vec()),
            eligibility: sent.eligibility.as_ref().map(Eligibility::from),
            limits: sent.limits.as_ref().map(|limits| limits_of(Some(limits))),
            uses: sent.uses.map(Uses::small),
            slots: sent.slot_early_minutes.map(|minutes| minutes.map(slot_terms)),
            valid_from: sent.valid_from.map(Moment::get),
            valid_to: sent.valid_to.map(Moment::get),
            voucher_days: sent.voucher_days.map(VoucherDays::small),
        }
    }
}

fn slot_terms(early: EarlyMinutes) -> SlotTerms {
    SlotTerms { early_minutes: early.small() }
}

/// An offer.
#[derive(Serialize, ToSchema)]
#[schema(as = Offer)]
pub struct OfferJson {
    /// The identifier.
    pub id: OfferId,
    /// Whose it is.
    pub partner_id: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// What it is called.
    pub title: String,
    /// What residents should know of it.
    pub description: String,
    /// What it gives.
    pub terms: Terms,
    /// What a voucher costs; 0 for a free one.
    pub price_points: Points,
    /// How many vouchers there are; none for as many as are wanted.
    pub quota: Option<i64>,
    /// How many are left; none if there is no quota.
    pub quota_left: Option<i64>,
    /// Vouchers that were taken and not given back.
    pub taken: i64,
    /// How many of them one resident may have.
    pub per_person_limit: Option<i32>,
    /// How many vouchers there are in each period; none for as many as are wanted.
    pub period_quota: Option<PeriodQuota>,
    /// When vouchers are used; at any time if there are no spans.
    pub hours: Hours,
    /// In which stores; in all of the partner's if none is named.
    pub stores: Vec<StoreId>,
    /// For whom it is.
    pub eligibility: Eligibility,
    /// How often in a period.
    pub limits: Vec<PeriodLimit>,
    /// How often one voucher can be used.
    pub uses: i32,
    /// From how many minutes before a slot begins its vouchers can be used; none for an offer without slots.
    pub slot_early_minutes: Option<i32>,
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

impl From<&Offer> for OfferJson {
    fn from(offer: &Offer) -> Self {
        Self {
            id: offer.id,
            partner_id: offer.partner.id,
            partner_name: offer.partner.name.clone(),
            title: offer.title.clone(),
            description: offer.description.clone(),
            terms: offer.terms.clone(),
            price_points: offer.price,
            quota: offer.quota,
            quota_left: offer.quota_left(),
            taken: offer.taken,
            per_person_limit: offer.per_person_limit,
            period_quota: offer.period_quota,
            hours: offer.conditions.hours.clone(),
            stores: offer.conditions.stores.clone(),
            eligibility: offer.conditions.eligibility.clone(),
            limits: offer.conditions.limits.clone(),
            uses: offer.uses,
            slot_early_minutes: offer.slots.map(|slots| slots.early_minutes),
            valid_from: offer.valid_from,
            valid_to: offer.valid_to,
            voucher_days: offer.voucher_days,
            state: offer.state,
            created_at: offer.created_at,
        }
    }
}
