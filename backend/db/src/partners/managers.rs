//! The managers of partners.

use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, PartnerId, UserId};
use linli_domain::partners::Assignee;
use linli_domain::residents::Phone;
use uuid::Uuid;

use crate::error::read;
use crate::schema::{partner_managers, users};
use crate::{Connection, Page, Result, Slice};

/// Makes a user a manager of a partner; answers false if it is one.
///
/// # Errors
/// If the data base does not answer.
pub async fn add_manager(
    connection: &mut Connection,
    community: CommunityId,
    of: PartnerId,
    user: UserId,
) -> Result<bool> {
    let inserted = diesel::insert_into(partner_managers::table)
        .values((
            partner_managers::community_id.eq(community.uuid()),
            partner_managers::partner_id.eq(of.uuid()),
            partner_managers::user_id.eq(user.uuid()),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    Ok(inserted == 1)
}

/// Makes a user a manager of a partner no longer; answers false if it was none.
///
/// # Errors
/// If the data base does not answer.
pub async fn remove_manager(
    connection: &mut Connection,
    community: CommunityId,
    of: PartnerId,
    user: UserId,
) -> Result<bool> {
    let removed = diesel::delete(partner_managers::table.find((community.uuid(), user.uuid(), of.uuid())))
        .execute(connection)
        .await?;
    Ok(removed == 1)
}

/// The managers of a partner, in the order of their accounts.
///
/// # Errors
/// If the data base does not answer.
pub async fn list_managers(
    connection: &mut Connection,
    community: CommunityId,
    of: PartnerId,
    slice: &Slice,
) -> Result<Page<Assignee>> {
    let rows: Vec<(Uuid, String, String)> = partner_managers::table
        .inner_join(
            users::table.on(users::community_id
                .eq(partner_managers::community_id)
                .and(users::id.eq(partner_managers::user_id))),
        )
        .filter(partner_managers::community_id.eq(community.uuid()))
        .filter(partner_managers::partner_id.eq(of.uuid()))
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
