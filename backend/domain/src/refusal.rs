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
    reason = "the sentence of each variant says what its figures are, their types in what"
)]
pub enum Refusal {
    // The ledger
    /// The wallet has not so many points available.
    #[error("积分不足：需要 {price} 分，可用 {available} 分")]
    NotEnoughPoints { price: Points, available: Points },
    /// The transfer was reversed before.
    #[error("这笔记录已经冲正过，不能重复冲正")]
    AlreadyReversed,
    /// A reversal cannot be reversed; a spending is undone where it was made.
    #[error("这类记录不能冲正")]
    NotReversible,
    /// Nobody gives points to a wallet of one's own, nor takes a transfer of it back.
    #[error("不能处理自己的积分，请由其他工作人员办理")]
    OwnWallet,

    /// A gift to the giver's own wallet.
    #[error("不能赠送给自己")]
    GiftToOneself,
    /// More than the rule book lets one give away in a month.
    #[error("每人每月最多赠送 {per_month} 分，本月已赠送 {given} 分")]
    GiftLimitReached { per_month: Points, given: Points },
    /// The fund has not so many points.
    #[error("公益基金积分不足：需要 {points} 分，还有 {left} 分")]
    FundTooSmall { points: Points, left: Points },
    /// The fund takes no more points.
    #[error("该公益基金已结束，不再接受捐赠")]
    FundClosed,

    // The rule book
    /// The rule book has no such rule.
    #[error("管理办法中没有规则「{code}」")]
    UnknownRule { code: String },
    /// The rule is by level, and the deed names none of its levels.
    #[error("请选择等级：{}", levels.join("、"))]
    UnknownLevel { levels: Vec<String> },
    /// Attendances have no level to earn by.
    #[error("规则「{code}」按等级计分，不能用于活动签到")]
    RuleByLevel { code: String },
    /// The rule asks for two who agree, and one has reported it.
    #[error("「{rule_title}」须两人审核，不能批量登记")]
    TwoReviewersNeeded { rule_title: String },
    /// The rule asks for a photo, and none was sent.
    #[error("「{rule_title}」须提交照片，不能批量登记")]
    PhotoNeeded { rule_title: String },
    /// The rule is not for this resident.
    #[error("不符合「{rule_title}」的适用条件：{missed}")]
    NotEligible { rule_title: String, missed: Missed },
    /// A figure or a name of the rule book makes no sense.
    #[error("管理办法的这一处填写有误：{place}")]
    RulebookInvalid { place: String },
    /// No version was in force at that moment.
    #[error("当时没有生效的管理办法")]
    NoRulebookInForce,
    /// The version in force says nothing of those who sign up and do not come.
    #[error("管理办法没有规定报名未到如何处理")]
    NoShowsNotRuled,
    /// The version in force has no rule for households by act: none for keeping the pact.
    #[error("当时的管理办法没有按户按次计分的守约规则")]
    PactNotRuled,
    /// The version in force has several rules that could be the pact's, or none of this name.
    #[error("请写明守约规则的代码：{}", codes.join("、"))]
    PactRuleUnclear { codes: Vec<String> },
    /// A published version stays as it is.
    #[error("该版本已发布，不能再改；请另起新版本")]
    AlreadyPublished,
    /// A version cannot come into force in the past, nor before one that was published earlier.
    #[error("生效时间过早：不能早于现在，也不能早于已发布的版本")]
    InForceTooEarly { earliest: DateTime<Utc> },

    // Teams
    /// The parent must be active and one step up: a core team under the agency, a derived team under a core team.
    #[error("上级队伍不合适：核心队伍挂在机构下，衍生队伍挂在核心队伍下")]
    UnsuitableParent,
    /// The team has active teams below it.
    #[error("该队伍还有下级队伍，不能解散")]
    TeamHasDerivedTeams,
    /// The team is dissolved.
    #[error("该队伍已解散")]
    TeamDissolved,
    /// The resident is a member or has asked to be one.
    #[error("已经是成员或已提交申请")]
    AlreadyMember,
    /// The resident is not an active member of the team.
    #[error("不是该队伍的成员")]
    NotAMember,

    // Residents
    /// The resident has moved away or died.
    #[error("该居民已不在册")]
    ResidentNotActive,
    /// Something is wrong with the sheet: nothing of it is imported.
    #[error("表格有 {faults} 处错误，没有导入任何内容")]
    ImportFaulty { faults: usize },
    /// The import was reversed before.
    #[error("这次导入已经撤回，不能重复撤回")]
    ImportReversed,
    /// Some of the residents of the import have a history by now.
    #[error("有 {residents} 位居民已产生记录，没有撤回；可选择保留这些居民")]
    ImportInUse { residents: usize },
    /// Nobody is born in a year that has not begun.
    #[error("出生年份不能晚于 {this_year} 年")]
    BirthYearAhead { this_year: i32 },

    /// Only one of a household's registered members speaks for it.
    #[error("该居民不是这一户的在册成员")]
    NotOfHousehold,

    // The neighbourhood pact
    /// It is too early to say who kept the pact in the month.
    #[error("这个月的守约情况还没到登记时间")]
    PactNotOpen { opens_at: DateTime<Utc> },
    /// The month is not over.
    #[error("这个月还没有结束，不能结算")]
    MonthNotOver { ends_at: DateTime<Utc> },
    /// The household was recorded for this month in the building in which it was before.
    #[error("「{door}」本月已在原来的楼栋登记，请先在那里撤下")]
    MarkedElsewhere { door: String },
    /// Who recorded a pact does not settle it.
    #[error("不能结算自己登记的守约情况，请换一位结算")]
    SettlerIsRecorder,
    /// A block head does not settle the own building.
    #[error("不能结算自己担任楼栋长的楼栋，请换一位结算")]
    SettlerIsBlockHead,
    /// Nobody settles a pact with the own household in it.
    #[error("其中有自己家，不能由自己结算，请换一位结算")]
    SettlersHousehold,

    // Users
    /// The role is not given by name in this community.
    #[error("只能任命社区管理员、社区工作者和社工，其他身份按实际情况自动产生")]
    NotAnOffice { role: Role },
    /// Without this account the community would have no administrator who can sign in.
    #[error("这是最后一位可登录的社区管理员，请先任命另一位")]
    LastAdministrator,

    // What is already so, or not in the state that the act needs
    /// Something else has this name.
    #[error("名称「{name}」已被使用")]
    NameTaken { name: String },
    /// The building has another household behind this door.
    #[error("门牌「{door}」已登记")]
    DoorTaken { door: String },
    /// The thing is in a state in which this cannot be done.
    #[error("当前状态不能这样操作")]
    WrongState { state: String },

    // Activities
    /// The shift is full.
    #[error("该班次名额已满")]
    ShiftFull,
    /// More have signed up for the shift than there would be places.
    #[error("名额不能少于已报名的 {taken} 人")]
    CapacityBelowTaken { taken: i32 },
    /// The resident has a place in another shift at that time.
    #[error("与已报名的「{title}」时间冲突")]
    Clash { activity: ActivityId, title: String, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    /// The resident has signed up for the shift before.
    #[error("已经报名该班次")]
    AlreadySignedUp,
    /// The resident has no place in the shift.
    #[error("没有报名该班次，请联系现场负责人")]
    NotSignedUp,
    /// The code is not the one that is shown at the place now.
    #[error("签到码不对或已更换，请看现场最新的签到码")]
    WrongPlaceCode,
    /// It is too early or too late to check in or out.
    #[error("不在签到签退时间内")]
    OutsideCheckIn { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    /// The resident has checked in, or out, before.
    #[error("已经签过，不用重复")]
    AlreadyChecked { at: DateTime<Utc> },
    /// Who has not checked in does not check out.
    #[error("还没有签到，不能签退")]
    NotCheckedIn,
    /// No minutes follow from checking in and out.
    #[error("没有完整的签到签退记录，请填写时长")]
    MinutesUnknown,
    /// The shift has begun.
    #[error("该班次已经开始")]
    ShiftStarted,
    /// Somebody in the roster has more hours than the shift lasts.
    #[error("时长超出班次：该班次最长 {longest} 分钟")]
    LongerThanShift { longest: i64 },
    /// The roster is empty.
    #[error("签到名册为空，不能提交结算")]
    RosterEmpty,
    /// Who proposed an activity neither reviews nor settles it.
    #[error("不能审核或结算自己发起的活动")]
    ReviewerIsOrganiser,
    /// Who changed a proposal last does not review it.
    #[error("不能审核自己修改过的方案，请换一位审核")]
    ReviewerIsEditor,
    /// Who wrote a roster does not settle it.
    #[error("不能结算自己登记的签到名册，请换一位结算")]
    ReviewerIsRecorder,
    /// Who stands in a roster does not settle it.
    #[error("名册里有自己，请换一位结算")]
    ReviewerInRoster,
    /// The last shift is not over: hours that are still to come do not count.
    #[error("最后一个班次尚未结束，结束之后才能结算")]
    ShiftNotOver { ends_at: DateTime<Utc> },
    /// A shift ends before it begins, or lasts too long.
    #[error("班次结束时间应晚于开始时间，且不超过 24 小时")]
    ShiftSpan,
    /// The shift has not begun: nobody can have attended it.
    #[error("该班次尚未开始，不能登记签到")]
    ShiftNotStarted,
    /// The roster lists a resident twice in a shift.
    #[error("同一居民在同一班次只能登记一次")]
    ListedTwice,
    /// The roster lists a resident in two shifts that overlap: nobody is in two places at once.
    #[error("该居民已登记在另一个时间重叠的班次")]
    OverlappingShift { shift: ShiftId, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },

    // No-shows
    /// Points follow from a roster once it is settled, and so do no-shows.
    #[error("签到名册结算后才能登记缺席和迟到")]
    RosterNotSettled,
    /// The resident has appealed before.
    #[error("已经申诉过")]
    AlreadyAppealed,
    /// Nobody has appealed.
    #[error("该居民没有申诉")]
    NotAppealed,
    /// The appeal was decided before.
    #[error("这条申诉已经处理")]
    AlreadyDecided,
    /// Who marked somebody does not decide about the appeal.
    #[error("不能处理自己登记的缺席或迟到，请换一位处理")]
    DeciderIsMarker,

    // Claims and reviews
    /// The deed is not over yet.
    #[error("所填时间还没到，请在事情完成后再申报")]
    DeedNotOver { ends_at: DateTime<Utc> },
    /// The rule is by the hour, and the deed has no length.
    #[error("「{rule_title}」按时长计分，请填写时长")]
    DeedLengthMissing { rule_title: String },
    /// The rule asks for a photo.
    #[error("「{rule_title}」需附照片，请至少上传一张")]
    PhotoMissing { rule_title: String },
    /// The resident has claimed this deed before.
    #[error("这件事已经申报过")]
    AlreadyClaimed,
    /// The resident who did it is not the one for whom it was done.
    #[error("受益人不能是申报人本人")]
    BeneficiaryIsClaimant,
    /// Nobody reviews what is their own, or what they have submitted themselves.
    #[error("不能审核自己的申报或自己提交的申报，请换一位审核")]
    ReviewerIsClaimant,
    /// Nobody reviews what somebody of their household has done.
    #[error("不能审核同户家人的申报，请换一位审核")]
    ReviewerInHousehold,
    /// Nobody is two people.
    #[error("您已经审核过，需由另一位审核")]
    AlreadyReviewed,
    /// Who proposes an adjustment does not confirm it.
    #[error("不能处理自己提出的调整，请由另一位工作人员办理")]
    ReviewerIsProposer,
    /// An appeal is decided by somebody who has taken no part before.
    #[error("您参与过此前的审核，申诉须由另一位处理")]
    ReviewerTookPart,
    /// A review that says no says why.
    #[error("请填写理由")]
    ReasonMissing,
    /// An appeal is accepted or refused.
    #[error("申诉只能通过或驳回")]
    AppealNotReturned,
    /// Somebody has uploaded as many photos as may wait to be used.
    #[error("已上传 {most} 张照片尚未使用，请先提交申报")]
    TooManyPhotos { most: i64 },

    // Offers, vouchers and confirmations
    /// The partner or its offer is not open.
    #[error("该优惠暂未开放")]
    OfferNotOpen,
    /// The offer begins later.
    #[error("该优惠尚未开始")]
    OfferNotYetValid { opens_at: DateTime<Utc> },
    /// The offer has ended.
    #[error("该优惠已结束")]
    OfferClosed { closed_at: DateTime<Utc> },
    /// All of the offer's quota has been taken.
    #[error("名额已领完")]
    QuotaUsedUp,
    /// The resident has taken as many as one person may.
    #[error("每人限领 {limit} 张，已领满")]
    PersonLimitReached { limit: i64 },
    /// The resident's age is outside the offer's.
    #[error("年龄不符合该优惠的要求")]
    AgeNotEligible,
    /// The offer is for some ages only, and the resident's year of birth is not registered.
    #[error("未登记出生年份，请先到社区补登")]
    BirthYearUnknown,
    /// All of the offer's quota of this period has been taken.
    #[error("{}名额已领完", period.chinese())]
    PeriodQuotaUsedUp { period: Period, quota: i64 },
    /// The resident, or the household, has had as many as there may be in the period.
    #[error("{}{}限 {limit} 次，已达上限", per.each_in_chinese(), period.each_in_chinese())]
    LimitReached { period: Period, per: Per, limit: i64 },
    /// The offer is for other buildings or teams.
    #[error("不符合该优惠的适用条件：{missed}")]
    NotForResident { missed: Missed },
    /// Vouchers of the offer are used at other times.
    #[error("不在可用时段内")]
    OutsideHours { opens_at: Option<DateTime<Utc>> },
    /// Before the voucher would expire there is no time at which it could be used.
    #[error("有效期内已没有可用时段")]
    NoHoursLeft,
    /// The quota cannot be less than what has been taken.
    #[error("名额不能少于已领取的 {taken} 份")]
    QuotaBelowTaken { taken: i64 },
    /// There is no voucher with this code.
    #[error("没有这个券码")]
    VoucherUnknown,
    /// The voucher was used before.
    #[error("该券已核销")]
    VoucherUsed,
    /// Some uses of the voucher stand: it is neither given back nor put out of use.
    #[error("该券已使用过，不能取消或停用")]
    VoucherInUse { used: i32, uses: i32 },
    /// The voucher was put out of use.
    #[error("该券已停用：{reason}")]
    VoucherDeactivated { reason: String },
    /// The token of the voucher has outlived its minute.
    #[error("二维码已过期，请让居民刷新后再扫")]
    TokenExpired { expired_at: DateTime<Utc> },
    /// The resident gave the voucher back.
    #[error("该券已取消")]
    VoucherReleased,
    /// The voucher's time is over.
    #[error("该券已过期")]
    VoucherExpired { expired_at: DateTime<Utc> },
    /// The voucher is for another partner's stores.
    #[error("该券不能在本店使用")]
    WrongStore,
    /// The store takes no vouchers at present.
    #[error("本店已暂停核销，请联系负责人")]
    StoreClosed,
    /// The bill is below what the offer asks for.
    #[error("消费金额未满 {min_spend}")]
    BillTooSmall { min_spend: Fen },
    /// A bill is needed to work out the discount.
    #[error("请输入消费金额")]
    BillMissing,
    /// The confirmation was undone before.
    #[error("这笔核销已撤销")]
    AlreadyUndone,
    /// The time in which a confirmation can be undone is over.
    #[error("已超过撤销时限，不能再撤销")]
    UndoWindowClosed { closed_at: DateTime<Utc> },
    /// What happened in a month that was closed stays as it is.
    #[error("该门店当月对账单已关账，不能再改")]
    MonthClosed,
    /// A month can be closed when it is over, and nothing in it can be undone any more.
    #[error("该月尚未结束或仍有核销可撤销，暂不能关账")]
    MonthNotClosable { closable_at: DateTime<Utc> },
    /// Who disputed a statement does not settle the dispute.
    #[error("不能处理自己提出的异议，请换一位处理")]
    OwnDispute,
    /// So many lines do not go into a workbook.
    #[error("明细超过 {most} 行，不能导出表格，请缩小范围")]
    StatementTooLong { most: i64 },
    /// Opening hours end when they begin.
    #[error("开始和结束时间不能相同")]
    HoursWithoutLength { place: usize },
    /// The confirmation was corrected before.
    #[error("这笔核销已更正")]
    AlreadyCorrected,
    /// While the store can undo a confirmation, nobody corrects it.
    #[error("撤销时限内请由门店撤销")]
    UndoWindowOpen { closes_at: DateTime<Utc> },
    /// Who confirmed a voucher does not correct it.
    #[error("不能更正自己的核销，请由其他工作人员办理")]
    CorrectorIsCashier,
    /// The price was spent by this use, and others stand that it pays for.
    #[error("该券之后的使用记录仍有效，请先更正那些记录")]
    LaterUsesStand,

    // Slots
    /// The offer is not one that takes place in slots.
    #[error("该优惠不按场次进行")]
    OfferWithoutSlots,
    /// A slot does not fit its offer, or its figures one another.
    #[error("{why}")]
    SlotInvalid { place: &'static str, why: &'static str },
    /// All seats of the slot are taken.
    #[error("该场次名额已满")]
    SlotFull,
    /// The slot has begun.
    #[error("该场次已经开始")]
    SlotBegun { starts_at: DateTime<Utc> },
    /// The slot was cancelled.
    #[error("该场次已取消")]
    SlotCancelled,
    /// The resident has a seat in another slot at that time.
    #[error("与已预约的「{title}」时间冲突")]
    SlotClash { title: String, starts_at: DateTime<Utc>, ends_at: DateTime<Utc> },
    /// The slot has not opened its doors yet, or is over.
    #[error("不在该场次的核销时间内")]
    OutsideSlot { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    /// Seats that were taken stay.
    #[error("名额不能少于已预约的 {taken} 个")]
    SeatsBelowTaken { taken: i32 },
    /// Who has a seat relied on the slot's time.
    #[error("已有人预约，不能改时间；需要改期时，请取消该场次并另开一场")]
    SlotTaken { taken: i32 },

    // Offers
    /// A figure of the offer does not fit the others.
    #[error("{why}")]
    OfferInvalid { place: &'static str, why: &'static str },
    /// The partner is suspended or has left the programme.
    #[error("该合伙人已暂停或退出合作")]
    PartnerNotActive,

    // Rewards and orders
    /// The reward is not on the shelf.
    #[error("「{name}」已下架")]
    RewardNotOnShelf { name: String },
    /// An order lists a reward twice.
    #[error("「{name}」重复，请合并为一行")]
    OrderedTwice { name: String },
    /// There are not so many left.
    #[error("「{name}」库存不足，还有 {left} 件")]
    OutOfStock { name: String, left: i64 },
    /// The resident has had as many this quarter as one person may.
    #[error("「{name}」每人每季度限兑 {limit} 件，本季度还可兑 {left} 件")]
    QuarterLimitReached { name: String, limit: i64, left: i64 },
    /// The order has no line with this reward.
    #[error("兑换单中没有这件物品")]
    NotInOrder,
    /// What is given for something else may not cost more.
    #[error("替换物品每件 {price} 分，不能高于原来的 {most} 分")]
    SubstituteDearer { most: Points, price: Points },
    /// The points supermarket is not open on this day.
    #[error("今天不是积分超市开放日，下次开放：{next}")]
    CounterClosed { next: NaiveDate },
    /// Fewer were counted than are promised to open orders.
    #[error("「{name}」有 {reserved} 件已被预订，清点数不能更少；请先取消相应的兑换单")]
    CountBelowReserved { name: String, reserved: i64 },

    // Wish polls
    /// A figure of a poll or of a ballot does not fit.
    #[error("{why}")]
    WishPollInvalid { place: &'static str, why: &'static str },
    /// Ballots are cast while the poll is open.
    #[error("不在该征集的投票时间内")]
    WishPollNotOpen { opens_at: DateTime<Utc>, closes_at: DateTime<Utc> },
    /// Nobody is told how it stands before it is over.
    #[error("征集结束后才公布结果")]
    WishPollNotClosed { closes_at: DateTime<Utc> },
    /// Who has voted relied on what the poll said.
    #[error("已有 {ballots} 人投票，不能再修改")]
    WishPollHasBallots { ballots: i64 },
}

#[cfg(test)]
#[path = "refusal_tests.rs"]
mod tests;
