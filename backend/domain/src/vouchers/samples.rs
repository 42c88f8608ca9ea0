//! An offer, a voucher of it and its resident, for tests.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{Holder, Voucher, VoucherState, WholeVoucher};
use crate::calendar::Local;
use crate::codes::Code;
use crate::ids::{BuildingId, HouseholdId, OfferId, PartnerId, ResidentId, VoucherId};
use crate::money::Fen;
use crate::offers::{Conditions, Offer, OfferState, Provider, Terms};
use crate::points::Points;
use crate::residents::ResidentState;
use crate::rulebooks::Earner;

/// The beginning of time.
pub const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// A moment so long after the beginning of time, on clocks that show UTC.
pub fn after(duration: Duration) -> Local {
    Local { now: NOW + duration, timezone: Tz::UTC }
}

/// ¥60 → −¥20 for 15 points, for everybody.
pub fn offer() -> Offer {
    Offer {
        id: OfferId::new(Uuid::nil()),
        partner: Provider { id: PartnerId::new(Uuid::nil()), name: "惠民鲜生".to_owned(), active: true },
        title: "满60减20".to_owned(),
        description: String::new(),
        terms: Terms::SpendAndSave { min_spend_fen: Fen::new(6000), save_fen: Fen::new(2000) },
        price: Points::new(15),
        quota: Some(10),
        taken: 9,
        per_person_limit: Some(2),
        period_quota: None,
        conditions: Conditions::default(),
        uses: 1,
        slots: None,
        valid_from: NOW,
        valid_to: NOW + Duration::days(30),
        voucher_days: 7,
        state: OfferState::Open,
        created_at: NOW,
    }
}

/// A voucher of it that nobody has used.
pub fn voucher() -> Voucher {
    Voucher {
        id: VoucherId::new(Uuid::nil()),
        offer: OfferId::new(Uuid::nil()),
        resident: ResidentId::new(Uuid::nil()),
        code: Code::from_random(1),
        state: VoucherState::Held,
        price: Points::new(15),
        conditions: Conditions::default(),
        uses: 1,
        used: 0,
        taken_at: NOW,
        expires_at: NOW + Duration::days(7),
        closed_at: None,
        deactivation_reason: None,
        slot: None,
    }
}

/// Who was born in this year.
pub fn holder(birth_year: i32) -> Holder {
    let earner = Earner {
        household: HouseholdId::new(Uuid::nil()),
        building: BuildingId::new(Uuid::nil()),
        birth_year: Some(birth_year),
        teams: Vec::new(),
    };
    Holder { name: "李奶奶".to_owned(), state: ResidentState::Active, earner }
}

/// All of it together.
pub fn whole() -> WholeVoucher {
    WholeVoucher { voucher: voucher(), offer: offer(), holder: holder(1910), slot: None }
}
