//! Which kind of problem each refusal of a rule is.

use linli_domain::Refusal;

use super::Kind;

impl From<&Refusal> for Kind {
    #[expect(clippy::too_many_lines, reason = "a table")]
    fn from(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::NotEnoughPoints { .. } => Self::NotEnoughPoints,
            Refusal::AlreadyReversed => Self::AlreadyReversed,
            Refusal::NotReversible => Self::NotReversible,
            Refusal::GiftToOneself => Self::GiftToOneself,
            Refusal::GiftLimitReached { .. } => Self::GiftLimitReached,
            Refusal::FundClosed => Self::FundClosed,
            Refusal::FundTooSmall { .. } => Self::FundTooSmall,
            Refusal::OwnWallet => Self::OwnWallet,
            Refusal::UnknownRule { .. }
            | Refusal::UnknownLevel { .. }
            | Refusal::RuleByLevel { .. }
            | Refusal::PactRuleUnclear { .. }
            | Refusal::NotOfHousehold
            | Refusal::RulebookInvalid { .. }
            | Refusal::LongerThanShift { .. }
            | Refusal::MinutesUnknown
            | Refusal::DeedNotOver { .. }
            | Refusal::DeedLengthMissing { .. }
            | Refusal::PhotoMissing { .. }
            | Refusal::BeneficiaryIsClaimant
            | Refusal::ReasonMissing
            | Refusal::BillMissing
            | Refusal::OrderedTwice { .. }
            | Refusal::CountedTwice { .. }
            | Refusal::StockEntryInvalid { .. }
            | Refusal::NotInOrder
            | Refusal::ServiceAlone { .. }
            | Refusal::ShiftSpan
            | Refusal::ListedTwice
            | Refusal::OverlappingShift { .. }
            | Refusal::BirthYearAhead { .. }
            | Refusal::ImportFaulty { .. }
            | Refusal::NotAnOffice { .. }
            | Refusal::SlotInvalid { .. }
            | Refusal::WishPollInvalid { .. }
            | Refusal::OfferInvalid { .. } => Self::InvalidInput,
            Refusal::TwoReviewersNeeded { .. } => Self::TwoReviewersNeeded,
            Refusal::PhotoNeeded { .. } => Self::PhotoNeeded,
            Refusal::NotEligible { .. } | Refusal::NotForResident { .. } => Self::NotEligible,
            Refusal::NoRulebookInForce => Self::NoRulebookInForce,
            Refusal::NoShowsNotRuled => Self::NoShowsNotRuled,
            Refusal::PactNotRuled => Self::PactNotRuled,
            Refusal::AlreadyPublished => Self::AlreadyPublished,
            Refusal::InForceTooEarly { .. } => Self::InForceTooEarly,
            Refusal::UnsuitableParent => Self::UnsuitableParent,
            Refusal::TeamHasDerivedTeams => Self::TeamHasDerivedTeams,
            Refusal::TeamHasActivities => Self::TeamHasActivities,
            Refusal::TeamDissolved => Self::TeamDissolved,
            Refusal::AlreadyMember => Self::AlreadyMember,
            Refusal::NotAMember => Self::NotAMember,
            Refusal::ResidentNotActive => Self::ResidentNotActive,
            Refusal::ImportReversed => Self::ImportReversed,
            Refusal::ImportInUse { .. } => Self::ImportInUse,
            Refusal::PactNotOpen { .. } => Self::PactNotOpen,
            Refusal::MonthNotOver { .. } => Self::MonthNotOver,
            Refusal::MarkedElsewhere { .. } => Self::MarkedElsewhere,
            Refusal::SettlerIsRecorder => Self::SettlerIsRecorder,
            Refusal::SettlerIsBlockHead => Self::SettlerIsBlockHead,
            Refusal::SettlersHousehold => Self::SettlersHousehold,
            Refusal::LastAdministrator => Self::LastAdministrator,
            Refusal::NameTaken { .. } | Refusal::DoorTaken { .. } => Self::NameTaken,
            Refusal::WrongState { .. } => Self::WrongState,
            Refusal::ShiftFull => Self::ShiftFull,
            Refusal::CapacityBelowTaken { .. } => Self::CapacityBelowTaken,
            Refusal::NotSignedUp => Self::NotSignedUp,
            Refusal::WrongPlaceCode => Self::WrongPlaceCode,
            Refusal::OutsideCheckIn { .. } => Self::OutsideCheckIn,
            Refusal::AlreadyChecked { .. } => Self::AlreadyChecked,
            Refusal::NotCheckedIn => Self::NotCheckedIn,
            Refusal::Clash { .. } | Refusal::SlotClash { .. } => Self::Clash,
            Refusal::AlreadySignedUp => Self::AlreadySignedUp,
            Refusal::ShiftStarted => Self::ShiftStarted,
            Refusal::ShiftNotRecorded { .. } => Self::ShiftNotRecorded,
            Refusal::ReviewerIsOrganiser => Self::ReviewerIsOrganiser,
            Refusal::ReviewerIsEditor => Self::ReviewerIsEditor,
            Refusal::ReviewerIsRecorder => Self::ReviewerIsRecorder,
            Refusal::ReviewerInRoster => Self::ReviewerInRoster,
            Refusal::ShiftNotOver { .. } => Self::ShiftNotOver,
            Refusal::ShiftNotStarted => Self::ShiftNotStarted,
            Refusal::RosterNotSettled => Self::RosterNotSettled,
            Refusal::AlreadyAppealed => Self::AlreadyAppealed,
            Refusal::NotAppealed => Self::NotAppealed,
            Refusal::AlreadyDecided => Self::AlreadyDecided,
            Refusal::DeciderIsMarker => Self::DeciderIsMarker,
            Refusal::DeciderIsAppellant => Self::DeciderIsAppellant,
            Refusal::AlreadyClaimed | Refusal::TimeCounted { .. } => Self::AlreadyClaimed,
            Refusal::ReviewerIsClaimant => Self::ReviewerIsClaimant,
            Refusal::ReviewerInHousehold => Self::ReviewerInHousehold,
            Refusal::ReviewerIsProposer => Self::ReviewerIsProposer,
            Refusal::AlreadyReviewed => Self::AlreadyReviewed,
            Refusal::ReviewerTookPart => Self::ReviewerTookPart,
            Refusal::AppealNotReturned => Self::AppealNotReturned,
            Refusal::TooManyPhotos { .. } => Self::TooManyPhotos,
            Refusal::OfferNotOpen => Self::OfferNotOpen,
            Refusal::OfferNotYetValid { .. } => Self::OfferNotYetValid,
            Refusal::OfferClosed { .. } => Self::OfferClosed,
            Refusal::QuotaUsedUp | Refusal::PeriodQuotaUsedUp { .. } => Self::QuotaUsedUp,
            Refusal::PersonLimitReached { .. } => Self::PersonLimitReached,
            Refusal::LimitReached { .. } => Self::LimitReached,
            Refusal::OutsideHours { .. } => Self::OutsideHours,
            Refusal::NoHoursLeft => Self::NoHoursLeft,
            Refusal::AgeNotEligible => Self::AgeNotEligible,
            Refusal::BirthYearUnknown => Self::BirthYearUnknown,
            Refusal::QuotaBelowTaken { .. } => Self::QuotaBelowTaken,
            Refusal::VoucherUnknown => Self::VoucherUnknown,
            Refusal::VoucherInUse { .. } => Self::VoucherInUse,
            Refusal::VoucherDeactivated { .. } => Self::VoucherDeactivated,
            Refusal::TokenExpired { .. } => Self::VoucherTokenExpired,
            Refusal::VoucherUsed => Self::VoucherUsed,
            Refusal::VoucherReleased => Self::VoucherReleased,
            Refusal::VoucherExpired { .. } => Self::VoucherExpired,
            Refusal::WrongStore => Self::WrongStore,
            Refusal::StoreClosed => Self::StoreClosed,
            Refusal::BillTooSmall { .. } => Self::BillTooSmall,
            Refusal::AlreadyUndone => Self::AlreadyUndone,
            Refusal::UndoWindowClosed { .. } => Self::UndoWindowClosed,
            Refusal::MonthClosed => Self::MonthClosed,
            Refusal::MonthNotClosable { .. } => Self::MonthNotClosable,
            Refusal::OwnDispute => Self::OwnDispute,
            Refusal::ListTooLong { .. } => Self::ListTooLong,
            Refusal::UndoWindowOpen { .. } => Self::UndoWindowOpen,
            Refusal::AlreadyCorrected => Self::AlreadyCorrected,
            Refusal::CorrectorIsCashier => Self::CorrectorIsCashier,
            Refusal::LaterUsesStand => Self::LaterUsesStand,
            Refusal::OfferWithoutSlots => Self::OfferWithoutSlots,
            Refusal::SlotFull => Self::SlotFull,
            Refusal::SlotBegun { .. } => Self::SlotBegun,
            Refusal::SlotCancelled => Self::SlotCancelled,
            Refusal::SlotTaken { .. } => Self::SlotTaken,
            Refusal::SeatsBelowTaken { .. } => Self::SeatsBelowTaken,
            Refusal::OutsideSlot { .. } => Self::OutsideSlot,
            Refusal::PartnerNotActive => Self::PartnerNotActive,
            Refusal::RewardNotOnShelf { .. } => Self::RewardNotOnShelf,
            Refusal::OutOfStock { .. } => Self::OutOfStock,
            Refusal::QuarterLimitReached { .. } => Self::QuarterLimitReached,
            Refusal::SubstituteDearer { .. } => Self::SubstituteDearer,
            Refusal::CounterClosed { .. } => Self::CounterClosed,
            Refusal::CountBelowReserved { .. } => Self::CountBelowReserved,
            Refusal::StockMoved { .. } => Self::StockMoved,
            Refusal::RewardIsService { .. } => Self::RewardIsService,
            Refusal::RewardIsGoods { .. } => Self::RewardIsGoods,
            Refusal::WishPollNotOpen { .. } => Self::WishPollNotOpen,
            Refusal::WishPollNotClosed { .. } => Self::WishPollNotClosed,
            Refusal::WishPollHasBallots { .. } => Self::WishPollHasBallots,
        }
    }
}
