//! The cashiers 店员 of stores.

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, StoreId, UserId};
use linli_domain::partners::Assignee;
use linli_domain::residents::Phone;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{cashiers, users};
use crate::{Connection, Page, Result, Slice};

/// Makes a user a cashier of a store; answers false if it is one.
///
/// # Errors
/// If the data base does not answer.
pub async fn add_cashier(
    connection: &mut Connection,
    community: CommunityId,
    of: StoreId,
    user: UserId,
) -> Result<bool> {
    let inserted = diesel::insert_into(cashiers::table)
        .values((
            cashiers::community_id.eq(community.uuid()),
            cashiers::store_id.eq(of.uuid()),
            cashiers::user_id.eq(user.uuid()),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Makes a user a cashier of a store no longer; answers false if it was none.
///
/// # Errors
/// If the data base does not answer.
pub async fn remove_cashier(
    connection: &mut Connection,
    community: CommunityId,
    of: StoreId,
    user: UserId,
) -> Result<bool> {
    let removed = diesel::delete(cashiers::table.find((community.uuid(), user.uuid(), of.uuid())))
        .execute(connection)
        .await?;
    Ok(removed == 1)
}

/// The cashiers of a store, in the order of their accounts.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_cashiers(
    connection: &mut Connection,
    community: CommunityId,
    of: StoreId,
    slice: &Slice,
) -> Result<Page<Assignee>> {
    let rows: Vec<(Uuid, String, String)> = cashiers::table
        .inner_join(
            users::table
                .on(users::community_id.eq(cashiers::community_id).and(users::id.eq(cashiers::user_id))),
        )
        .filter(cashiers::community_id.eq(community.uuid()))
        .filter(cashiers::store_id.eq(of.uuid()))
        .filter(users::id.gt(slice.after.unwrap_or_default()))
        .order(users::id)
        .limit(slice.probe())
        .select((users::id, users::name, users::phone))
        .load(connection)
        .await?;
    let assignee = |(user, name, phone): (Uuid, String, String)| {
        Ok(Assignee { user: UserId::new(user), name, phone: read::<Phone>(&phone)? })
    };
    slice.page(rows, |row| row.0).try_map(assignee)
}
