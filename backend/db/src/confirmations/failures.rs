//! Confirmations that failed, kept with their reason.

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::confirmations::Failure;
use linli_domain::ids::{CommunityId, FailedConfirmationId, StoreId, UserId, VoucherId};
use uuid::Uuid;

use crate::error::read;
use crate::schema::failed_confirmations as failures;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = failures, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    store_id: Uuid,
    cashier_id: Uuid,
    code: String,
    voucher_id: Option<Uuid>,
    reason: String,
    tried_at: DateTime<Utc>,
}

impl Row {
    fn read(self) -> Result<Failure> {
        Ok(Failure {
            id: FailedConfirmationId::new(self.id),
            store: StoreId::new(self.store_id),
            cashier: UserId::new(self.cashier_id),
            code: read::<Code>(&self.code)?,
            voucher: self.voucher_id.map(VoucherId::new),
            reason: self.reason,
            tried_at: self.tried_at,
        })
    }
}

/// Keeps a confirmation that failed.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_failure(
    connection: &mut Connection,
    community: CommunityId,
    failure: &Failure,
) -> Result<()> {
    diesel::insert_into(failures::table)
        .values((
            failures::community_id.eq(community.uuid()),
            failures::id.eq(failure.id.uuid()),
            failures::store_id.eq(failure.store.uuid()),
            failures::cashier_id.eq(failure.cashier.uuid()),
            failures::code.eq(failure.code.as_str()),
            failures::voucher_id.eq(failure.voucher.map(VoucherId::uuid)),
            failures::reason.eq(&failure.reason),
            failures::tried_at.eq(failure.tried_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The confirmations that failed in these stores (none for all), the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_failures(
    connection: &mut Connection,
    community: CommunityId,
    stores: Option<&[StoreId]>,
    slice: &Slice,
) -> Result<Page<Failure>> {
    let mut query = failures::table
        .filter(failures::community_id.eq(community.uuid()))
        .order(failures::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(stores) = stores {
        let stores: Vec<Uuid> = stores.iter().map(|store| store.uuid()).collect();
        query = query.filter(failures::store_id.eq_any(stores));
    }
    if let Some(after) = slice.after {
        query = query.filter(failures::id.lt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
