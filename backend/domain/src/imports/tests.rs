//! Sheets as staff fill them in, and what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq};
use strum::VariantArray;
use uuid::Uuid;

use super::{
    Cell, Column, Fault, Holders, Import, ImportKind, Known, Layout, Line, Made, OpeningLine, Whose, Wrong,
    check_unused, read_balances, read_residents,
};
use crate::Refusal;
use crate::codes::Code;
use crate::ids::{BuildingId, HouseholdId, ImportId, ResidentId, UserId};
use crate::ledger::{Lapse, Side};
use crate::points::Points;
use crate::residents::Own;
use crate::residents::{Resident, ResidentState};

const RESIDENTS: ImportKind = ImportKind::Residents;
const BALANCES: ImportKind = ImportKind::OpeningBalances;

fn today() -> NaiveDate {
    "2026-11-25".parse().unwrap()
}

fn headers(names: &[&str]) -> Vec<(u32, String)> {
    (0..).zip(names.iter().map(|name| (*name).to_owned())).collect()
}

fn line(row: u32, cells: &[(Column, &str)]) -> Line {
    let cell = |(column, text): &(Column, &str)| (*column, Cell::Text((*text).to_owned()));
    Line { row, cells: cells.iter().map(cell).collect() }
}

/// A line that nothing is wrong with, but for what is given.
fn newcomer(row: u32, other: &[(Column, &str)]) -> Line {
    let mut whole = line(
        row,
        &[
            (Column::Name, format!("张{row}").as_str()),
            (Column::Estate, "江南花山郡"),
            (Column::Building, "1栋"),
            (Column::Door, "101"),
        ],
    );
    whole.cells.extend(line(row, other).cells);
    whole
}

fn known() -> Known {
    let building = BuildingId::new(Uuid::from_u128(1));
    Known {
        buildings: BTreeMap::from([(("江南花山郡".to_owned(), "1栋".to_owned()), building)]),
        households: BTreeMap::from([((building, "101".to_owned()), HouseholdId::new(Uuid::nil()))]),
        people: BTreeSet::from([(HouseholdId::new(Uuid::nil()), "王小明".to_owned())]),
        phones: BTreeSet::from(["19900000001".parse().unwrap()]),
        cards: BTreeSet::from([Code::from_random(1)]),
    }
}

fn admitted(lines: &[Line]) -> (Made, Vec<(u32, Column, Wrong)>) {
    let mut faults = Vec::new();
    let drafts = read_residents(lines, today(), &mut faults);
    let new = known().admit(&drafts, &mut faults);
    (new.made(), told(faults))
}

fn told(faults: Vec<Fault>) -> Vec<(u32, Column, Wrong)> {
    faults.into_iter().map(|fault| (fault.row, fault.column, fault.what)).collect()
}

#[test]
fn columns_are_found_by_either_language_in_any_order() {
    let sheets = [["门牌号", "楼栋", "小区", "姓名"], ["Door", "building ", "ESTATE", "姓名 Name*"]];
    for names in sheets {
        let layout = Layout::of(RESIDENTS, 1, &headers(&names)).unwrap();
        let found: Vec<_> = (0..5).map(|place| layout.at(place)).collect();
        use Column::{Building, Door, Estate, Name};
        assert_eq!(found, [Some(Door), Some(Building), Some(Estate), Some(Name), None]);
    }
}

#[test]
fn missing_and_double_columns_are_named() {
    let faults = |kind, names: &[&str]| told(Layout::of(kind, 3, &headers(names)).unwrap_err());
    assert_eq!(
        faults(RESIDENTS, &["姓名", "Name", "小区", "楼栋"]),
        [(3, Column::Name, Wrong::ColumnTwice), (3, Column::Door, Wrong::ColumnMissing)]
    );
    assert_eq!(faults(BALANCES, &["积分", "手机号"]), [(3, Column::CardCode, Wrong::ColumnMissing)]);
    assert!(Layout::of(BALANCES, 1, &headers(&["积分", "手机号", "姓名"])).is_ok());
    assert!(Layout::of(BALANCES, 1, &headers(&["Points", "Member card"])).is_ok());
}

#[test]
fn a_household_that_is_not_there_yet_is_made_once() {
    let lines = [
        newcomer(2, &[]),
        newcomer(3, &[(Column::Door, "102"), (Column::Phone, "199-0000-0002")]),
        newcomer(4, &[(Column::Door, "102"), (Column::BirthYear, "2012")]),
    ];
    let made = Made { residents: 3, households: 1, ..Made::default() };
    assert_eq!(admitted(&lines), (made, vec![]));
}

#[test]
fn every_place_that_is_wrong_is_named_and_not_the_first_alone() {
    let taken = Code::from_random(1);
    let free = Code::from_random(2);
    let lines = [
        newcomer(2, &[(Column::Name, " "), (Column::Phone, "12345"), (Column::BirthYear, "99")]),
        newcomer(3, &[(Column::Phone, "19900000001"), (Column::CardCode, taken.as_str())]),
        newcomer(4, &[(Column::Phone, "19900000002"), (Column::CardCode, free.as_str())]),
        newcomer(5, &[(Column::Phone, "19900000002"), (Column::CardCode, free.as_str())]),
        newcomer(6, &[(Column::Building, "9栋"), (Column::BirthYear, "2027"), (Column::Door, "1\n2")]),
        newcomer(7, &[(Column::CardCode, "7G2K9QXX"), (Column::Name, &"长".repeat(61))]),
    ];
    let (made, faults) = admitted(&lines);
    assert_eq!(made.residents, 3);
    let expected = [
        (2, Column::Name, Wrong::Required),
        (2, Column::Phone, Wrong::NotAPhone),
        (2, Column::BirthYear, Wrong::NotAYear),
        (6, Column::BirthYear, Wrong::YearAhead { this_year: 2026 }),
        (6, Column::Door, Wrong::ControlSigns),
        (7, Column::Name, Wrong::TooLong { most: 60 }),
        (7, Column::CardCode, Wrong::NotACard),
        (3, Column::Phone, Wrong::PhoneTaken),
        (3, Column::CardCode, Wrong::CardTaken),
        (5, Column::Phone, Wrong::Twice { row: 4 }),
        (5, Column::CardCode, Wrong::Twice { row: 4 }),
        (6, Column::Building, Wrong::UnknownBuilding),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn nobody_is_registered_twice_in_a_household() {
    let named = |row, name, door| newcomer(row, &[(Column::Name, name), (Column::Door, door)]);
    let lines = [
        named(2, "王小明", "101"),
        named(3, "李四", "101"),
        named(4, "李四", "101"),
        named(5, "李四", "102"),
    ];
    let faults = [(2, Column::Name, Wrong::NameThere), (4, Column::Name, Wrong::Twice { row: 3 })];
    assert_eq!(admitted(&lines).1, faults);
}

#[test]
fn a_number_in_a_cell_is_read_as_it_is_written() {
    let mut one = newcomer(2, &[]);
    one.cells.insert(Column::Phone, Cell::Number(19_900_000_003.0));
    one.cells.insert(Column::BirthYear, Cell::Number(1990.0));
    one.cells.insert(Column::Door, Cell::Number(502.0));
    assert_eq!(admitted(&[one.clone()]).1, []);
    one.cells.insert(Column::BirthYear, Cell::Number(1990.5));
    one.cells.insert(Column::Phone, Cell::Other);
    let wrong = [(2, Column::Phone, Wrong::Unreadable), (2, Column::BirthYear, Wrong::NotAYear)];
    assert_eq!(admitted(&[one]).1, wrong);
}

#[test]
fn a_fault_is_told_in_both_languages() {
    let fault = Fault::at(12, Column::Phone, Wrong::Twice { row: 3 });
    assert_eq!(fault.chinese(), "第 12 行「手机号」：与第 3 行重复");
    assert_eq!(fault.english(), "Row 12, Phone: the same as in row 3");
    assert_eq!((fault.place(), fault.what.as_ref()), ("rows[12].phone".to_owned(), "twice"));
}

fn holder(number: u128, name: &str, phone: Option<&str>, state: ResidentState) -> Resident {
    Resident {
        id: ResidentId::new(Uuid::from_u128(number)),
        name: name.into(),
        birth_year: None,
        phone: phone.map(|phone| phone.parse().unwrap()),
        household: HouseholdId::new(Uuid::nil()),
        card: Code::from_random(number.try_into().unwrap()),
        state,
    }
}

fn holders() -> Holders {
    use ResidentState::{Active, MovedOut};
    Holders::of(vec![
        holder(1, "张三", Some("19900000001"), Active),
        holder(2, "张小三", Some("19900000001"), Active),
        holder(3, "李四", None, Active),
        holder(4, "王五", None, MovedOut),
        holder(5, "赵六", Some("19900000006"), Active),
        holder(6, "赵六", Some("19900000006"), Active),
    ])
}

/// What comes of lines with these cells beside fifty points; resident 3 imports, resident 2 has a balance.
fn opened(cells: &[&[(Column, &str)]]) -> (Vec<u128>, Vec<(u32, Column, Wrong)>) {
    let with_points = |(row, cells): (u32, &&[(Column, &str)])| {
        let mut one = line(row, &[(Column::Points, "50")]);
        one.cells.extend(line(row, cells).cells);
        one
    };
    let lines: Vec<Line> = (2..).zip(cells).map(with_points).collect();
    let mut faults = Vec::new();
    let drafts = read_balances(&lines, today(), &mut faults);
    let opened = BTreeSet::from([ResidentId::new(Uuid::from_u128(2))]);
    let own = Own::of([ResidentId::new(Uuid::from_u128(3))]);
    let whose = Whose { own: &own, opened: &opened };
    let balances = holders().open(&drafts, whose, &mut faults);
    (balances.0.iter().map(|line| line.resident.uuid().as_u128()).collect(), told(faults))
}

#[test]
fn a_balance_is_somebody_s_by_card_or_by_phone_and_name() {
    let card = Code::from_random(1);
    let by_card: &[(Column, &str)] = &[(Column::CardCode, card.as_str())];
    let by_phone: &[(Column, &str)] = &[(Column::Phone, "19900000001"), (Column::Name, "张三")];
    assert_eq!(opened(&[by_card]), (vec![1], vec![]));
    assert_eq!(opened(&[by_phone]), (vec![1], vec![]));
    assert_eq!(opened(&[by_card, by_phone]), (vec![1], vec![(3, Column::Phone, Wrong::Twice { row: 2 })]));
}

#[test]
fn a_balance_that_is_nobody_s_or_not_to_be_brought_along_is_named() {
    let card = |number| Code::from_random(number).as_str().to_owned();
    let (two, three, four, nobody) = (card(2), card(3), card(4), card(9));
    let (_, faults) = opened(&[
        &[],
        &[(Column::Phone, "19900000001")],
        &[(Column::CardCode, &nobody)],
        &[(Column::Phone, "19900000009"), (Column::Name, "张三")],
        &[(Column::Phone, "19900000001"), (Column::Name, "张四")],
        &[(Column::Phone, "19900000006"), (Column::Name, "赵六")],
        &[(Column::CardCode, &four)],
        &[(Column::CardCode, &three)],
        &[(Column::CardCode, &two)],
        &[(Column::CardCode, "x"), (Column::Points, "-5"), (Column::LapsesOn, "2020-01-01")],
        &[(Column::CardCode, &nobody), (Column::Points, "1.5"), (Column::LapsesOn, "soon")],
    ]);
    let expected = [
        (2, Column::CardCode, Wrong::NobodyNamed),
        (3, Column::CardCode, Wrong::NobodyNamed),
        (11, Column::CardCode, Wrong::NotACard),
        (11, Column::Points, Wrong::NotWhole { least: 1, most: 1_000_000 }),
        (11, Column::LapsesOn, Wrong::LapsedDay),
        (12, Column::Points, Wrong::NotWhole { least: 1, most: 1_000_000 }),
        (12, Column::LapsesOn, Wrong::NotADay),
        (4, Column::CardCode, Wrong::UnknownCard),
        (5, Column::Phone, Wrong::UnknownPhone),
        (6, Column::Name, Wrong::OtherName),
        (7, Column::Phone, Wrong::SeveralSuch),
        (8, Column::Name, Wrong::NotActive),
        (9, Column::CardCode, Wrong::OwnWallet),
        (10, Column::CardCode, Wrong::AlreadyOpened),
        (12, Column::CardCode, Wrong::UnknownCard),
    ];
    assert_eq!(faults, expected);
}

#[test]
fn an_imported_balance_names_its_sheet_and_lapses_when_the_sheet_says() {
    let import = Import {
        id: ImportId::new(Uuid::from_u128(8)),
        kind: BALANCES,
        file_name: "积分卡.xlsx".into(),
        made: Made::default(),
        actor: UserId::new(Uuid::nil()),
        made_at: DateTime::UNIX_EPOCH,
        reversal: None,
    };
    let resident = ResidentId::new(Uuid::from_u128(1));
    let posting = |note: &str, lapses_on| {
        let note = note.to_owned();
        let line = OpeningLine { row: 12, resident, points: Points::new(5), lapses_on, note };
        line.posting(&import, (&Own::default(), Lapse::NEVER), crate::ids::TransferId::new(Uuid::nil()))
            .unwrap()
    };
    let one = posting("2024 年结余", Some(today()));
    assert_eq!((one.credit, one.cause.id), (Side::Wallet(resident), import.id.uuid()));
    assert_eq!(one.explanation.to_string(), "期初积分：2024 年结余（导入自「积分卡.xlsx」第 12 行）");
    assert_eq!(one.parts.of(Lapse::on(today())), Points::new(5));
    assert_eq!(posting("", None).explanation.to_string(), "期初积分：导入自「积分卡.xlsx」第 12 行");
    assert_eq!(posting("", None).parts.of(Lapse::NEVER), Points::new(5));
}

#[test]
fn who_has_a_history_stands_in_the_way_unless_kept() {
    assert_eq!(check_unused(0, false), Ok(()));
    assert_eq!(check_unused(2, true), Ok(()));
    assert_eq!(check_unused(2, false), Err(Refusal::ImportInUse { residents: 2 }));
}

fn cells() -> impl Strategy<Value = Cell> {
    prop_oneof![
        "\\PC{0,70}".prop_map(Cell::Text),
        select(&["19900000001", "1990", "1栋", "江南花山郡", "0", "-1", "\u{0}", "２０"][..])
            .prop_map(|text| Cell::Text(text.to_owned())),
        any::<f64>().prop_map(Cell::Number),
        Just(Cell::Other),
        Just(Cell::Day(NaiveDate::MAX)),
    ]
}

fn sheets() -> impl Strategy<Value = Vec<Line>> {
    let line = vec((select(Column::VARIANTS), cells()), 0..10);
    vec(line, 0..12).prop_map(|lines| {
        let numbered = (2..).zip(lines);
        numbered.map(|(row, cells)| Line { row, cells: cells.into_iter().collect() }).collect()
    })
}

proptest! {
    #[test]
    fn whatever_stands_in_a_sheet_each_line_is_admitted_or_at_fault(lines in sheets()) {
        let mut faults = Vec::new();
        let drafts = read_residents(&lines, today(), &mut faults);
        let new = known().admit(&drafts, &mut faults);
        let wrong: BTreeSet<u32> = faults.iter().map(|fault| fault.row).collect();
        prop_assert!(new.residents.len() + wrong.len() >= lines.len());
        prop_assert!(new.households.iter().all(|home| !known().households.contains_key(home)));
        prop_assert!(new.households.len() <= new.residents.len());
    }

    #[test]
    fn whatever_stands_in_a_sheet_a_balance_is_brought_along_once_and_above_nothing(lines in sheets()) {
        let mut faults = Vec::new();
        let drafts = read_balances(&lines, today(), &mut faults);
        let whose = Whose { own: &Own::default(), opened: &BTreeSet::new() };
        let balances = holders().open(&drafts, whose, &mut faults);
        let wrong: BTreeSet<u32> = faults.iter().map(|fault| fault.row).collect();
        let residents: BTreeSet<ResidentId> = balances.0.iter().map(|line| line.resident).collect();
        prop_assert_eq!(residents.len(), balances.0.len());
        prop_assert!(balances.0.iter().all(|line| line.points.is_positive()));
        prop_assert!(balances.0.len() + wrong.len() >= lines.len());
    }
}
