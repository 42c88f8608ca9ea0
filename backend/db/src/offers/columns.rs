//! An offer as its columns have it.

use chrono::{DateTime, Utc};
use diesel::{AsChangeset, Insertable, Queryable, Selectable};
use linli_domain::calendar::Period;
use linli_domain::ids::{OfferId, PartnerId};
use linli_domain::money::Fen;
use linli_domain::offers::{Offer, PeriodQuota, Provider, SlotTerms, Terms};
use linli_domain::partners::PartnerState;
use linli_domain::points::Points;
use serde_json::Value;
use uuid::Uuid;

use crate::error::{from_json, read, to_json};
use crate::schema::{offers, partners};
use crate::{Error, Result};

/// The partner of an offer.
#[derive(Queryable, Selectable)]
#[diesel(table_name = partners, check_for_backend(diesel::pg::Pg))]
pub(crate) struct PartnerRow {
    id: Uuid,
    name: String,
    state: String,
}

impl PartnerRow {
    pub(super) fn provider(self) -> Result<Provider> {
        let active = read::<PartnerState>(&self.state)? == PartnerState::Active;
        Ok(Provider { id: PartnerId::new(self.id), name: self.name, active })
    }
}

/// An offer without its partner.
#[derive(Queryable, Selectable)]
#[diesel(table_name = offers, check_for_backend(diesel::pg::Pg))]
pub(crate) struct OfferRow {
    pub(super) id: Uuid,
    title: String,
    description: String,
    kind: String,
    min_spend_fen: Option<i64>,
    save_fen: Option<i64>,
    percent_off: Option<i32>,
    max_save_fen: Option<i64>,
    item: Option<String>,
    price_points: i64,
    quota: Option<i64>,
    taken: i64,
    per_person_limit: Option<i32>,
    valid_from: DateTime<Utc>,
    valid_to: DateTime<Utc>,
    voucher_days: i32,
    state: String,
    created_at: DateTime<Utc>,
    conditions: Value,
    period_quota: Option<i64>,
    quota_period: Option<String>,
    uses: i32,
    slot_early_minutes: Option<i32>,
}

impl OfferRow {
    pub(crate) fn read(self, partner: PartnerRow) -> Result<Offer> {
        Ok(Offer {
            id: OfferId::new(self.id),
            partner: partner.provider()?,
            terms: self.terms()?,
            period_quota: self.period_quota()?,
            title: self.title,
            description: self.description,
            price: Points::new(self.price_points),
            quota: self.quota,
            taken: self.taken,
            per_person_limit: self.per_person_limit,
            conditions: from_json(self.conditions)?,
            uses: self.uses,
            slots: self.slot_early_minutes.map(|early_minutes| SlotTerms { early_minutes }),
            valid_from: self.valid_from,
            valid_to: self.valid_to,
            voucher_days: self.voucher_days,
            state: read(&self.state)?,
            created_at: self.created_at,
        })
    }

    fn period_quota(&self) -> Result<Option<PeriodQuota>> {
        let period = self.quota_period.as_deref().map(read::<Period>).transpose()?;
        Ok(period.zip(self.period_quota).map(|(period, vouchers)| PeriodQuota { period, vouchers }))
    }

    fn terms(&self) -> Result<Terms> {
        let missing = || Error::Corrupt(format!("the terms of offer {}", self.id));
        let fen = |stored: Option<i64>| stored.map(Fen::new).ok_or_else(missing);
        match self.kind.as_str() {
            "spend_and_save" => Ok(Terms::SpendAndSave {
                min_spend_fen: fen(self.min_spend_fen)?,
                save_fen: fen(self.save_fen)?,
            }),
            "percent" => Ok(Terms::Percent {
                percent_off: self.percent_off.ok_or_else(missing)?,
                max_save_fen: self.max_save_fen.map(Fen::new),
            }),
            "free_item" => Ok(Terms::FreeItem { item: self.item.clone().ok_or_else(missing)? }),
            _ => Err(missing()),
        }
    }
}

/// The columns of an offer that may change.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = offers, treat_none_as_null = true)]
pub(super) struct Changing<'a> {
    title: &'a str,
    description: &'a str,
    kind: String,
    min_spend_fen: Option<i64>,
    save_fen: Option<i64>,
    percent_off: Option<i32>,
    max_save_fen: Option<i64>,
    item: Option<&'a str>,
    price_points: i64,
    quota: Option<i64>,
    per_person_limit: Option<i32>,
    conditions: Value,
    period_quota: Option<i64>,
    quota_period: Option<String>,
    uses: i32,
    slot_early_minutes: Option<i32>,
    valid_from: DateTime<Utc>,
    valid_to: DateTime<Utc>,
    voucher_days: i32,
    state: String,
}

impl<'a> Changing<'a> {
    pub(super) fn of(offer: &'a Offer) -> Result<Self> {
        let (spend_and_save, percent, item) = match &offer.terms {
            Terms::SpendAndSave { min_spend_fen, save_fen } => (Some((min_spend_fen, save_fen)), None, None),
            Terms::Percent { percent_off, max_save_fen } => (None, Some((*percent_off, *max_save_fen)), None),
            Terms::FreeItem { item } => (None, None, Some(item.as_str())),
        };
        Ok(Self {
            title: &offer.title,
            description: &offer.description,
            kind: offer.terms.to_string(),
            min_spend_fen: spend_and_save.map(|(min_spend, _)| min_spend.get()),
            save_fen: spend_and_save.map(|(_, save)| save.get()),
            percent_off: percent.map(|(percent_off, _)| percent_off),
            max_save_fen: percent.and_then(|(_, max_save)| max_save).map(Fen::get),
            item,
            price_points: offer.price.get(),
            quota: offer.quota,
            per_person_limit: offer.per_person_limit,
            conditions: to_json(&offer.conditions)?,
            period_quota: offer.period_quota.map(|quota| quota.vouchers),
            quota_period: offer.period_quota.map(|quota| quota.period.to_string()),
            uses: offer.uses,
            slot_early_minutes: offer.slots.map(|slots| slots.early_minutes),
            valid_from: offer.valid_from,
            valid_to: offer.valid_to,
            voucher_days: offer.voucher_days,
            state: offer.state.to_string(),
        })
    }
}
