//! Confirmations that failed, kept with their reason.

use chrono::{DateTime, Utc};
use diesel::{ExpressionMethods, QueryDsl, Queryable, Selectable, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::codes::Code;
use linli_domain::confirmations::FailedConfirmation;
use linli_domain::ids::{CommunityId, FailedConfirmationId, StoreId, UserId, VoucherId};
use uuid::Uuid;

use crate::error::read;
use crate::schema::failed_confirmations;
use crate::{Connection, Page, Result, Slice};

#[derive(Queryable, Selectable)]
#[diesel(table_name = failed_confirmations, check_for_backend(diesel::pg::Pg))]
pub(super) struct Row {
    id: Uuid,
    store_id: Uuid,
    cashier_id: Uuid,
    code: Option<String>,
    voucher_id: Option<Uuid>,
    reason: String,
    tried_at: DateTime<Utc>,
}

impl Row {
    pub(super) fn read(self) -> Result<FailedConfirmation> {
        Ok(FailedConfirmation {
            id: FailedConfirmationId::new(self.id),
            store: StoreId::new(self.store_id),
            cashier: UserId::new(self.cashier_id),
            code: self.code.as_deref().map(read::<Code>).transpose()?,
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
pub async fn insert_failed(
    connection: &mut Connection,
    community: CommunityId,
    failed: &FailedConfirmation,
) -> Result<()> {
    diesel::insert_into(failed_confirmations::table)
        .values((
            failed_confirmations::community_id.eq(community.uuid()),
            failed_confirmations::id.eq(failed.id.uuid()),
            failed_confirmations::store_id.eq(failed.store.uuid()),
            failed_confirmations::cashier_id.eq(failed.cashier.uuid()),
            failed_confirmations::code.eq(failed.code.as_ref().map(Code::as_str)),
            failed_confirmations::voucher_id.eq(failed.voucher.map(VoucherId::uuid)),
            failed_confirmations::reason.eq(&failed.reason),
            failed_confirmations::tried_at.eq(failed.tried_at),
        ))
        .execute(connection)
        .await?;
    Ok(())
}

/// The confirmations that failed in these stores (none for all), the newest first.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_failed(
    connection: &mut Connection,
    community: CommunityId,
    stores: Option<&[StoreId]>,
    slice: &Slice,
) -> Result<Page<FailedConfirmation>> {
    let mut query = failed_confirmations::table
        .filter(failed_confirmations::community_id.eq(community.uuid()))
        .order(failed_confirmations::id.desc())
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(stores) = stores {
        let stores: Vec<Uuid> = stores.iter().map(|store| store.uuid()).collect();
        query = query.filter(failed_confirmations::store_id.eq_any(stores));
    }
    if let Some(after) = slice.after {
        query = query.filter(failed_confirmations::id.lt(after));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    slice.page(rows, |row| row.id).try_map(Row::read)
}
