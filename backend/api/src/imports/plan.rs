//! What a sheet would make, and what is wrong with it: asked for a preview, and again when it is imported.

use linli_db::{Connection, communities, imports, ledger};
use linli_domain::Refusal;
use linli_domain::ids::ResidentId;
use linli_domain::imports::{
    Balances, Fault, ImportKind, Known, Made, Newcomers, Whose, read_balances, read_residents,
};

use super::workbook::Sheet;
use crate::acting::Acting;
use crate::communities::own_community;
use crate::problem::Problem;

/// The most faults that are named when an import is refused; the preview names more of them.
const NAMED: usize = 100;

/// What a sheet would make.
pub enum Plan {
    /// Residents; what is registered is needed to store them.
    Residents(Newcomers, Known),
    /// Opening balances.
    Balances(Balances),
}

/// What a sheet would make, and what is wrong with it, by row and column.
pub struct Planned {
    /// What it would make, as far as nothing is wrong.
    pub plan: Plan,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

impl Plan {
    /// How much that is.
    pub fn made(&self) -> Made {
        match self {
            Self::Residents(newcomers, _) => newcomers.made(),
            Self::Balances(balances) => balances.made(),
        }
    }
}

impl Planned {
    /// All of it, unless anything is wrong.
    ///
    /// # Errors
    /// `invalid-input` that names the places.
    pub fn whole(self) -> Result<Plan, Problem> {
        if self.faults.is_empty() {
            return Ok(self.plan);
        }
        let refused = Problem::from(Refusal::ImportFaulty { faults: self.faults.len() });
        let named = self.faults.iter().take(NAMED);
        Err(named.fold(refused, |problem, fault| problem.at(fault.place(), fault.chinese())))
    }
}

/// Reads the lines and holds them against what is registered; the number of statements does not grow with them. With
/// `lock`, what they were held against stays so until the transaction ends: imports of residents take turns, residents who
/// get balances do not change, nor do their wallets.
///
/// # Errors
/// If the data base does not answer.
pub async fn plan(
    connection: &mut Connection,
    acting: &Acting,
    (kind, sheet, own): (ImportKind, &Sheet, Option<ResidentId>),
    lock: bool,
) -> Result<Planned, Problem> {
    let mut faults = sheet.faults.clone();
    let plan = match kind {
        ImportKind::Residents => residents(connection, acting, sheet, &mut faults, lock).await?,
        ImportKind::OpeningBalances => balances(connection, acting, (sheet, own), &mut faults, lock).await?,
    };
    faults.sort_by_key(|fault| (fault.row, fault.column));
    Ok(Planned { plan, faults })
}

async fn residents(
    connection: &mut Connection,
    acting: &Acting,
    sheet: &Sheet,
    faults: &mut Vec<Fault>,
    lock: bool,
) -> Result<Plan, Problem> {
    let community = match lock {
        true => communities::lock(connection, acting.community).await?.ok_or_else(Problem::not_found)?,
        false => own_community(connection, acting.community).await?,
    };
    let drafts = read_residents(&sheet.lines, community.day_of(acting.now), faults);
    let known = imports::known(connection, acting.community, &drafts).await?;
    Ok(Plan::Residents(known.admit(&drafts, faults), known))
}

async fn balances(
    connection: &mut Connection,
    acting: &Acting,
    (sheet, own): (&Sheet, Option<ResidentId>),
    faults: &mut Vec<Fault>,
    lock: bool,
) -> Result<Plan, Problem> {
    let today = own_community(connection, acting.community).await?.day_of(acting.now);
    let drafts = read_balances(&sheet.lines, today, faults);
    let holders = imports::holders(connection, acting.community, &drafts, lock).await?;
    let named = holders.named(&drafts);
    if lock {
        let of: Vec<ResidentId> = named.iter().copied().collect();
        ledger::lock_wallets(connection, acting.community, &of).await?;
    }
    let opened = ledger::opened(connection, acting.community, named).await?;
    let own = linli_db::residents::own(connection, acting.community, own).await?;
    Ok(Plan::Balances(holders.open(&drafts, Whose { own: &own, opened: &opened }, faults)))
}
