//! Offers as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::ids::{OfferId, PartnerId};
use linli_domain::offers::{Ages, Draft, Offer, OfferChange, OfferState, Terms};
use linli_domain::points::Points;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::terms::NewTerms;
use crate::input::{Moment, Name, Note, Whole, changed};

type Price = Whole<0, 100_000>;
type Quota = Whole<1, 1_000_000>;
type Limit = Whole<1, 1_000>;
type Age = Whole<0, 150>;
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
    /// At least so old, by year of birth.
    pub min_age: Option<Age>,
    /// At most so old, by year of birth.
    pub max_age: Option<Age>,
    /// From when it is valid.
    pub valid_from: Moment,
    /// Until when; that moment itself is too late.
    pub valid_to: Moment,
    /// For how many days a voucher is good once taken, though not beyond `valid_to`.
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
            ages: Ages { min: self.min_age.map(Age::small), max: self.max_age.map(Age::small) },
            valid_from: self.valid_from.get(),
            valid_to: self.valid_to.get(),
            voucher_days: self.voucher_days.small(),
        }
    }
}

/// What changes of an offer; what is left out stays. `null` takes a quota, a limit or an age away.
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
    /// At least so old; of a draft only.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Age>)]
    min_age: Option<Option<Age>>,
    /// At most so old; of a draft only.
    #[serde(default, deserialize_with = "changed")]
    #[schema(value_type = Option<Age>)]
    max_age: Option<Option<Age>>,
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
            min_age: sent.min_age.map(|age| age.map(Age::small)),
            max_age: sent.max_age.map(|age| age.map(Age::small)),
            valid_from: sent.valid_from.map(Moment::get),
            valid_to: sent.valid_to.map(Moment::get),
            voucher_days: sent.voucher_days.map(VoucherDays::small),
        }
    }
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
    /// At least so old, by year of birth.
    pub min_age: Option<i32>,
    /// At most so old, by year of birth.
    pub max_age: Option<i32>,
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
            min_age: offer.ages.min,
            max_age: offer.ages.max,
            valid_from: offer.valid_from,
            valid_to: offer.valid_to,
            voucher_days: offer.voucher_days,
            state: offer.state,
            created_at: offer.created_at,
        }
    }
}
