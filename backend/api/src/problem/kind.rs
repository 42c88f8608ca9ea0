//! Every kind of problem there is: its word, its status, its title.

use actix_web::http::StatusCode;
use serde::Serialize;
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

/// A kind of problem. The word is stable: programs may rely on it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[schema(as = ProblemKind)]
#[expect(missing_docs, reason = "the titles below say what each kind is")]
pub enum Kind {
    // The request itself
    MalformedBody,
    IdempotencyKeyMissing,
    NotSignedIn,
    SignInFailed,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    RequestTimeout,
    BodyTooLarge,
    UnsupportedMediaType,
    InvalidInput,
    IdempotencyKeyReused,
    RequestInProgress,
    TooManyRequests,
    // The rules
    NotEnoughPoints,
    AlreadyReversed,
    NotReversible,
    GiftToOneself,
    OwnWallet,
    NotEligible,
    NoRulebookInForce,
    NoShowsNotRuled,
    PactNotRuled,
    GiftLimitReached,
    FundClosed,
    AlreadyPublished,
    InForceTooEarly,
    UnsuitableParent,
    TeamHasDerivedTeams,
    TeamDissolved,
    AlreadyMember,
    NotAMember,
    ResidentNotActive,
    PactNotOpen,
    MonthNotOver,
    MarkedElsewhere,
    SettlerIsRecorder,
    SettlerIsBlockHead,
    SettlersHousehold,
    NameTaken,
    AccountExists,
    WrongState,
    ShiftFull,
    CapacityBelowTaken,
    Clash,
    NotSignedUp,
    WrongPlaceCode,
    OutsideCheckIn,
    AlreadyChecked,
    NotCheckedIn,
    AlreadySignedUp,
    ShiftStarted,
    RosterEmpty,
    ReviewerIsOrganiser,
    ReviewerIsEditor,
    ReviewerIsRecorder,
    ReviewerInRoster,
    ShiftNotOver,
    ShiftNotStarted,
    RosterNotSettled,
    AlreadyAppealed,
    NotAppealed,
    AlreadyDecided,
    DeciderIsMarker,
    OfferNotOpen,
    OfferNotYetValid,
    OfferClosed,
    QuotaUsedUp,
    PersonLimitReached,
    AgeNotEligible,
    BirthYearUnknown,
    QuotaBelowTaken,
    VoucherUnknown,
    VoucherUsed,
    VoucherReleased,
    VoucherExpired,
    WrongStore,
    StoreClosed,
    BillTooSmall,
    AlreadyUndone,
    UndoWindowClosed,
    PartnerNotActive,
    RewardNotOnShelf,
    OutOfStock,
    CountBelowReserved,
    QuarterLimitReached,
    SubstituteDearer,
    CounterClosed,
    CommunityChoiceNeeded,
    LastAdministrator,
    // The server
    Internal,
    Unavailable,
}

impl Kind {
    /// The HTTP status it is answered with.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::MalformedBody | Self::IdempotencyKeyMissing => StatusCode::BAD_REQUEST,
            Self::NotSignedIn | Self::SignInFailed => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::RequestTimeout => StatusCode::REQUEST_TIMEOUT,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::InvalidInput | Self::IdempotencyKeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooManyRequests => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            // A rule said no.
            _ => StatusCode::CONFLICT,
        }
    }

    /// What it is called, in Chinese and in English.
    #[expect(clippy::too_many_lines, reason = "a table")]
    const fn titles(self) -> (&'static str, &'static str) {
        match self {
            Self::MalformedBody => ("请求内容无法识别", "The body cannot be read"),
            Self::IdempotencyKeyMissing => ("缺少 Idempotency-Key", "The Idempotency-Key header is missing"),
            Self::NotSignedIn => ("请先登录", "Sign in first"),
            Self::SignInFailed => ("手机号或密码不正确", "Wrong phone or password"),
            Self::Forbidden => ("没有权限", "Not allowed"),
            Self::NotFound => ("没有找到", "Not found"),
            Self::MethodNotAllowed => ("不支持这种请求方式", "Method not allowed"),
            Self::RequestTimeout => ("网络太慢，请重试", "The body took too long to arrive"),
            Self::BodyTooLarge => ("请求内容过大", "The body is too large"),
            Self::UnsupportedMediaType => ("请求内容应为 JSON", "The body must be JSON"),
            Self::InvalidInput => ("填写有误", "Something is filled in wrongly"),
            Self::IdempotencyKeyReused => {
                ("该请求编号已用于其他操作", "The key was used for another request")
            }
            Self::RequestInProgress => {
                ("上一次请求仍在处理，请稍候", "The same request is still being carried out")
            }
            Self::TooManyRequests => ("尝试次数过多，请稍后再试", "Too many tries; come again later"),
            Self::NotEnoughPoints => ("积分不足", "Not enough points"),
            Self::AlreadyReversed => ("已经冲正", "Already reversed"),
            Self::NotReversible => ("不能冲正", "Cannot be reversed"),
            Self::GiftToOneself => ("不能赠送给自己", "A gift goes to somebody else"),
            Self::OwnWallet => ("不能处理自己的积分", "Not one's own wallet"),
            Self::NotEligible => ("不符合适用条件", "Not eligible"),
            Self::NoRulebookInForce => ("没有生效的管理办法", "No rule book was in force"),
            Self::PactNotRuled => ("管理办法没有守约规则", "The rule book has no rule for the pact"),
            Self::NoShowsNotRuled => {
                ("管理办法没有规定报名未到如何处理", "The rule book says nothing of no-shows")
            }
            Self::GiftLimitReached => ("超过每月赠送上限", "More than may be given away in a month"),
            Self::FundClosed => ("公益基金已结束", "The fund is closed"),
            Self::AlreadyPublished => ("已发布，不能再改", "Already published"),
            Self::InForceTooEarly => ("生效时间过早", "In force too early"),
            Self::UnsuitableParent => ("上级队伍不合适", "Unsuitable parent team"),
            Self::TeamHasDerivedTeams => ("还有下级队伍", "The team has derived teams"),
            Self::TeamDissolved => ("队伍已解散", "The team is dissolved"),
            Self::AlreadyMember => ("已是成员或已申请", "Already a member"),
            Self::NotAMember => ("不是成员", "Not a member"),
            Self::ResidentNotActive => ("居民已不在册", "The resident is no longer registered"),
            Self::NameTaken => ("名称已被使用", "The name is taken"),
            Self::AccountExists => ("该手机号或居民已有账号", "There is an account already"),
            Self::PactNotOpen => ("还没到登记时间", "Too early to record this month"),
            Self::MonthNotOver => ("这个月还没有结束", "The month is not over"),
            Self::MarkedElsewhere => ("已在原来的楼栋登记", "Recorded in another building for this month"),
            Self::SettlerIsRecorder => ("登记人不能结算", "Not by who recorded it"),
            Self::SettlerIsBlockHead => ("楼栋长不能结算本楼栋", "Not by the building's block head"),
            Self::SettlersHousehold => ("其中有自己家，不能结算", "Not by somebody of these households"),
            Self::WrongState => ("当前状态不能这样操作", "Not in this state"),
            Self::ShiftFull => ("名额已满", "The shift is full"),
            Self::CapacityBelowTaken => ("名额少于已报名人数", "Fewer places than sign-ups"),
            Self::Clash => ("时间冲突", "A clash with another shift"),
            Self::NotSignedUp => ("没有报名", "Not signed up"),
            Self::WrongPlaceCode => ("签到码不对", "Not the code that is shown now"),
            Self::OutsideCheckIn => ("不在签到签退时间内", "Too early or too late to check in or out"),
            Self::AlreadyChecked => ("已经签过", "Already checked in or out"),
            Self::NotCheckedIn => ("还没有签到", "Not checked in yet"),
            Self::AlreadySignedUp => ("已经报名", "Already signed up"),
            Self::ShiftStarted => ("班次已开始", "The shift has begun"),
            Self::RosterEmpty => ("名册为空", "The roster is empty"),
            Self::ReviewerIsOrganiser => ("发起人不能审核或结算", "Not by who proposed it"),
            Self::ReviewerIsEditor => ("修改人不能审核", "Not by who changed it last"),
            Self::ReviewerIsRecorder => ("登记人不能结算", "Not by who wrote the roster"),
            Self::ReviewerInRoster => ("名册中有本人，不能结算", "Not by who stands in the roster"),
            Self::ShiftNotOver => ("班次尚未结束", "The last shift is not over"),
            Self::ShiftNotStarted => ("班次尚未开始", "The shift has not begun"),
            Self::RosterNotSettled => ("名册尚未结算", "The roster is not settled yet"),
            Self::AlreadyAppealed => ("已经申诉过", "Already appealed"),
            Self::NotAppealed => ("没有申诉", "Nobody has appealed"),
            Self::AlreadyDecided => ("已经处理", "Already decided"),
            Self::DeciderIsMarker => ("登记人不能处理申诉", "Not by who marked it"),
            Self::OfferNotOpen => ("优惠暂未开放", "The offer is not open"),
            Self::OfferNotYetValid => ("优惠尚未开始", "The offer has not begun"),
            Self::OfferClosed => ("优惠已结束", "The offer has ended"),
            Self::QuotaUsedUp => ("名额已领完", "All have been taken"),
            Self::PersonLimitReached => ("已达每人限领数", "The limit per person is reached"),
            Self::AgeNotEligible => ("年龄不符合", "Not of the eligible age"),
            Self::BirthYearUnknown => ("未登记出生年份", "The year of birth is not registered"),
            Self::QuotaBelowTaken => ("名额少于已领取数", "The quota is below what was taken"),
            Self::VoucherUnknown => ("没有这个券码", "Unknown voucher"),
            Self::VoucherUsed => ("该券已核销", "The voucher was used"),
            Self::VoucherReleased => ("该券已取消", "The voucher was given back"),
            Self::VoucherExpired => ("该券已过期", "The voucher has expired"),
            Self::WrongStore => ("不能在本店使用", "Not for this store"),
            Self::StoreClosed => ("本店已暂停核销", "The store takes no vouchers at present"),
            Self::BillTooSmall => ("消费金额未达要求", "The bill is too small"),
            Self::AlreadyUndone => ("已撤销", "Already undone"),
            Self::UndoWindowClosed => ("已超过撤销时限", "Too late to undo"),
            Self::PartnerNotActive => ("合伙人未在合作中", "The partner is not active"),
            Self::RewardNotOnShelf => ("已下架", "Not on the shelf"),
            Self::OutOfStock => ("库存不足", "Out of stock"),
            Self::CountBelowReserved => ("清点数少于已预订数", "Fewer counted than promised"),
            Self::QuarterLimitReached => ("已达本季度限兑数", "The limit per person and quarter is reached"),
            Self::SubstituteDearer => ("替换物品积分过高", "The substitute costs more"),
            Self::CounterClosed => ("今天不是开放日", "The supermarket is not open today"),
            Self::CommunityChoiceNeeded => ("请选择社区", "Choose a community"),
            Self::LastAdministrator => ("最后一位管理员", "The last administrator"),
            Self::Internal => ("服务器出错了", "Something went wrong on the server"),
            Self::Unavailable => ("服务暂时不可用，请稍后重试", "Unavailable for a moment; try again"),
        }
    }

    /// What it is called, in Chinese.
    pub const fn title(self) -> &'static str {
        self.titles().0
    }

    /// What it is called, in English.
    pub const fn title_en(self) -> &'static str {
        self.titles().1
    }
}
