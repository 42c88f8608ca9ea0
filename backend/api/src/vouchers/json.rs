//! Vouchers as they are sent.

use chrono::{DateTime, Utc};
use linli_domain::Refusal;
use linli_domain::codes::Code;
use linli_domain::confirmations::Till;
use linli_domain::hours::Hours;
use linli_domain::ids::{OfferId, PartnerId, ResidentId, SlotId, StoreId, VoucherId};
use linli_domain::money::Fen;
use linli_domain::offers::{Reckoning, Terms};
use linli_domain::points::Points;
use linli_domain::residents::masked_name;
use linli_domain::roles::Principal;
use linli_domain::slots::Slot;
use linli_domain::vouchers::{Presented, VoucherState, WholeVoucher};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::confirmations::Bill;
use crate::input::Reason;
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
    /// For which of its slots, if the offer has slots.
    pub slot_id: Option<SlotId>,
}

/// Another slot for a voucher.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherSlot {
    /// A slot of the same offer.
    pub slot_id: SlotId,
}

/// Why vouchers are put out of use.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Deactivation {
    /// The reason; their residents read it.
    pub reason: Reason,
}

/// How far a batch has come.
#[derive(Serialize, ToSchema)]
pub struct Deactivated {
    /// How many vouchers were put out of use now.
    pub deactivated: usize,
    /// How many are left that could be: send the same again, with another key, until there are none.
    pub left: i64,
}

/// What the resident's screen shows.
#[derive(Serialize, ToSchema)]
pub struct VoucherToken {
    /// What to put into the QR code.
    pub token: String,
    /// When it ends; ask for the next one a little before.
    pub expires_at: DateTime<Utc>,
    /// The same in seconds from now on.
    pub seconds_left: i64,
}

/// The slot of a voucher.
#[derive(Serialize, ToSchema)]
pub struct VoucherSlot {
    /// The slot.
    pub id: SlotId,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
}

impl From<&Slot> for VoucherSlot {
    fn from(slot: &Slot) -> Self {
        Self { id: slot.id, starts_at: slot.starts_at, ends_at: slot.ends_at }
    }
}

/// What somebody shows or says at the counter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// The voucher's code, however it is typed, or the token that was scanned.
    pub code: Presented,
    /// In which store; in each of the caller's unless given.
    pub store_id: Option<StoreId>,
    /// What the bill comes to in fen, to see what it would come to with the voucher.
    pub bill_fen: Option<Bill>,
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
    /// What it costs, however often it is used; 0 for a free one.
    pub price_points: Points,
    /// How often it can be used.
    pub uses: i32,
    /// Of these uses, those that were made.
    pub used: i32,
    /// Its slot, if the offer has slots.
    pub slot: Option<VoucherSlot>,
    /// When it can be used; at any time if there are no spans. What the offer has added since holds too.
    pub hours: Hours,
    /// In which stores; in all of the partner's if none is named.
    pub stores: Vec<StoreId>,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// Until when it can be used; that moment itself is too late.
    pub expires_at: DateTime<Utc>,
    /// When it was used up, given back or over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was put out of use.
    pub deactivation_reason: Option<String>,
}

impl From<&WholeVoucher> for VoucherJson {
    fn from(WholeVoucher { voucher, offer, slot, .. }: &WholeVoucher) -> Self {
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
            uses: voucher.uses,
            used: voucher.used,
            slot: slot.as_ref().map(VoucherSlot::from),
            hours: voucher.conditions.hours.clone(),
            stores: voucher.conditions.stores.clone(),
            taken_at: voucher.taken_at,
            expires_at: voucher.expires_at,
            closed_at: voucher.closed_at,
            deactivation_reason: voucher.deactivation_reason.clone(),
        }
    }
}

/// A voucher as whoever manages its offer sees it.
#[derive(Serialize, ToSchema)]
#[schema(as = OfferVoucher)]
pub struct OfferVoucherJson {
    /// The identifier.
    pub id: VoucherId,
    /// Its code, but for the last four signs masked.
    pub code: String,
    /// Where it stands.
    pub state: VoucherState,
    /// Whose it is; for the desk only.
    pub resident_id: Option<ResidentId>,
    /// That resident's name; but for the desk the family name.
    pub resident_name: String,
    /// What it costs, however often it is used; 0 for a free one.
    pub price_points: Points,
    /// How often it can be used.
    pub uses: i32,
    /// Of these uses, those that were made.
    pub used: i32,
    /// Its slot, if the offer has slots.
    pub slot: Option<VoucherSlot>,
    /// When it was taken.
    pub taken_at: DateTime<Utc>,
    /// Until when it can be used; that moment itself is too late.
    pub expires_at: DateTime<Utc>,
    /// When it was used up, given back or over.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was put out of use.
    pub deactivation_reason: Option<String>,
}

impl OfferVoucherJson {
    /// The voucher as `principal` may see it.
    pub fn shown_to(
        principal: &Principal,
        WholeVoucher { voucher, holder, slot, .. }: &WholeVoucher,
    ) -> Self {
        let desk = principal.is_desk();
        Self {
            id: voucher.id,
            code: voucher.code.masked(),
            state: voucher.state,
            resident_id: desk.then_some(voucher.resident),
            resident_name: if desk { holder.name.clone() } else { masked_name(&holder.name) },
            price_points: voucher.price,
            uses: voucher.uses,
            used: voucher.used,
            slot: slot.as_ref().map(VoucherSlot::from),
            taken_at: voucher.taken_at,
            expires_at: voucher.expires_at,
            closed_at: voucher.closed_at,
            deactivation_reason: voucher.deactivation_reason.clone(),
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
    /// What it costs, however often it is used.
    pub price_points: Points,
    /// How often it can be used.
    pub uses: i32,
    /// Of these uses, those that were made.
    pub used: i32,
    /// Its slot, if the offer has slots.
    pub slot: Option<VoucherSlot>,
    /// When it can be used; at any time if there are no spans.
    pub hours: Hours,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
    /// Whether it can be confirmed now in each store that was asked for, and what the bill would come to.
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
    /// What the bill would come to; none if there is a refusal, or if there is no bill where one is needed.
    pub reckoning: Option<ReckoningJson>,
}

/// What a bill comes to.
#[derive(Serialize, ToSchema)]
#[schema(as = Reckoning)]
pub struct ReckoningJson {
    /// The bill.
    pub bill_fen: Fen,
    /// So much off.
    pub discount_fen: Fen,
    /// What the cashier collects.
    pub to_collect_fen: Fen,
}

impl From<Reckoning> for ReckoningJson {
    fn from(reckoning: Reckoning) -> Self {
        Self {
            bill_fen: reckoning.bill,
            discount_fen: reckoning.discount,
            to_collect_fen: reckoning.to_collect(),
        }
    }
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

impl From<&Refusal> for RefusalJson {
    fn from(refusal: &Refusal) -> Self {
        Self { kind: Kind::from(refusal), detail: refusal.to_string() }
    }
}

impl PresentedVoucher {
    /// The voucher, and what each store would say to it.
    pub fn new(whole: &WholeVoucher, stores: Vec<(Till, Result<Option<Reckoning>, Refusal>)>) -> Self {
        let at_store = |(till, said): (Till, Result<Option<Reckoning>, Refusal>)| AtStore {
            store_id: till.store,
            store_name: till.name,
            refusal: said.as_ref().err().map(RefusalJson::from),
            reckoning: said.ok().flatten().map(ReckoningJson::from),
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
            uses: whole.voucher.uses,
            used: whole.voucher.used,
            slot: whole.slot.as_ref().map(VoucherSlot::from),
            hours: whole.voucher.conditions.hours.clone(),
            expires_at: whole.voucher.expires_at,
            stores: stores.into_iter().map(at_store).collect(),
        }
    }
}
