//! Imports as they are sent.

use chrono::{DateTime, Utc};
use linli_db::imports::Named;
use linli_domain::ids::{ImportId, UserId};
use linli_domain::imports::{Column, Fault, ImportKind, Made};
use linli_domain::points::Points;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::plan::Planned;
use crate::input::{Reason, Text};

/// The most faults that a preview lists.
const LISTED: usize = 1_000;

/// What is imported.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PreviewParams {
    /// What the sheet has.
    pub kind: ImportKind,
}

/// What is imported, and what the file is called.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct NewImportParams {
    /// What the sheet has.
    pub kind: ImportKind,
    /// What the file is called; the residents read it with their balances.
    #[param(value_type = String, min_length = 1, max_length = 100)]
    pub file_name: Text<1, 100>,
}

/// Why an import is reversed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportReversalRequest {
    /// The reason; residents read it with the balances that are taken back.
    pub reason: Reason,
    /// Whether residents who have a history by now are left as they are; unless they are to be, the import is not reversed
    /// while there are any.
    #[serde(default)]
    pub keep_with_history: bool,
}

/// Something that is wrong with a sheet.
#[derive(Serialize, ToSchema)]
pub struct ImportFault {
    /// The row as Excel numbers it: the first is 1.
    pub row: u32,
    /// The column.
    pub column: Column,
    /// What is wrong, as a word for programs, e.g. `phone-taken`.
    pub kind: String,
    /// The whole as a sentence in Chinese.
    pub detail: String,
    /// The same in English.
    pub detail_en: String,
}

/// What an import would make.
#[derive(Serialize, ToSchema)]
pub struct ImportPreview {
    /// What the sheet has.
    pub kind: ImportKind,
    /// How many lines it has.
    pub rows: usize,
    /// How many places are wrong; nothing is imported unless none is.
    pub fault_count: usize,
    /// The first thousand of these places, by row and column.
    pub faults: Vec<ImportFault>,
    /// What would be made, as far as nothing is wrong.
    #[serde(flatten)]
    pub made: Made,
}

/// Whether an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// It stands.
    Made,
    /// It was reversed.
    Reversed,
}

/// How an import was reversed.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportReversal)]
pub struct ImportReversalJson {
    /// Why.
    pub reason: String,
    /// How many residents or balances were taken back.
    pub reversed: i32,
    /// How many were left as they are: residents with a history or not registered any more, balances that had been reversed
    /// one by one.
    pub kept: i32,
    /// Who reversed it.
    pub actor_id: UserId,
    /// The name of whoever did.
    pub actor_name: String,
    /// When.
    pub reversed_at: DateTime<Utc>,
}

/// An import.
#[derive(Serialize, ToSchema)]
#[schema(as = Import)]
pub struct ImportJson {
    /// The identifier. The residents are found by it (`/residents?import_id=…`), and the balances
    /// (`/transfers?cause_id=…`).
    pub id: ImportId,
    /// What the sheet had.
    pub kind: ImportKind,
    /// What the file was called.
    pub file_name: String,
    /// Whether it stands.
    pub state: ImportState,
    /// How many residents it made.
    pub residents: i32,
    /// How many households it made, which were not there before.
    pub households: i32,
    /// How many opening balances it made.
    pub balances: i32,
    /// The points of those.
    pub points: Points,
    /// Who imported.
    pub actor_id: UserId,
    /// The name of whoever did.
    pub actor_name: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// How it was reversed; none while it stands.
    pub reversal: Option<ImportReversalJson>,
}

impl From<&Fault> for ImportFault {
    fn from(fault: &Fault) -> Self {
        Self {
            row: fault.row,
            column: fault.column,
            kind: fault.what.as_ref().to_owned(),
            detail: fault.chinese(),
            detail_en: fault.english(),
        }
    }
}

impl ImportPreview {
    /// What came of reading a sheet.
    pub fn of(kind: ImportKind, rows: usize, planned: &Planned) -> Self {
        let faults = &planned.faults;
        Self {
            kind,
            rows,
            fault_count: faults.len(),
            faults: faults.iter().take(LISTED).map(ImportFault::from).collect(),
            made: planned.plan.made(),
        }
    }
}

impl From<Named> for ImportJson {
    fn from((import, actor_name, reverser): Named) -> Self {
        let reversal = import.reversal.map(|reversal| ImportReversalJson {
            reason: reversal.reason,
            reversed: reversal.reversed,
            kept: reversal.kept,
            actor_id: reversal.actor,
            actor_name: reverser.unwrap_or_default(),
            reversed_at: reversal.reversed_at,
        });
        Self {
            id: import.id,
            kind: import.kind,
            file_name: import.file_name,
            state: if reversal.is_some() { ImportState::Reversed } else { ImportState::Made },
            residents: import.made.residents,
            households: import.made.households,
            balances: import.made.balances,
            points: import.made.points,
            actor_id: import.actor,
            actor_name,
            made_at: import.made_at,
            reversal,
        }
    }
}
