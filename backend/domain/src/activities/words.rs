//! The words of an activity. Categories and beneficiaries are those of the national volunteer records.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

/// Where an activity stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ActivityState {
    /// Proposed; can be changed.
    Draft,
    /// Sent back to be mended; once it is changed, it is a draft again.
    Returned,
    /// Reviewed by somebody else than who proposed it.
    Reviewed,
    /// Open for sign-ups.
    Recruiting,
    /// Under way; attendance is recorded.
    Running,
    /// Over; the roster waits for its settlement.
    Closed,
    /// The roster is settled, the awards are posted.
    Settled,
    /// Called off.
    Cancelled,
}

impl ActivityState {
    /// Where residents can sign up.
    pub const OPEN: [Self; 2] = [Self::Recruiting, Self::Running];
}

/// Who can sign up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, ToSchema)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Recruit {
    /// Every resident.
    Open,
    /// Members of the team.
    Team,
}

/// What kind of volunteer work an activity is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Category {
    /// 社区服务.
    CommunityService,
    /// 环境保护.
    Environment,
    /// 关爱特殊群体.
    SpecialCare,
    /// 文化艺术.
    CultureAndArts,
    /// 平安综治.
    PublicSafety,
    /// 卫生健康.
    Health,
    /// 科技科普.
    Science,
    /// 文明风尚.
    Civility,
    /// 交通引导.
    TrafficGuidance,
    /// 体育健身.
    Sport,
    /// 应急救援.
    EmergencyRescue,
    /// 禁毒宣传.
    DrugPrevention,
    /// 其他.
    Other,
}

impl Category {
    /// The word of the national volunteer records.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::CommunityService => "社区服务",
            Self::Environment => "环境保护",
            Self::SpecialCare => "关爱特殊群体",
            Self::CultureAndArts => "文化艺术",
            Self::PublicSafety => "平安综治",
            Self::Health => "卫生健康",
            Self::Science => "科技科普",
            Self::Civility => "文明风尚",
            Self::TrafficGuidance => "交通引导",
            Self::Sport => "体育健身",
            Self::EmergencyRescue => "应急救援",
            Self::DrugPrevention => "禁毒宣传",
            Self::Other => "其他",
        }
    }
}

/// For whom an activity is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Beneficiary {
    /// 儿童.
    Children,
    /// 妇女.
    Women,
    /// 老年人.
    OldPeople,
    /// 残障人士.
    DisabledPeople,
    /// 优抚对象: veterans, and the families of soldiers and of those who fell.
    VeteransAndFamilies,
    /// 贫困家庭.
    PoorFamilies,
    /// 特殊群体.
    SpecialGroups,
    /// 城镇居民.
    TownResidents,
    /// 社会公众.
    Public,
    /// 其他.
    Other,
}

impl Beneficiary {
    /// The word of the national volunteer records.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Children => "儿童",
            Self::Women => "妇女",
            Self::OldPeople => "老年人",
            Self::DisabledPeople => "残障人士",
            Self::VeteransAndFamilies => "优抚对象",
            Self::PoorFamilies => "贫困家庭",
            Self::SpecialGroups => "特殊群体",
            Self::TownResidents => "城镇居民",
            Self::Public => "社会公众",
            Self::Other => "其他",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Beneficiary, Category};
    use std::collections::BTreeSet;
    use strum::VariantArray;

    #[test]
    fn every_word_has_a_name_of_its_own_and_is_read_as_it_is_written() {
        let names: BTreeSet<_> = Category::VARIANTS.iter().map(|word| word.chinese()).collect();
        assert_eq!(names.len(), 13);
        let names: BTreeSet<_> = Beneficiary::VARIANTS.iter().map(|word| word.chinese()).collect();
        assert_eq!(names.len(), 10);
        for word in Category::VARIANTS {
            assert_eq!(word.to_string().parse(), Ok(*word));
        }
        for word in Beneficiary::VARIANTS {
            assert_eq!(word.to_string().parse(), Ok(*word));
        }
    }
}
