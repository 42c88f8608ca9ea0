//! What is wrong with a sheet: each place by row and column, in Chinese and in English.

use std::fmt;

use strum::AsRefStr;

use super::Column;

/// Something that is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The row as Excel numbers it: the first is 1.
    pub row: u32,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq, AsRefStr)]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "the sentence of each variant says what its figures are")]
pub enum Wrong {
    /// The sheet has no such column.
    ColumnMissing,
    /// The sheet has the column twice.
    ColumnTwice,
    /// Nothing stands there.
    Required,
    /// It is neither text nor number.
    Unreadable,
    /// It has too many signs.
    TooLong { most: usize },
    /// It has signs that cannot be seen.
    ControlSigns,
    /// It is no mobile number.
    NotAPhone,
    /// The household has a resident of this name.
    NameThere,
    /// A resident has this number.
    PhoneTaken,
    /// It is no year.
    NotAYear,
    /// Nobody is born in a year to come.
    YearAhead { this_year: i32 },
    /// The community has no such building.
    UnknownBuilding,
    /// It is no code of a member card.
    NotACard,
    /// A resident has this member card.
    CardTaken,
    /// Another row says the same, which may be there once.
    Twice { row: u32 },
    /// It is no whole number within these limits.
    NotWhole { least: i64, most: i64 },
    /// It is no day.
    NotADay,
    /// The day is over, or too far away.
    LapsedDay,
    /// Neither the member card nor the phone says whose balance it is.
    NobodyNamed,
    /// Nobody has this member card.
    UnknownCard,
    /// Nobody has this number.
    UnknownPhone,
    /// Who has the card or the number is called otherwise.
    OtherName,
    /// Several of this name have this number.
    SeveralSuch,
    /// The resident is not registered any more.
    NotActive,
    /// It is the wallet of whoever imports.
    OwnWallet,
    /// The resident has an opening balance.
    AlreadyOpened,
}

impl Fault {
    /// This is wrong there.
    pub const fn at(row: u32, column: Column, what: Wrong) -> Self {
        Self { row, column, what }
    }

    /// The place as problems name it, e.g. `rows[12].phone`.
    pub fn place(&self) -> String {
        format!("rows[{}].{}", self.row, self.column)
    }

    /// The whole in Chinese, e.g. 第 12 行「手机号」：应为 1 开头的 11 位数字.
    pub fn chinese(&self) -> String {
        format!("第 {} 行「{}」：{}", self.row, self.column.chinese(), self.what)
    }

    /// The whole in English.
    pub fn english(&self) -> String {
        format!("Row {}, {}: {}", self.row, self.column.english(), English(&self.what))
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ColumnMissing => f.write_str("表中没有这一列"),
            Self::ColumnTwice => f.write_str("表中有两列同名"),
            Self::Required => f.write_str("必填"),
            Self::Unreadable => f.write_str("应为文字或数字"),
            Self::TooLong { most } => write!(f, "最多 {most} 个字"),
            Self::ControlSigns => f.write_str("不能含有换行等控制字符"),
            Self::NotAPhone => f.write_str("应为 1 开头的 11 位数字"),
            Self::NameThere => f.write_str("该户已登记同名居民"),
            Self::PhoneTaken => f.write_str("已有居民登记了这个手机号"),
            Self::NotAYear => f.write_str("应为四位数的年份"),
            Self::YearAhead { this_year } => write!(f, "不能晚于 {this_year} 年"),
            Self::UnknownBuilding => f.write_str("社区没有登记这个小区的这个楼栋"),
            Self::NotACard => f.write_str("不是有效的会员卡号"),
            Self::CardTaken => f.write_str("已有居民使用这个会员卡号"),
            Self::Twice { row } => write!(f, "与第 {row} 行重复"),
            Self::NotWhole { least, most } => write!(f, "应为 {least} 到 {most} 之间的整数"),
            Self::NotADay => f.write_str("应为日期，例如 2027-12-31"),
            Self::LapsedDay => f.write_str("不能早于今天，也不能晚于 2099 年"),
            Self::NobodyNamed => f.write_str("请填写会员卡号，或者手机号和姓名"),
            Self::UnknownCard => f.write_str("没有居民使用这个会员卡号"),
            Self::UnknownPhone => f.write_str("没有居民登记这个手机号"),
            Self::OtherName => f.write_str("与登记的姓名不一致"),
            Self::SeveralSuch => f.write_str("有多位居民同名同号，请填写会员卡号"),
            Self::NotActive => f.write_str("该居民已不在册"),
            Self::OwnWallet => f.write_str("不能导入自己或同户家人的积分，请由其他工作人员办理"),
            Self::AlreadyOpened => f.write_str("该居民已有期初积分"),
        }
    }
}

struct English<'a>(&'a Wrong);

impl fmt::Display for English<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Wrong::ColumnMissing => f.write_str("the sheet has no such column"),
            Wrong::ColumnTwice => f.write_str("the sheet has this column twice"),
            Wrong::Required => f.write_str("required"),
            Wrong::Unreadable => f.write_str("neither text nor a number"),
            Wrong::TooLong { most } => write!(f, "at most {most} characters"),
            Wrong::ControlSigns => f.write_str("no line breaks or other control characters"),
            Wrong::NotAPhone => f.write_str("eleven digits that begin with 1"),
            Wrong::NameThere => f.write_str("the household has a resident of this name"),
            Wrong::PhoneTaken => f.write_str("a resident has this number"),
            Wrong::NotAYear => f.write_str("a year of four digits"),
            Wrong::YearAhead { this_year } => write!(f, "not later than {this_year}"),
            Wrong::UnknownBuilding => f.write_str("the community has no such building in such an estate"),
            Wrong::NotACard => f.write_str("not the code of a member card"),
            Wrong::CardTaken => f.write_str("a resident has this member card"),
            Wrong::Twice { row } => write!(f, "the same as in row {row}"),
            Wrong::NotWhole { least, most } => write!(f, "a whole number from {least} to {most}"),
            Wrong::NotADay => f.write_str("a day, e.g. 2027-12-31"),
            Wrong::LapsedDay => f.write_str("not before today, and not after 2099"),
            Wrong::NobodyNamed => f.write_str("the member card, or the phone and the name, is needed"),
            Wrong::UnknownCard => f.write_str("nobody has this member card"),
            Wrong::UnknownPhone => f.write_str("nobody has this number"),
            Wrong::OtherName => f.write_str("the resident is registered under another name"),
            Wrong::SeveralSuch => {
                f.write_str("several residents of this name and number; give the member card")
            }
            Wrong::NotActive => f.write_str("the resident is no longer registered"),
            Wrong::OwnWallet => f.write_str("not one's own wallet, nor one of the household"),
            Wrong::AlreadyOpened => f.write_str("the resident has an opening balance"),
        }
    }
}
