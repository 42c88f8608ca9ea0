//! Vouchers as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::Refusal;
use linli_domain::codes::Code;
use linli_domain::confirmations::Till;
use linli_domain::ids::{OfferId, PartnerId, ResidentId, StoreId, VoucherId};
use linli_domain::offers::Terms;
use linli_domain::points::Points;
use linli_domain::residents::masked_name;
use linli_domain::vouchers::{VoucherState, WholeVoucher};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::problem::Kind;

/// Who takes a voucher.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVoucher {
    /// The resident in whose place the desk acts; the caller unless given.
    pub resident_id: Option<ResidentId>,
    /// Whether those of the household who agreed pay too, as far as the own points do not reach; not unless given.
    #[serde(default)]
    pub pooled: bool,
}

/// A code that somebody shows or says at the counter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// The voucher's code, however it is typed.
    pub code: Code,
}

/// A voucher.
#[derive(Serialize, ToSchema)]
#[schema(as = Voucher)]
pub struct VoucherJson {
    /// The identifier.
    pub id: VoucherId,
    /// What the resident shows or says at the counter.
    pub code: Code,
    /// Where it stands.
    pub state: VoucherState,
    /// Whose it is.
    pub resident_id: ResidentId,
    /// The offer.
    pub offer_id: OfferId,
    /// What the offer is called.
    pub offer_title: String,
    /// The partner.
    pub partner_id: PartnerId,
    /// The partner's name.
    pub partner_name: String,
    /// What it gives.
    pub terms: Terms,
    /// What it costs; 0 for a free one.
    pub price_points: Points,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// Until when it can be used; that moment itself is too late.
    pub expires_at: DateTime<Utc>,
    /// When it was used, given back or over.
    pub closed_at: Option<DateTime<Utc>>,
}

impl From<&WholeVoucher> for VoucherJson {
    fn from(WholeVoucher { voucher, offer, .. }: &WholeVoucher) -> Self {
        Self {
            id: voucher.id,
            code: voucher.code.clone(),
            state: voucher.state,
            resident_id: voucher.resident,
            offer_id: voucher.offer,
            offer_title: offer.title.clone(),
            partner_id: offer.partner.id,
            partner_name: offer.partner.name.clone(),
            terms: offer.terms.clone(),
            price_points: voucher.price,
            taken_at: voucher.taken_at,
            expires_at: voucher.expires_at,
            closed_at: voucher.closed_at,
        }
    }
}

/// A voucher as the counter sees it.
#[derive(Serialize, ToSchema)]
pub struct PresentedVoucher {
    /// The identifier.
    pub voucher_id: VoucherId,
    /// The code as it is written.
    pub code: Code,
    /// Where it stands.
    pub state: VoucherState,
    /// Whose it is: the family name.
    pub resident_name: String,
    /// The partner's name.
    pub partner_name: String,
    /// What the offer is called.
    pub offer_title: String,
    /// What it gives.
    pub terms: Terms,
    /// What it costs.
    pub price_points: Points,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
    /// Whether it can be confirmed now in each of the caller's stores, whatever the bill.
    pub stores: Vec<AtStore>,
}

/// Whether a voucher can be confirmed in a store now.
#[derive(Serialize, ToSchema)]
pub struct AtStore {
    /// The store.
    pub store_id: StoreId,
    /// Its name.
    pub store_name: String,
    /// Why not; none if it can.
    pub refusal: Option<RefusalJson>,
}

/// Why something cannot be done.
#[derive(Serialize, ToSchema)]
#[schema(as = Refusal)]
pub struct RefusalJson {
    /// The kind of problem it would be.
    pub kind: Kind,
    /// What is wrong, in Chinese.
    pub detail: String,
}

impl PresentedVoucher {
    /// The voucher, and what each store would say to it.
    pub fn new(whole: &WholeVoucher, stores: Vec<(Till, Result<(), Refusal>)>) -> Self {
        let at_store = |(till, check): (Till, Result<(), Refusal>)| AtStore {
            store_id: till.store,
            store_name: till.name,
            refusal: check
                .err()
                .map(|refusal| RefusalJson { kind: Kind::from(&refusal), detail: refusal.to_string() }),
        };
        Self {
            voucher_id: whole.voucher.id,
            code: whole.voucher.code.clone(),
            state: whole.voucher.state,
            resident_name: masked_name(&whole.holder.name),
            partner_name: whole.offer.partner.name.clone(),
            offer_title: whole.offer.title.clone(),
            terms: whole.offer.terms.clone(),
            price_points: whole.voucher.price,
            expires_at: whole.voucher.expires_at,
            stores: stores.into_iter().map(at_store).collect(),
        }
    }
}
