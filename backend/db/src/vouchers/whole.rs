//! A voucher with its offer and its resident, in one row.

use chrono::{DateTime, Utc};
use diesel::{Queryable, Selectable};
use linli_domain::codes::Code;
use linli_domain::ids::{BuildingId, HouseholdId, OfferId, ResidentId, SlotId, VoucherId};
use linli_domain::points::Points;
use linli_domain::rulebooks::Earner;
use linli_domain::vouchers::{Holder, Voucher, WholeVoucher};
use serde_json::Value;
use uuid::Uuid;

use crate::Result;
use crate::error::{from_json, read};
use crate::offers::{OfferRow, PartnerRow};
use crate::schema::{households, residents, vouchers};

/// Vouchers with their offer, its partner, and their resident. Which ones these are never changes, so that a query which
/// waited for the voucher's lock may join them.
macro_rules! whole_vouchers {
    () => {{
        use diesel::{BoolExpressionMethods as _, ExpressionMethods as _, JoinOnDsl as _, QueryDsl as _};
        use $crate::schema::{households, offers, partners, residents, vouchers};
        vouchers::table
            .inner_join(
                offers::table.on(offers::community_id
                    .eq(vouchers::community_id)
                    .and(offers::id.eq(vouchers::offer_id))),
            )
            .inner_join(
                partners::table.on(partners::community_id
                    .eq(offers::community_id)
                    .and(partners::id.eq(offers::partner_id))),
            )
            .inner_join(
                residents::table.on(residents::community_id
                    .eq(vouchers::community_id)
                    .and(residents::id.eq(vouchers::resident_id))),
            )
            .inner_join(
                households::table.on(households::community_id
                    .eq(residents::community_id)
                    .and(households::id.eq(residents::household_id))),
            )
    }};
}
pub(crate) use whole_vouchers;

#[derive(Queryable, Selectable)]
#[diesel(table_name = vouchers, check_for_backend(diesel::pg::Pg))]
pub(crate) struct VoucherRow {
    id: Uuid,
    offer_id: Uuid,
    resident_id: Uuid,
    code: String,
    state: String,
    price_points: i64,
    taken_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    closed_at: Option<DateTime<Utc>>,
    conditions: Value,
    uses: i32,
    used: i32,
    deactivation_reason: Option<String>,
    slot_id: Option<Uuid>,
}

impl VoucherRow {
    pub(super) fn read(self) -> Result<Voucher> {
        Ok(Voucher {
            id: VoucherId::new(self.id),
            offer: OfferId::new(self.offer_id),
            resident: ResidentId::new(self.resident_id),
            code: read::<Code>(&self.code)?,
            state: read(&self.state)?,
            price: Points::new(self.price_points),
            taken_at: self.taken_at,
            expires_at: self.expires_at,
            closed_at: self.closed_at,
            conditions: from_json(self.conditions)?,
            uses: self.uses,
            used: self.used,
            deactivation_reason: self.deactivation_reason,
            slot: self.slot_id.map(SlotId::new),
        })
    }
}

/// The resident of a voucher.
#[derive(Queryable, Selectable)]
#[diesel(table_name = residents, check_for_backend(diesel::pg::Pg))]
pub(crate) struct HolderRow {
    name: String,
    birth_year: Option<i32>,
    state: String,
    household_id: Uuid,
    #[diesel(select_expression = households::building_id)]
    building_id: Uuid,
}

impl HolderRow {
    /// The holder without teams: these are read where they matter.
    pub(super) fn read(self) -> Result<Holder> {
        let earner = Earner {
            household: HouseholdId::new(self.household_id),
            building: BuildingId::new(self.building_id),
            birth_year: self.birth_year,
            teams: Vec::new(),
        };
        Ok(Holder { name: self.name, state: read(&self.state)?, earner })
    }
}

/// A voucher with all that its rules depend on.
#[derive(Queryable, Selectable)]
#[diesel(table_name = vouchers, check_for_backend(diesel::pg::Pg))]
pub(crate) struct WholeVoucherRow {
    #[diesel(embed)]
    voucher: VoucherRow,
    #[diesel(embed)]
    offer: OfferRow,
    #[diesel(embed)]
    partner: PartnerRow,
    #[diesel(embed)]
    holder: HolderRow,
}

impl WholeVoucherRow {
    pub(super) const fn id(&self) -> Uuid {
        self.voucher.id
    }

    pub(crate) fn read(self) -> Result<WholeVoucher> {
        Ok(WholeVoucher {
            voucher: self.voucher.read()?,
            offer: self.offer.read(self.partner)?,
            holder: self.holder.read()?,
            slot: None,
        })
    }
}
