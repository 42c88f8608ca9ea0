//! Why a rule says no. Each refusal carries what the person needs to understand it; its text is what they read.
//!
//! A moment is a figure and stands in no text: a text would say it in UTC, and only the screen knows the community's time.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use crate::calendar::Period;
use crate::ids::{ActivityId, ShiftId};
use crate::money::Fen;
use crate::points::Points;
use crate::roles::Role;
use crate::rulebooks::{Missed, Per};

/// A named refusal of a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(untagged)]
#[expect(
    missing_docs,
    reason = "the sentence of each variant says what it is, the types of its figures in what"
)]
pub enum Refusal {
    // The ledger
    #[error("积分不足：需要 {price} 分，可用 {available} 分")]
    NotEnoughPoints { price: Points, available: Points },
    #[error("这笔记录已经冲正过，不能重复冲正")]
    AlreadyReversed,
    #[error("这类记录不能冲正")]
    NotReversible,
    #[error("不能处理自己或同户家人的积分，请由其他工作人员办理")]
    OwnWallet,

    #[error("不能赠送给自己")]
    GiftToOneself,
    #[error("每人每月最多赠送 {per_month} 分，本月已赠送 {given} 分")]
    GiftLimitReached { per_month: Points, given: Points },
    #[error("公益基金积分不足：需要 {points} 分，还有 {left} 分")]
    FundTooSmall { points: Points, left: Points },
    #[error("该公益基金已结束，不再接受捐赠")]
    FundClosed,

    // The rule book
    #[error("管理办法中没有规则「{code}」")]
    UnknownRule { code: String },
    #[error("请选择等级：{}", levels.join("、"))]
    UnknownLevel { levels: Vec<String> },
    #[error("规则「{code}」按等级计分，不能用于活动签到")]
    RuleByLevel { code: String },
    #[error("「{rule_title}」须两人审核，请由居民逐件申报")]
    TwoReviewersNeeded { rule_title: String },
    #[error("「{rule_title}」须附照片，请由居民逐件申报")]
    PhotoNeeded { rule_title: String },
    #[error("不符合「{rule_title}」的适用条件：{missed}")]
    NotEligible { rule_title: String, missed: Missed },
    #[error("管理办法的这一处填写有误：{place}")]
    RulebookInvalid { place: String },
    #[error("当时没有生效的管理办法")]
    NoRulebookInForce,
    #[error("管理办法没有规定报名未到如何处理")]
    NoShowsNotRuled,
    #[error("当时的管理办法没有按户按次计分的守约规则")]
    PactNotRuled,
    #[error("有多条守约规则，请选择其一：{}", codes.join("、"))]
    PactRuleUnclear { codes: Vec<String> },
    #[error("该版本已发布，不能再改；请另起新版本")]
    AlreadyPublished,
    #[error("生效时间过早：不能早于现在，也不能早于已发布的版本")]
    InForceTooEarly { earliest: DateTime<Utc> },

    // Teams
    #[error("上级队伍不合适：核心队伍挂在机构下，衍生队伍挂在核心队伍下")]
    UnsuitableParent,
    #[error("该队伍还有下级队伍，不能解散")]
    TeamHasDerivedTeams,
    #[error("该队伍还有已发布、未结算的活动，请先结算或取消，再解散队伍")]
    TeamHasActivities,
    #[error("该队伍已解散")]
    TeamDissolved,
    #[error("已经是成员或已提交申请")]
    AlreadyMember,
    #[error("不是该队伍的成员")]
    NotAMember,

    // Residents
    #[error("该居民已不在册")]
    ResidentNotActive,
    #[error("表格有 {faults} 处错误，没有导入任何内容")]
    ImportFaulty { faults: usize },
    #[error("这次导入已经撤回，不能重复撤回")]
    ImportReversed,
    #[error("有 {residents} 位居民已产生记录，没有撤回；可选择保留这些居民")]
    ImportInUse { residents: usize },
    #[error("出生年份不能晚于 {this_year} 年")]
    BirthYearAhead { this_year: i32 },

    #[error("该居民不是这一户的在册成员")]
    NotOfHousehold,

    // The neighbourhood pact
    #[error("这个月的守约情况还没到登记时间")]
    PactNotOpen { opens_at: DateTime<Utc> },
    #[error("这个月还没有结束，不能结算")]
    MonthNotOver { ends_at: DateTime<Utc> },
    #[error("「{door}」本月已在其他楼栋登记，请先到该楼栋撤销")]
    MarkedElsewhere { door: String },
    #[error("不能结算自己登记的守约情况，请换一位结算")]
    SettlerIsRecorder,
    #[error("不能结算自己担任楼栋长的楼栋，请换一位结算")]
    SettlerIsBlockHead,
    #[error("名单中有您本户，请由其他人结算")]
    SettlersHousehold,

    // Users
    #[error("只能任命社区管理员、社区工作者和社工，其他身份按实际情况自动产生")]
    NotAnOffice { role: Role },
    #[error("这是最后一位可登录的社区管理员，请先任命另一位")]
    LastAdministrator,

    // What is already so, or not in the state that the act needs
    #[error("名称「{name}」已被使用")]
    NameTaken { name: String },
    #[error("门牌「{door}」已登记")]
    DoorTaken { door: String },
    #[error("当前状态不能这样操作")]
    WrongState { state: String },

    // Activities
    #[error("该班次名额已满")]
    ShiftFull,
    #[error("名额不能少于已报名的 {taken} 人")]
    CapacityBelowTaken { taken: i32 },
    #[error("与已报名的「{title}」时间冲突")]
    Clash { activity: ActivityId, title: String, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    #[error("已经报名该班次")]
    AlreadySignedUp,
    #[error("没有报名该班次，请联系现场负责人")]
    NotSignedUp,
    #[error("签到码不对或已更换，请看现场最新的签到码")]
    WrongPlaceCode,
    #[error("不在签到签退时间内")]
    OutsideCheckIn { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    #[error("已经签过，不用重复")]
    AlreadyChecked { at: DateTime<Utc> },
    #[error("还没有签到，不能签退")]
    NotCheckedIn,
    #[error("没有完整的签到签退记录，请填写时长")]
    MinutesUnknown,
    #[error("该班次已经开始")]
    ShiftStarted,
    #[error("时长超出班次：该班次最长 {longest} 分钟")]
    LongerThanShift { longest: i64 },
    #[error("还有班次没有登记到场情况，登记之后才能结算；没有人到场也要登记")]
    ShiftNotRecorded { shift: ShiftId, starts_at: DateTime<Utc> },
    #[error("不能审核或结算自己发起的活动")]
    ReviewerIsOrganiser,
    #[error("不能审核自己修改过的方案，请换一位审核")]
    ReviewerIsEditor,
    #[error("不能结算自己登记或代为签到的名册，请换一位结算")]
    ReviewerIsRecorder,
    #[error("名册里有自己，请换一位结算")]
    ReviewerInRoster,
    #[error("最后一个班次尚未结束，结束之后才能结算")]
    ShiftNotOver { ends_at: DateTime<Utc> },
    #[error("班次结束时间应晚于开始时间，且不超过 24 小时")]
    ShiftSpan,
    #[error("该班次尚未开始，不能登记签到")]
    ShiftNotStarted,
    #[error("同一居民在同一班次只能登记一次")]
    ListedTwice,
    #[error("该居民已登记在另一个时间重叠的班次")]
    OverlappingShift { shift: ShiftId, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },

    // No-shows
    #[error("签到名册结算后才能登记缺席和迟到")]
    RosterNotSettled,
    #[error("已经申诉过")]
    AlreadyAppealed,
    #[error("该居民没有申诉")]
    NotAppealed,
    #[error("这条申诉已经处理")]
    AlreadyDecided,
    #[error("不能处理自己登记的缺席或迟到，请换一位处理")]
    DeciderIsMarker,
    #[error("不能处理自己代为提交的申诉，请换一位处理")]
    DeciderIsAppellant,

    // Claims and reviews
    #[error("所填时间还没到，请在事情完成后再填报")]
    DeedNotOver { ends_at: DateTime<Utc> },
    #[error("「{rule_title}」按时长计分，请填写时长")]
    DeedLengthMissing { rule_title: String },
    #[error("「{rule_title}」需附照片，请至少上传一张")]
    PhotoMissing { rule_title: String },
    #[error("这件事已经申报过")]
    AlreadyClaimed,
    #[error("这段时间已在活动中登记或已申报，不能重复计分")]
    TimeCounted { starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    #[error("受益人不能是申报人本人")]
    BeneficiaryIsClaimant,
    #[error("不能审核自己的申报或自己提交的申报，请换一位审核")]
    ReviewerIsClaimant,
    #[error("不能审核同户家人的申报，请换一位审核")]
    ReviewerInHousehold,
    #[error("您已审核过，须由另一位审核")]
    AlreadyReviewed,
    #[error("不能处理自己提出的调整，请由另一位工作人员办理")]
    ReviewerIsProposer,
    #[error("您参与过此前的审核，申诉须由另一位处理")]
    ReviewerTookPart,
    #[error("请填写理由")]
    ReasonMissing,
    #[error("申诉不能再退回补充，只能通过或不通过")]
    AppealNotReturned,
    #[error("已上传 {most} 张照片尚未使用，请先提交申报")]
    TooManyPhotos { most: i64 },

    // Offers, vouchers and confirmations
    #[error("该优惠暂未开放")]
    OfferNotOpen,
    #[error("该优惠尚未开始")]
    OfferNotYetValid { opens_at: DateTime<Utc> },
    #[error("该优惠已结束")]
    OfferClosed { closed_at: DateTime<Utc> },
    #[error("名额已领完")]
    QuotaUsedUp,
    #[error("每人限领 {limit} 张，已领满")]
    PersonLimitReached { limit: i64 },
    #[error("年龄不符合该优惠的要求")]
    AgeNotEligible,
    #[error("未登记出生年份，请先到社区补登")]
    BirthYearUnknown,
    #[error("{}名额已领完", if *period == Period::Day { "今日" } else { period.chinese() })]
    PeriodQuotaUsedUp { period: Period, quota: i64 },
    #[error("{}{}限 {limit} 次，已达上限", per.each_in_chinese(), period.each_in_chinese())]
    LimitReached { period: Period, per: Per, limit: i64 },
    #[error("不符合该优惠的适用条件：{missed}")]
    NotForResident { missed: Missed },
    #[error("不在可用时段内")]
    OutsideHours { opens_at: Option<DateTime<Utc>> },
    #[error("有效期内已没有可用时段")]
    NoHoursLeft,
    #[error("名额不能少于已领取的 {taken} 份")]
    QuotaBelowTaken { taken: i64 },
    #[error("没有这个券码")]
    VoucherUnknown,
    #[error("该券已核销")]
    VoucherUsed,
    #[error("该券已使用过，不能取消或停用")]
    VoucherInUse { used: i32, uses: i32 },
    #[error("该券已停用：{reason}")]
    VoucherDeactivated { reason: String },
    #[error("二维码已过期，请让居民刷新后再扫")]
    TokenExpired { expired_at: DateTime<Utc> },
    #[error("该券已取消")]
    VoucherReleased,
    #[error("该券已过期")]
    VoucherExpired { expired_at: DateTime<Utc> },
    #[error("该券不能在本店使用")]
    WrongStore,
    #[error("本店已暂停核销，请联系负责人")]
    StoreClosed,
    #[error("消费金额未满 {min_spend}")]
    BillTooSmall { min_spend: Fen },
    #[error("请输入消费金额")]
    BillMissing,
    #[error("这笔核销已撤销")]
    AlreadyUndone,
    #[error("已超过撤销时限，不能再撤销")]
    UndoWindowClosed { closed_at: DateTime<Utc> },
    #[error("该门店当月对账单已关账，不能再改")]
    MonthClosed,
    #[error("该月尚未结束或仍有核销可撤销，暂不能关账")]
    MonthNotClosable { closable_at: DateTime<Utc> },
    #[error("不能处理自己提出的异议，请换一位处理")]
    OwnDispute,
    #[error("符合条件的超过 {most} 行，不能导出表格，请缩小范围")]
    ListTooLong { most: i64 },
    #[error("这笔核销已更正")]
    AlreadyCorrected,
    #[error("撤销时限内请由门店撤销")]
    UndoWindowOpen { closes_at: DateTime<Utc> },
    #[error("不能更正自己的核销，请由其他工作人员办理")]
    CorrectorIsCashier,
    #[error("该券之后的使用记录仍有效，请先更正那些记录")]
    LaterUsesStand,

    // Slots
    #[error("该优惠不按场次进行")]
    OfferWithoutSlots,
    #[error("{why}")]
    SlotInvalid { place: &'static str, why: &'static str },
    #[error("该场次名额已满")]
    SlotFull,
    #[error("该场次已经开始")]
    SlotBegun { starts_at: DateTime<Utc> },
    #[error("该场次已取消")]
    SlotCancelled,
    #[error("与已预约的「{title}」时间冲突")]
    SlotClash { title: String, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    #[error("不在该场次的核销时间内")]
    OutsideSlot { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    #[error("名额不能少于已预约的 {taken} 个")]
    SeatsBelowTaken { taken: i32 },
    #[error("已有人预约，不能改时间；需要改期时，请取消该场次并另开一场")]
    SlotTaken { taken: i32 },

    // Offers
    #[error("{why}")]
    OfferInvalid { place: &'static str, why: &'static str },
    #[error("该合伙人已暂停或退出合作")]
    PartnerNotActive,

    // Rewards and orders
    #[error("「{name}」已下架")]
    RewardNotOnShelf { name: String },
    #[error("「{name}」重复，请合并为一行")]
    OrderedTwice { name: String },
    #[error("「{name}」库存不足，还有 {left} 件")]
    OutOfStock { name: String, left: i64 },
    #[error("「{name}」每人每季度限兑 {limit} 份，本季度还可兑 {left} 份")]
    QuarterLimitReached { name: String, limit: i64, left: i64 },
    #[error("兑换单中没有这件物品")]
    NotInOrder,
    #[error("替换物品每件 {price} 分，不能高于原来的 {most} 分")]
    SubstituteDearer { most: Points, price: Points },
    #[error("今天不是积分超市开放日，下次开放：{next}")]
    CounterClosed { next: NaiveDate },
    #[error("「{name}」有 {reserved} 件已被预订，清点数不能更少；请先取消相应的兑换单")]
    CountBelowReserved { name: String, reserved: i64 },
    #[error("「{name}」重复清点，每件物品请只填一次")]
    CountedTwice { name: String },
    #[error("{why}")]
    StockEntryInvalid { place: &'static str, why: &'static str },
    #[error("清点期间「{name}」的账面数已由 {booked} 变为 {stock}，请重新清点")]
    StockMoved { name: String, booked: i64, stock: i64 },

    #[error("「{name}」是服务，没有库存，也不用备货和替换")]
    RewardIsService { name: String },
    #[error("「{name}」是物品，不分场次")]
    RewardIsGoods { name: String },
    #[error("「{name}」是服务，请单独下单，每单限一人一次")]
    ServiceAlone { name: String },

    // Wish polls
    #[error("{why}")]
    WishPollInvalid { place: &'static str, why: &'static str },
    #[error("不在该征集的投票时间内")]
    WishPollNotOpen { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    #[error("征集结束后才公布结果")]
    WishPollNotClosed { closes_at: DateTime<Utc> },
    #[error("已有 {ballots} 人投票，不能再修改")]
    WishPollHasBallots { ballots: i64 },
}

#[cfg(test)]
#[path = "refusal_tests.rs"]
mod tests;
