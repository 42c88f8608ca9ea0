//! Confirmations: the hot path at the counter, and the lists of a day.

mod behind;
mod day;
mod failed;
mod tills;
mod uses;

pub use behind::{behind, failed_behind};
pub use day::{DayFilter, list, totals};
pub use failed::{insert_failed, list_failed};
pub use tills::tills;
pub use uses::{hand_over_price, standing, used_by_household};

use chrono::{DateTime, Utc};
use diesel::result::{DatabaseErrorKind, Error as DieselError, QueryResult};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::communities::Community;
use linli_domain::confirmations::{Confirmation, Correction, Till};
use linli_domain::ids::{CommunityId, ConfirmationId, CorrectionId, StoreId, UserId, VoucherId};
use linli_domain::money::Fen;
use linli_domain::offers::Reckoning;
use linli_domain::points::Points;
use linli_domain::vouchers::WholeVoucher;
use uuid::Uuid;

use self::tills::TillRow;
use crate::communities::Row as CommunityRow;
use crate::schema::{communities, confirmations, stores, vouchers};
use crate::statement::{Cached, LockingOf};
use crate::vouchers::{WholeVoucherRow, whole_vouchers, with_slots_and_teams};
use crate::{Connection, Error, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = confirmations, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    voucher_id: Uuid,
    store_id: Uuid,
    cashier_id: Uuid,
    bill_fen: i64,
    discount_fen: i64,
    confirmed_at: DateTime<Utc>,
    undone_at: Option<DateTime<Utc>>,
    undone_by: Option<Uuid>,
    use_number: i32,
    spent_points: i64,
    corrected_at: Option<DateTime<Utc>>,
    corrected_by: Option<Uuid>,
    correction_reason: Option<String>,
    corrected_points: Option<i64>,
    correction_id: Option<Uuid>,
}

impl Row {
    fn read(self) -> Confirmation {
        let corrected = self.correction_id.zip(self.corrected_at.zip(self.corrected_by));
        let correction = corrected.map(|(id, (at, by))| Correction {
            id: CorrectionId::new(id),
            at,
            by: UserId::new(by),
            reason: self.correction_reason.unwrap_or_default(),
            points: Points::new(self.corrected_points.unwrap_or_default()),
        });
        Confirmation {
            id: ConfirmationId::new(self.id),
            voucher: VoucherId::new(self.voucher_id),
            store: StoreId::new(self.store_id),
            cashier: UserId::new(self.cashier_id),
            reckoning: Reckoning { bill: Fen::new(self.bill_fen), discount: Fen::new(self.discount_fen) },
            confirmed_at: self.confirmed_at,
            undone: self.undone_at.zip(self.undone_by.map(UserId::new)),
            use_number: self.use_number,
            spent: Points::new(self.spent_points),
            correction,
        }
    }
}

/// Which voucher was presented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The one with this code.
    Code(Code),
    /// The one whose token was scanned.
    Id(VoucherId),
}

/// A voucher as it is presented in a store, and the community; the voucher is locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_presented(
    connection: &mut Connection,
    community: CommunityId,
    which: &Which,
    store: StoreId,
) -> Result<Option<(WholeVoucher, Till, Community)>> {
    let mut query = whole_vouchers!()
        .inner_join(
            stores::table
                .on(stores::community_id.eq(vouchers::community_id).and(stores::id.eq(store.uuid()))),
        )
        .inner_join(communities::table.on(communities::id.eq(vouchers::community_id)))
        .filter(vouchers::community_id.eq(community.uuid()))
        .select((WholeVoucherRow::as_select(), TillRow::as_select(), CommunityRow::as_select()))
        .into_boxed();
    query = match which {
        Which::Code(code) => query.filter(vouchers::code.eq(code.as_str())),
        Which::Id(id) => query.filter(vouchers::id.eq(id.uuid())),
    };
    let found: Option<(WholeVoucherRow, TillRow, CommunityRow)> =
        LockingOf(query, &["vouchers"]).get_result(connection).await.optional()?;
    let Some((whole, till, community)) = found else { return Ok(None) };
    let community = community.read()?;
    let whole = with_slots_and_teams(connection, community.id, whole.read()?).await?;
    Ok(Some((whole, till.read()?, community)))
}

/// Those of these vouchers that exist, locked in the order of their ids until the transaction ends; without their slots and
/// their residents' teams.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_all_presented(
    connection: &mut Connection,
    community: CommunityId,
    of: &[Which],
) -> Result<Vec<WholeVoucher>> {
    let (mut codes, mut ids): (Vec<&str>, Vec<Uuid>) = (Vec::new(), Vec::new());
    for which in of {
        match which {
            Which::Code(code) => codes.push(code.as_str()),
            Which::Id(id) => ids.push(id.uuid()),
        }
    }
    let query = whole_vouchers!()
        .filter(vouchers::community_id.eq(community.uuid()))
        .filter(vouchers::code.eq_any(codes).or(vouchers::id.eq_any(ids)))
        .order(vouchers::id)
        .select(WholeVoucherRow::as_select());
    let rows: Vec<WholeVoucherRow> = LockingOf(query, &["vouchers"]).load(connection).await?;
    rows.into_iter().map(WholeVoucherRow::read).collect()
}

/// The confirmation with this id, its voucher and the community; both are locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(
    connection: &mut Connection,
    community: CommunityId,
    id: ConfirmationId,
) -> Result<Option<(Confirmation, WholeVoucher, Community)>> {
    let query = whole_vouchers!()
        .inner_join(
            confirmations::table.on(confirmations::community_id
                .eq(vouchers::community_id)
                .and(confirmations::voucher_id.eq(vouchers::id))),
        )
        .inner_join(communities::table.on(communities::id.eq(vouchers::community_id)))
        .filter(vouchers::community_id.eq(community.uuid()).and(confirmations::id.eq(id.uuid())))
        .select((Row::as_select(), WholeVoucherRow::as_select(), CommunityRow::as_select()));
    let found: Option<(Row, WholeVoucherRow, CommunityRow)> =
        LockingOf(query, &["vouchers", "confirmations"]).get_result(connection).await.optional()?;
    let Some((confirmation, whole, community)) = found else { return Ok(None) };
    Ok(Some((confirmation.read(), whole.read()?, community.read()?)))
}

/// Stores a new confirmation.
///
/// # Errors
/// If the data base does not answer, or another confirmation of the voucher stands; [`Error::MonthClosed`].
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    confirmation: &Confirmation,
) -> Result<()> {
    let statement = diesel::insert_into(confirmations::table).values((
        confirmations::community_id.eq(community.uuid()),
        confirmations::id.eq(confirmation.id.uuid()),
        confirmations::voucher_id.eq(confirmation.voucher.uuid()),
        confirmations::store_id.eq(confirmation.store.uuid()),
        confirmations::cashier_id.eq(confirmation.cashier.uuid()),
        confirmations::bill_fen.eq(confirmation.reckoning.bill.get()),
        confirmations::discount_fen.eq(confirmation.reckoning.discount.get()),
        confirmations::use_number.eq(confirmation.use_number),
        confirmations::spent_points.eq(confirmation.spent.get()),
        confirmations::confirmed_at.eq(confirmation.confirmed_at),
    ));
    unless_closed(Cached(statement).execute(connection).await)
}

/// Stores that a confirmation was undone or corrected, by whom and when.
///
/// # Errors
/// If the data base does not answer; [`Error::MonthClosed`].
pub async fn update(
    connection: &mut Connection,
    community: CommunityId,
    confirmation: &Confirmation,
) -> Result<()> {
    let (at, by) = confirmation.undone.unzip();
    let correction = confirmation.correction.as_ref();
    let statement = diesel::update(confirmations::table.find((community.uuid(), confirmation.id.uuid())))
        .set((
            confirmations::spent_points.eq(confirmation.spent.get()),
            confirmations::undone_at.eq(at),
            confirmations::undone_by.eq(by.map(UserId::uuid)),
            confirmations::corrected_at.eq(correction.map(|correction| correction.at)),
            confirmations::corrected_by.eq(correction.map(|correction| correction.by.uuid())),
            confirmations::correction_reason.eq(correction.map(|correction| correction.reason.as_str())),
            confirmations::corrected_points.eq(correction.map(|correction| correction.points.get())),
            confirmations::correction_id.eq(correction.map(|correction| correction.id.uuid())),
        ));
    unless_closed(Cached(statement).execute(connection).await)
}

/// The month of the store may have been closed in the meantime: then its trigger refuses, and the transaction can only be
/// rolled back.
fn unless_closed(changed: QueryResult<usize>) -> Result<()> {
    match changed {
        Err(DieselError::DatabaseError(DatabaseErrorKind::RestrictViolation, _)) => Err(Error::MonthClosed),
        changed => Ok(changed.map(drop)?),
    }
}
