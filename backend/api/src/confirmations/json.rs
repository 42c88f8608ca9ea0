//! Confirmations as they are sent.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use linli_domain::codes::Code;
use linli_domain::confirmations::{Confirmation, Correction, DayTotals, FailedConfirmation};
use linli_domain::ids::{ConfirmationId, FailedConfirmationId, StoreId, UserId, VoucherId};
use linli_domain::money::Fen;
use linli_domain::points::Points;
use linli_domain::residents::masked_name;
use linli_domain::vouchers::{Presented, VoucherState, WholeVoucher};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::input::{Many, Reason, Whole};
use crate::paging::ListOf;
use crate::problem::{Kind, Problem};
use crate::vouchers::RefusalJson;

/// A bill in fen, up to a million yuan.
pub type Bill = Whole<0, 100_000_000>;

/// The bill as the rules know it.
pub fn fen_of(bill: Option<Bill>) -> Option<Fen> {
    bill.map(|bill| Fen::new(bill.get()))
}

/// A voucher that is to be used.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConfirmation {
    /// The voucher's code, however it is typed, or the token that was scanned.
    pub code: Presented,
    /// In which store.
    pub store_id: StoreId,
    /// What the bill comes to in fen; for a free item there need not be one.
    pub bill_fen: Option<Bill>,
}

/// Many vouchers that are to be used in one store.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConfirmations {
    /// In which store.
    pub store_id: StoreId,
    /// The vouchers.
    pub items: BatchItems,
}

/// One to a hundred vouchers.
pub type BatchItems = Many<BatchItem, 1, 100>;

/// One of them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BatchItem {
    /// The voucher's code, however it is typed, or the token that was scanned.
    pub code: Presented,
    /// What the bill comes to in fen; for a free item there need not be one.
    pub bill_fen: Option<Bill>,
}

/// What came of each of them.
#[derive(Serialize, ToSchema)]
pub struct Confirmations {
    /// How many were confirmed.
    pub confirmed: usize,
    /// What came of each, in the order in which they were sent.
    pub items: Vec<BatchResult>,
}

/// What came of one: a confirmation, or why there is none.
#[derive(Serialize, ToSchema)]
pub struct BatchResult {
    /// The confirmation.
    pub confirmation: Option<ConfirmationJson>,
    /// What forbade it.
    pub refusal: Option<RefusalJson>,
}

/// Why a confirmation is corrected.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCorrection {
    /// The reason; it stands beside the correction.
    pub reason: Reason,
}

/// A confirmation.
#[derive(Serialize, ToSchema)]
#[schema(as = Confirmation)]
pub struct ConfirmationJson {
    /// The identifier.
    pub id: ConfirmationId,
    /// The voucher.
    pub voucher_id: VoucherId,
    /// Its code.
    pub code: Code,
    /// Where the voucher stands now.
    pub voucher_state: VoucherState,
    /// Whose it is: the family name.
    pub resident_name: String,
    /// What the offer is called.
    pub offer_title: String,
    /// What the resident paid in points for the whole voucher.
    pub price_points: Points,
    /// The points that were spent by this use: the price by the first, none by the others.
    pub spent_points: Points,
    /// How often the voucher can be used.
    pub uses: i32,
    /// Of these uses, those that stand now.
    pub used: i32,
    /// In which store.
    pub store_id: StoreId,
    /// Who confirmed it.
    pub cashier_id: UserId,
    /// What the bill came to.
    pub bill_fen: Fen,
    /// So much off.
    pub discount_fen: Fen,
    /// What the cashier collects.
    pub to_collect_fen: Fen,
    /// When.
    pub confirmed_at: DateTime<Utc>,
    /// Until when it can be undone.
    pub undo_until: DateTime<Utc>,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
    /// How the desk corrected it afterwards; the confirmation stays in the list of its day.
    pub correction: Option<CorrectionJson>,
}

/// A correction.
#[derive(Serialize, ToSchema)]
#[schema(as = Correction)]
pub struct CorrectionJson {
    /// When.
    pub corrected_at: DateTime<Utc>,
    /// By whom.
    pub corrected_by: UserId,
    /// Why.
    pub reason: String,
    /// The points that were given back.
    pub points: Points,
}

impl From<&Correction> for CorrectionJson {
    fn from(correction: &Correction) -> Self {
        Self {
            corrected_at: correction.at,
            corrected_by: correction.by,
            reason: correction.reason.clone(),
            points: correction.points,
        }
    }
}

impl ConfirmationJson {
    /// A confirmation with its voucher, in a community that has so long to undo it.
    pub fn new(confirmation: &Confirmation, whole: &WholeVoucher, window: Duration) -> Self {
        Self {
            id: confirmation.id,
            voucher_id: confirmation.voucher,
            code: whole.voucher.code.clone(),
            voucher_state: whole.voucher.state,
            resident_name: masked_name(&whole.holder.name),
            offer_title: whole.offer.title.clone(),
            price_points: whole.voucher.price,
            spent_points: confirmation.spent,
            uses: whole.voucher.uses,
            used: whole.voucher.used,
            store_id: confirmation.store,
            cashier_id: confirmation.cashier,
            bill_fen: confirmation.reckoning.bill,
            discount_fen: confirmation.reckoning.discount,
            to_collect_fen: confirmation.reckoning.to_collect(),
            confirmed_at: confirmation.confirmed_at,
            undo_until: confirmation.undo_until(window),
            undone_at: confirmation.undone.map(|(at, _)| at),
            correction: confirmation.correction.as_ref().map(CorrectionJson::from),
        }
    }
}

/// The confirmations of a day, or of several.
#[derive(Serialize, ToSchema)]
pub struct ConfirmationsOfDays {
    /// The community's first day.
    pub from: NaiveDate,
    /// The last one.
    pub until: NaiveDate,
    /// What all that was asked for adds up to, on every page alike.
    pub totals: Totals,
    /// The confirmations and where the next page begins.
    #[serde(flatten)]
    pub list: ListOf<ConfirmationJson>,
}

/// What confirmations add up to, without those that were undone. A correction does not change them, unless only what stands was
/// asked for.
#[derive(Serialize, ToSchema)]
#[schema(as = DayTotals)]
pub struct Totals {
    /// How many there are.
    pub count: i64,
    /// What they took off the bills, in fen.
    pub discount_fen: Fen,
    /// What residents paid in points.
    pub points: Points,
}

impl From<DayTotals> for Totals {
    fn from(totals: DayTotals) -> Self {
        Self { count: totals.count, discount_fen: totals.discount, points: totals.points }
    }
}

/// A confirmation that failed.
#[derive(Serialize, ToSchema)]
#[schema(as = FailedConfirmation)]
pub struct FailedConfirmationJson {
    /// The identifier.
    pub id: FailedConfirmationId,
    /// In which store it was tried.
    pub store_id: StoreId,
    /// By whom.
    pub cashier_id: UserId,
    /// With which code, typed or that of the voucher whose token was scanned; none if the token was none of ours.
    pub code: Option<Code>,
    /// The voucher with that code, if there is one.
    pub voucher_id: Option<VoucherId>,
    /// Why it failed.
    pub reason: Kind,
    /// The same in Chinese.
    pub reason_title: &'static str,
    /// When.
    pub tried_at: DateTime<Utc>,
}

impl TryFrom<FailedConfirmation> for FailedConfirmationJson {
    type Error = Problem;

    fn try_from(failed: FailedConfirmation) -> Result<Self, Problem> {
        let reason: Kind = failed.reason.parse().map_err(Problem::unexpected)?;
        Ok(Self {
            id: failed.id,
            store_id: failed.store,
            cashier_id: failed.cashier,
            code: failed.code,
            voucher_id: failed.voucher,
            reason,
            reason_title: reason.title(),
            tried_at: failed.tried_at,
        })
    }
}
