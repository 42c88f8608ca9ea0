//! What was confirmed on some days, and what it adds up to.

use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, sum};
use diesel::sql_types::{Nullable, Numeric};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::confirmations::{Confirmation, DayTotals};
use linli_domain::ids::{CommunityId, StoreId};
use linli_domain::money::Fen;
use linli_domain::points::Points;
use linli_domain::vouchers::WholeVoucher;
use uuid::Uuid;

use super::Row;
use crate::schema::{confirmations, vouchers};
use crate::vouchers::{WholeVoucherRow, whole_vouchers};
use crate::{Connection, Page, Result, Slice};

#[diesel::declare_sql_function]
extern "SQL" {
    /// A sum of whole numbers as a whole number.
    #[sql_name = "int8"]
    fn whole(sum: Nullable<Numeric>) -> Nullable<diesel::sql_types::BigInt>;
}

/// Which confirmations are asked for.
#[derive(Debug, Clone)]
pub struct DayFilter {
    /// Those of these stores; none for all.
    pub stores: Option<Vec<StoreId>>,
    /// From this moment on.
    pub from: DateTime<Utc>,
    /// Before this moment.
    pub to: DateTime<Utc>,
    /// Only those that stand: neither undone nor corrected.
    pub standing: bool,
}

impl DayFilter {
    fn store_ids(&self) -> Option<Vec<Uuid>> {
        self.stores.as_ref().map(|stores| stores.iter().map(|store| store.uuid()).collect())
    }
}

/// The confirmations of some days with their vouchers, the newest first; those that were undone too, unless only those that
/// stand are asked for.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &DayFilter,
    slice: &Slice,
) -> Result<Page<(Confirmation, WholeVoucher)>> {
    let mut query = whole_vouchers!()
        .inner_join(
            confirmations::table.on(confirmations::community_id
                .eq(vouchers::community_id)
                .and(confirmations::voucher_id.eq(vouchers::id))),
        )
        .filter(confirmations::community_id.eq(community.uuid()))
        .filter(confirmations::confirmed_at.ge(filter.from).and(confirmations::confirmed_at.lt(filter.to)))
        .order(confirmations::id.desc())
        .limit(slice.probe())
        .select((Row::as_select(), WholeVoucherRow::as_select()))
        .into_boxed();
    if let Some(stores) = filter.store_ids() {
        query = query.filter(confirmations::store_id.eq_any(stores));
    }
    if filter.standing {
        query = query.filter(confirmations::undone_at.is_null().and(confirmations::corrected_at.is_null()));
    }
    if let Some(after) = slice.after {
        query = query.filter(confirmations::id.lt(after));
    }
    let rows: Vec<(Row, WholeVoucherRow)> = query.load(connection).await?;
    slice
        .page(rows, |(row, _)| row.id)
        .try_map(|(confirmation, whole)| Ok((confirmation.read(), whole.read()?)))
}

/// What the confirmations of some days add up to, without those that were undone. A correction does not change them, unless
/// only what stands is asked for.
///
/// # Errors
/// If the data base does not answer.
pub async fn totals(
    connection: &mut Connection,
    community: CommunityId,
    filter: &DayFilter,
) -> Result<DayTotals> {
    let mut query = confirmations::table
        .filter(confirmations::community_id.eq(community.uuid()))
        .filter(confirmations::confirmed_at.ge(filter.from).and(confirmations::confirmed_at.lt(filter.to)))
        .filter(confirmations::undone_at.is_null())
        .select((
            count_star(),
            whole(sum(confirmations::discount_fen)),
            whole(sum(confirmations::spent_points)),
        ))
        .into_boxed();
    if let Some(stores) = filter.store_ids() {
        query = query.filter(confirmations::store_id.eq_any(stores));
    }
    if filter.standing {
        query = query.filter(confirmations::corrected_at.is_null());
    }
    let (count, discount, points): (i64, Option<i64>, Option<i64>) = query.first(connection).await?;
    Ok(DayTotals {
        count,
        discount: Fen::new(discount.unwrap_or_default()),
        points: Points::new(points.unwrap_or_default()),
    })
}
