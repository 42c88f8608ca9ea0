//! Identifiers: a UUID that knows what it identifies, so that a resident's id cannot stand where a team's belongs.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use uuid::Uuid;

/// The things that have identifiers.
pub mod of {
    /// A tenant.
    pub enum Community {}
    /// A person who signs in.
    pub enum User {}
    /// A session of a user: a family of refresh tokens.
    pub enum Session {}
    /// A grid 网格.
    pub enum Grid {}
    /// A building 楼栋.
    pub enum Building {}
    /// A household 户.
    pub enum Household {}
    /// A resident 居民.
    pub enum Resident {}
    /// An import 导入 of residents or of opening balances.
    pub enum Import {}
    /// A version of the rule book 管理办法.
    pub enum Rulebook {}
    /// A volunteer team 志愿队伍.
    pub enum Team {}
    /// A resident's membership in a team.
    pub enum Membership {}
    /// An activity of a team.
    pub enum Activity {}
    /// A shift 班次 of an activity.
    pub enum Shift {}
    /// A resident's sign-up for a shift.
    pub enum Signup {}
    /// A resident's attendance of a shift.
    pub enum Attendance {}
    /// A mark of who signed up and came late or not at all.
    pub enum NoShow {}
    /// A claim 申报 of a resident's own good deed.
    pub enum Claim {}
    /// A photo.
    pub enum Photo {}
    /// What somebody said about a claim, or about something else that needs another pair of eyes.
    pub enum Review {}
    /// An adjustment of a wallet that needs a second person.
    pub enum Adjustment {}
    /// The neighbourhood pact 守约 in a building in a month.
    pub enum Pact {}
    /// Whether a household kept the pact in a month.
    pub enum PactMark {}
    /// A points account.
    pub enum Account {}
    /// A transfer between two accounts.
    pub enum Transfer {}
    /// A fund 公益基金.
    pub enum Fund {}
    /// Points of a wallet that are held 冻结.
    pub enum Hold {}
    /// A notice 通知 to a resident.
    pub enum Notice {}
    /// The seal of a day's transfers.
    pub enum Seal {}
    /// A verification 核对: what came of recomputing everything.
    pub enum Verification {}
    /// A partner 合伙人.
    pub enum Partner {}
    /// A store 门店 of a partner.
    pub enum Store {}
    /// An offer 优惠/服务项目 of a partner.
    pub enum Offer {}
    /// A voucher 券: one resident's claim on an offer.
    pub enum Voucher {}
    /// A slot 场次: when something takes place, and for how many.
    pub enum Slot {}
    /// A confirmation 核销 of a voucher.
    pub enum Confirmation {}
    /// A correction of a confirmation, by the desk.
    pub enum Correction {}
    /// A confirmation that failed.
    pub enum FailedConfirmation {}
    /// The statement 对账单 of a store for a month.
    pub enum Statement {}
    /// A line of a statement.
    pub enum StatementLine {}
    /// A signal of abuse 异常提示.
    pub enum Signal {}
    /// A reward 兑换物品 of the points supermarket.
    pub enum Reward {}
    /// A change of a reward's stock.
    pub enum StockMovement {}
    /// A version of a reward's price.
    pub enum RewardPrice {}
    /// A stocktake 盘点.
    pub enum Stocktake {}
    /// A wish poll 心愿征集.
    pub enum WishPoll {}
    /// Something that can be voted for.
    pub enum WishCandidate {}
    /// An order 兑换单.
    pub enum Order {}
    /// A line of the audit log.
    pub enum AuditEntry {}
}

/// The identifier of a `T` (one of [`of`]): a UUIDv7 made by the application.
pub struct Id<T> {
    uuid: Uuid,
    of: PhantomData<fn() -> T>,
}

/// A tenant.
pub type CommunityId = Id<of::Community>;
/// A person who signs in.
pub type UserId = Id<of::User>;
/// A session of a user.
pub type SessionId = Id<of::Session>;
/// A grid 网格.
pub type GridId = Id<of::Grid>;
/// A building 楼栋.
pub type BuildingId = Id<of::Building>;
/// A household 户.
pub type HouseholdId = Id<of::Household>;
/// A resident.
pub type ResidentId = Id<of::Resident>;
/// An import of residents or of opening balances.
pub type ImportId = Id<of::Import>;
/// A version of the rule book.
pub type RulebookId = Id<of::Rulebook>;
/// A team.
pub type TeamId = Id<of::Team>;
/// A membership in a team.
pub type MembershipId = Id<of::Membership>;
/// An activity.
pub type ActivityId = Id<of::Activity>;
/// A shift of an activity.
pub type ShiftId = Id<of::Shift>;
/// A sign-up for a shift.
pub type SignupId = Id<of::Signup>;
/// An attendance of a shift.
pub type AttendanceId = Id<of::Attendance>;
/// A mark of who signed up and came late or not at all.
pub type NoShowId = Id<of::NoShow>;
/// A claim of a resident's own good deed.
pub type ClaimId = Id<of::Claim>;
/// A photo.
pub type PhotoId = Id<of::Photo>;
/// What somebody said about a claim, or about something else that needs another pair of eyes.
pub type ReviewId = Id<of::Review>;
/// An adjustment of a wallet that needs a second person.
pub type AdjustmentId = Id<of::Adjustment>;
/// The pact in a building in a month.
pub type PactId = Id<of::Pact>;
/// Whether a household kept the pact in a month.
pub type PactMarkId = Id<of::PactMark>;
/// A points account.
pub type AccountId = Id<of::Account>;
/// A transfer.
pub type TransferId = Id<of::Transfer>;
/// A fund.
pub type FundId = Id<of::Fund>;
/// A hold.
pub type HoldId = Id<of::Hold>;
/// Identifies a notice.
pub type NoticeId = Id<of::Notice>;
/// The seal of a day's transfers.
pub type SealId = Id<of::Seal>;
/// A verification.
pub type VerificationId = Id<of::Verification>;
/// A partner.
pub type PartnerId = Id<of::Partner>;
/// A store.
pub type StoreId = Id<of::Store>;
/// An offer.
pub type OfferId = Id<of::Offer>;
/// A voucher.
pub type VoucherId = Id<of::Voucher>;
/// A slot.
pub type SlotId = Id<of::Slot>;
/// A confirmation.
pub type ConfirmationId = Id<of::Confirmation>;
/// A correction of a confirmation.
pub type CorrectionId = Id<of::Correction>;
/// A failed confirmation.
pub type FailedConfirmationId = Id<of::FailedConfirmation>;
/// The statement of a store for a month.
pub type StatementId = Id<of::Statement>;
/// A line of a statement: the confirmation or the correction it is about.
pub type StatementLineId = Id<of::StatementLine>;
/// A signal of abuse.
pub type SignalId = Id<of::Signal>;
/// A reward.
pub type RewardId = Id<of::Reward>;
/// A stock movement.
pub type StockMovementId = Id<of::StockMovement>;
/// A version of a reward's price.
pub type RewardPriceId = Id<of::RewardPrice>;
/// A stocktake.
pub type StocktakeId = Id<of::Stocktake>;
/// A wish poll.
pub type WishPollId = Id<of::WishPoll>;
/// A candidate of a wish poll.
pub type WishCandidateId = Id<of::WishCandidate>;
/// An order.
pub type OrderId = Id<of::Order>;
/// A line of the audit log.
pub type AuditEntryId = Id<of::AuditEntry>;

impl<T> Id<T> {
    /// The identifier behind a UUID that is known to identify a `T`.
    pub const fn new(uuid: Uuid) -> Self {
        Self { uuid, of: PhantomData }
    }

    /// The bare UUID, as tables and tokens store it.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

impl CommunityId {
    /// The platform's own tenant, where its operators have their accounts.
    pub const PLATFORM: Self = Self::new(Uuid::nil());
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.uuid.fmt(f)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.uuid.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}

impl<T> PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
            .description(Some("Identifier (UUID)"))
            .into()
    }
}

impl<T> ToSchema for Id<T> {
    fn name() -> Cow<'static, str> {
        "Id".into()
    }
}
