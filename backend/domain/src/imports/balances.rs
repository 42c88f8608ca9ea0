//! Balances from before Linli to be imported: read from a sheet, and held against whose wallets there are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::lines::Reading;
use super::{Column, Fault, Import, Line, Made, Wrong};
use crate::Refusal;
use crate::codes::Code;
use crate::ids::{ResidentId, TransferId};
use crate::ledger::{Cause, CauseKind, Correction, Explanation, Imported, Lapse, Posting};
use crate::points::Points;
use crate::residents::Own;
use crate::residents::{Phone, Resident, ResidentState};

/// The longest name.
const NAME: usize = 60;
/// The longest note.
const NOTE: usize = 100;
/// The least and the most points that one resident brings along.
const POINTS: (i64, i64) = (1, 1_000_000);

/// A line as far as it can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalanceDraft {
    /// The row.
    pub row: u32,
    /// The member card.
    pub card: Option<Code>,
    /// The phone number.
    pub phone: Option<Phone>,
    /// The name.
    pub name: Option<String>,
    /// Whether card, phone and name can be read, as far as they are given.
    legible: bool,
    /// How many points.
    pub points: Option<Points>,
    /// When they lapse; as the rule book says unless given.
    pub lapses_on: Option<NaiveDate>,
    /// Where they come from.
    pub note: String,
}

/// Residents as far as a sheet of balances names them.
#[derive(Debug, Clone, Default)]
pub struct Holders {
    by_card: BTreeMap<Code, Holder>,
    by_phone: BTreeMap<Phone, Vec<Holder>>,
}

/// A resident whose balance is to be brought along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub id: ResidentId,
    /// The registered name.
    pub name: String,
    /// Where the resident stands.
    pub state: ResidentState,
}

/// Of whom nothing is brought along: whoever imports, and who has an opening balance.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'a> {
    /// Whoever imports, and the household.
    pub own: &'a Own,
    /// Those who have an opening balance that was not reversed.
    pub opened: &'a BTreeSet<ResidentId>,
}

/// A balance to be brought along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    /// The row.
    pub row: u32,
    /// Whose.
    pub resident: ResidentId,
    /// How many points.
    pub points: Points,
    /// When they lapse; as the rule book says unless given.
    pub lapses_on: Option<NaiveDate>,
    /// Where they come from.
    pub note: String,
}

/// What an import of balances would make.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Balances(pub Vec<OpeningLine>);

impl Balances {
    /// How much that is.
    pub fn made(&self) -> Made {
        Made {
            balances: i32::try_from(self.0.len()).unwrap_or(i32::MAX),
            points: self.0.iter().map(|line| line.points).sum(),
            ..Made::default()
        }
    }
}

/// Reads the lines of a sheet; what is wrong with them is added to the faults.
pub fn read_balances(lines: &[Line], today: NaiveDate, faults: &mut Vec<Fault>) -> Vec<BalanceDraft> {
    let read = |line: &Line| {
        let before = faults.len();
        let mut reading = Reading::of(line, faults);
        let (card, phone) = (reading.card(), reading.phone());
        let name = reading.text(Column::Name, NAME);
        let legible = faults.len() == before;
        let mut reading = Reading::of(line, faults);
        if legible && card.is_none() && (phone.is_none() || name.is_none()) {
            reading.wrong(Column::CardCode, Wrong::NobodyNamed);
        }
        let points = reading.whole(Column::Points, POINTS).map(Points::new);
        let lapses_on = reading.day_to_come(Column::LapsesOn, today);
        let note = reading.text(Column::Note, NOTE).unwrap_or_default();
        BalanceDraft { row: line.row, card, phone, name, legible, points, lapses_on, note }
    };
    lines.iter().map(read).collect()
}

impl Holders {
    /// These residents, found by their cards and phones.
    pub fn of(residents: Vec<Resident>) -> Self {
        let mut holders = Self::default();
        for resident in residents {
            let holder = Holder { id: resident.id, name: resident.name, state: resident.state };
            if let Some(phone) = resident.phone.filter(|_| holder.state == ResidentState::Active) {
                holders.by_phone.entry(phone).or_default().push(holder.clone());
            }
            holders.by_card.insert(resident.card, holder);
        }
        holders
    }

    /// Whom the lines name, in no order.
    pub fn named(&self, drafts: &[BalanceDraft]) -> BTreeSet<ResidentId> {
        drafts.iter().filter_map(|draft| self.holder(draft)?.ok()).map(|holder| holder.id).collect()
    }

    /// Who a line is about; none if it names nobody legibly.
    fn holder(&self, draft: &BalanceDraft) -> Option<Result<&Holder, (Column, Wrong)>> {
        if !draft.legible {
            return None;
        }
        let found = match (&draft.card, &draft.phone) {
            (Some(card), _) => self.by_card.get(card).ok_or((Column::CardCode, Wrong::UnknownCard)),
            (None, Some(phone)) => self.with_phone(phone, draft.name.as_deref()?),
            (None, None) => return None,
        };
        let named = |holder: &Holder| draft.name.as_ref().is_none_or(|name| *name == holder.name);
        Some(match found {
            Ok(holder) if !named(holder) => Err((Column::Name, Wrong::OtherName)),
            Ok(holder) if holder.state != ResidentState::Active => Err((Column::Name, Wrong::NotActive)),
            found => found,
        })
    }

    fn with_phone(&self, phone: &Phone, name: &str) -> Result<&Holder, (Column, Wrong)> {
        let all = self.by_phone.get(phone).ok_or((Column::Phone, Wrong::UnknownPhone))?;
        let mut called = all.iter().filter(|holder| holder.name == name);
        match (called.next(), called.next()) {
            (Some(holder), None) => Ok(holder),
            (Some(_), Some(_)) => Err((Column::Phone, Wrong::SeveralSuch)),
            (None, _) => Err((Column::Name, Wrong::OtherName)),
        }
    }

    /// Returns the balances that these lines bring along, as far as nothing is wrong with them; what is, is added to the
    /// faults.
    pub fn open(&self, drafts: &[BalanceDraft], whose: Whose<'_>, faults: &mut Vec<Fault>) -> Balances {
        let mut first: BTreeMap<ResidentId, u32> = BTreeMap::new();
        let mut open = |draft: &BalanceDraft| -> Result<Option<OpeningLine>, (Column, Wrong)> {
            let Some(holder) = self.holder(draft).transpose()? else { return Ok(None) };
            let by = if draft.card.is_some() { Column::CardCode } else { Column::Phone };
            if whose.own.has(holder.id) {
                return Err((by, Wrong::OwnWallet));
            }
            if whose.opened.contains(&holder.id) {
                return Err((by, Wrong::AlreadyOpened));
            }
            let row = *first.entry(holder.id).or_insert(draft.row);
            if row != draft.row {
                return Err((by, Wrong::Twice { row }));
            }
            let line = |points| OpeningLine {
                row: draft.row,
                resident: holder.id,
                points,
                lapses_on: draft.lapses_on,
                note: draft.note.clone(),
            };
            Ok(draft.points.map(line))
        };
        let mut lines = Vec::new();
        for draft in drafts {
            match open(draft) {
                Ok(line) => lines.extend(line),
                Err((column, what)) => faults.push(Fault::at(draft.row, column, what)),
            }
        }
        Balances(lines)
    }
}

impl OpeningLine {
    /// Returns the transfer that brings the balance along; it names the import that it came by.
    ///
    /// # Errors
    /// [`Refusal::OwnWallet`].
    pub fn posting(
        &self,
        import: &Import,
        (own, lapse): (&Own, Lapse),
        id: TransferId,
    ) -> Result<Posting, Refusal> {
        let lapse = self.lapses_on.map_or(lapse, Lapse::on);
        let correction = Correction { own: own.clone(), lapse, reason: String::new() };
        let posting = correction.open(self.resident, self.points, id)?;
        let imported = Imported { file_name: import.file_name.clone(), row: self.row };
        let explanation = Explanation::Opening { note: self.note.clone(), imported: Some(imported) };
        let cause = Cause::new(CauseKind::Import, import.id);
        Ok(Posting { cause, explanation, actor: Some(import.actor), ..posting })
    }
}
