//! The columns of a sheet, found by their headers in any order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, VariantArray};
use utoipa::ToSchema;

use super::{Fault, ImportKind, Wrong};

/// A column of a sheet.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    VariantArray,
    ToSchema,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    /// The full name.
    Name,
    /// The phone number.
    Phone,
    /// The year of birth.
    BirthYear,
    /// The estate, e.g. 江南花山郡.
    Estate,
    /// The building in the estate, e.g. 3栋.
    Building,
    /// The door in the building, e.g. 1单元502.
    Door,
    /// The code of the member card.
    CardCode,
    /// Points.
    Points,
    /// The last day on which the points can be spent.
    LapsesOn,
    /// Where the points come from.
    Note,
}

impl Column {
    /// What the column is called in Chinese, in English, and otherwise.
    const fn titles(self) -> [&'static str; 3] {
        match self {
            Self::Name => ["姓名", "Name", "名字"],
            Self::Phone => ["手机号", "Phone", "电话"],
            Self::BirthYear => ["出生年份", "Birth year", "出生年"],
            Self::Estate => ["小区", "Estate", "小区名称"],
            Self::Building => ["楼栋", "Building", "楼号"],
            Self::Door => ["门牌号", "Door", "房号"],
            Self::CardCode => ["会员卡号", "Member card", "卡号"],
            Self::Points => ["积分", "Points", "期初积分"],
            Self::LapsesOn => ["有效期至", "Lapses on", "到期日"],
            Self::Note => ["备注", "Note", "来源"],
        }
    }

    /// What the column is called in Chinese.
    pub const fn chinese(self) -> &'static str {
        let [chinese, ..] = self.titles();
        chinese
    }

    /// What the column is called in English.
    pub const fn english(self) -> &'static str {
        let [_, english, _] = self.titles();
        english
    }

    /// The columns of a kind of import, in the order of the template, and whether a sheet cannot do without them.
    pub const fn of(kind: ImportKind) -> &'static [(Self, bool)] {
        match kind {
            ImportKind::Residents => &[
                (Self::Name, true),
                (Self::Phone, false),
                (Self::BirthYear, false),
                (Self::Estate, true),
                (Self::Building, true),
                (Self::Door, true),
                (Self::CardCode, false),
            ],
            ImportKind::OpeningBalances => &[
                (Self::CardCode, false),
                (Self::Phone, false),
                (Self::Name, false),
                (Self::Points, true),
                (Self::LapsesOn, false),
                (Self::Note, false),
            ],
        }
    }

    /// The column of a kind of import that a header names, in Chinese or English or both (`姓名 Name`); a star, as
    /// forms mark what is required, and blanks do not matter.
    fn named(kind: ImportKind, header: &str) -> Option<Self> {
        let header = plain(header);
        let called = |column: Self| {
            let [chinese, english, _] = column.titles();
            let both = plain(&format!("{chinese}{english}"));
            header == both || column.titles().iter().any(|title| plain(title) == header)
        };
        Self::of(kind).iter().map(|(column, _)| *column).find(|column| called(*column))
    }
}

fn plain(header: &str) -> String {
    let counts = |sign: &char| !sign.is_whitespace() && !matches!(sign, '*' | '＊' | '_' | '/' | '-');
    header.chars().filter(counts).flat_map(char::to_lowercase).collect()
}

/// Which column of a sheet is where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout(BTreeMap<u32, Column>);

impl Layout {
    /// Finds the columns by their headers, which stand in the row of this number; others do not matter.
    ///
    /// # Errors
    /// What is missing or there twice; balances need the member card or the phone with the name.
    pub fn of(kind: ImportKind, row: u32, headers: &[(u32, String)]) -> Result<Self, Vec<Fault>> {
        let (mut found, mut faults) = (BTreeMap::new(), Vec::new());
        for (place, header) in headers {
            let Some(column) = Column::named(kind, header) else { continue };
            if found.values().any(|known| *known == column) {
                faults.push(Fault::at(row, column, Wrong::ColumnTwice));
            }
            found.insert(*place, column);
        }
        let has = |column| found.values().any(|known| *known == column);
        let required = Column::of(kind).iter().filter(|(_, required)| *required).map(|(column, _)| *column);
        let mut missing: Vec<Column> = required.filter(|column| !has(*column)).collect();
        if kind == ImportKind::OpeningBalances
            && !has(Column::CardCode)
            && !(has(Column::Phone) && has(Column::Name))
        {
            missing.push(Column::CardCode);
        }
        faults.extend(missing.into_iter().map(|column| Fault::at(row, column, Wrong::ColumnMissing)));
        if faults.is_empty() { Ok(Self(found)) } else { Err(faults) }
    }

    /// The column at this place, counted from 0; none if it does not matter.
    pub fn at(&self, place: u32) -> Option<Column> {
        self.0.get(&place).copied()
    }
}
