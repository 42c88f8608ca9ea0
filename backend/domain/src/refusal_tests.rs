//! What refusals say.

use super::Refusal;
use crate::ids::ShiftId;
use chrono::DateTime;
use serde_json::{Value, json};
use uuid::Uuid;

#[test]
fn a_moment_is_told_in_the_figures_and_not_in_the_text() {
    let at = DateTime::UNIX_EPOCH;
    let with_moments = [
        Refusal::InForceTooEarly { earliest: at },
        Refusal::OfferNotYetValid { opens_at: at },
        Refusal::OfferClosed { closed_at: at },
        Refusal::VoucherExpired { expired_at: at },
        Refusal::UndoWindowClosed { closed_at: at },
        Refusal::ShiftNotOver { ends_at: at },
        Refusal::ShiftNotRecorded { shift: ShiftId::new(Uuid::nil()), starts_at: at },
        Refusal::OverlappingShift { shift: ShiftId::new(Uuid::nil()), starts_at: at, ends_at: at },
        Refusal::MonthNotClosable { closable_at: at },
    ];
    for refusal in with_moments {
        let figures = serde_json::to_value(&refusal).unwrap();
        let told: Vec<&Value> = figures.as_object().unwrap().values().collect();
        assert!(told.contains(&&json!("1970-01-01T00:00:00Z")), "{refusal:?}");
        assert!(!refusal.to_string().contains(|c: char| c.is_ascii_digit()), "{refusal}");
    }
}
