//! Users: the accounts people sign in with, their offices, and all that follows from what they are.

mod credentials;
mod list;
mod principal;

pub use credentials::{Credential, find_credentials, set_password, still_opens};
pub use list::{Filter, list};
pub use principal::principal;

use chrono::{DateTime, Utc};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, Queryable, Selectable,
    SelectableHelper,
};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, UserId};
use linli_domain::residents::Phone;
use linli_domain::roles::Role;
use linli_domain::users::User;
use uuid::Uuid;

use self::credentials::move_password;
use crate::error::{read, unless_taken};
use crate::schema::{user_roles, users};
use crate::{Connection, Error, Result};

#[derive(Queryable, Selectable)]
#[diesel(table_name = users, check_for_backend(diesel::pg::Pg))]
struct Row {
    id: Uuid,
    name: String,
    phone: String,
    resident_id: Option<Uuid>,
    disabled_at: Option<DateTime<Utc>>,
}

impl Row {
    fn read(self, offices: &[(Uuid, String)]) -> Result<User> {
        let of_user = offices.iter().filter(|(user, _)| *user == self.id);
        Ok(User {
            id: UserId::new(self.id),
            name: self.name,
            phone: read::<Phone>(&self.phone)?,
            resident: self.resident_id.map(ResidentId::new),
            offices: of_user.map(|(_, role)| read::<Role>(role)).collect::<Result<_>>()?,
            disabled_at: self.disabled_at,
        })
    }
}

/// Stores a new user with its offices; answers false if the phone or the resident has an account already.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    user: &User,
    now: DateTime<Utc>,
) -> Result<bool> {
    let inserted = diesel::insert_into(users::table)
        .values((
            users::community_id.eq(community.uuid()),
            users::id.eq(user.id.uuid()),
            users::name.eq(&user.name),
            users::phone.eq(user.phone.as_str()),
            users::resident_id.eq(user.resident.map(ResidentId::uuid)),
            users::disabled_at.eq(user.disabled_at),
            users::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    if inserted == 1 {
        insert_offices(connection, community, user).await?;
    }
    Ok(inserted == 1)
}

async fn insert_offices(connection: &mut Connection, community: CommunityId, user: &User) -> Result<()> {
    let rows: Vec<_> = user
        .offices
        .iter()
        .map(|role| {
            (
                user_roles::community_id.eq(community.uuid()),
                user_roles::user_id.eq(user.id.uuid()),
                user_roles::role.eq(role.to_string()),
            )
        })
        .collect();
    diesel::insert_into(user_roles::table).values(rows).execute(connection).await?;
    Ok(())
}

/// Stores a user's name, phone, offices and whether it is disabled, as they are after a change, and lets another phone
/// sign in with the password there is; answers false if that phone has an account already.
///
/// # Errors
/// If the data base does not answer.
pub async fn update(
    connection: &mut Connection,
    community: CommunityId,
    (before, user): (&User, &User),
) -> Result<bool> {
    let updated = diesel::update(users::table.find((community.uuid(), user.id.uuid())))
        .set((
            users::name.eq(&user.name),
            users::phone.eq(user.phone.as_str()),
            users::disabled_at.eq(user.disabled_at),
        ))
        .execute(connection)
        .await;
    if !unless_taken(updated)? {
        return Ok(false);
    }
    if before.phone != user.phone {
        move_password(connection, community, (&before.phone, &user.phone)).await?;
    }
    let offices = user_roles::community_id.eq(community.uuid()).and(user_roles::user_id.eq(user.id.uuid()));
    diesel::delete(user_roles::table.filter(offices)).execute(connection).await?;
    insert_offices(connection, community, user).await?;
    Ok(true)
}

async fn offices(
    connection: &mut Connection,
    community: CommunityId,
    of: &[Uuid],
) -> Result<Vec<(Uuid, String)>> {
    user_roles::table
        .filter(user_roles::community_id.eq(community.uuid()))
        .filter(user_roles::user_id.eq_any(of))
        .select((user_roles::user_id, user_roles::role))
        .load(connection)
        .await
        .map_err(Error::from)
}

/// The user with this id, locked until the transaction ends.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock(connection: &mut Connection, community: CommunityId, id: UserId) -> Result<Option<User>> {
    let row: Option<Row> = users::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .for_no_key_update()
        .first(connection)
        .await
        .optional()?;
    with_offices(connection, community, row).await
}

/// The user with this id.
///
/// # Errors
/// If the data base does not answer.
pub async fn find(connection: &mut Connection, community: CommunityId, id: UserId) -> Result<Option<User>> {
    let row: Option<Row> = users::table
        .find((community.uuid(), id.uuid()))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    with_offices(connection, community, row).await
}

/// The user with this phone.
///
/// # Errors
/// If the data base does not answer.
pub async fn find_by_phone(
    connection: &mut Connection,
    community: CommunityId,
    phone: &Phone,
) -> Result<Option<User>> {
    let row: Option<Row> = users::table
        .filter(users::community_id.eq(community.uuid()).and(users::phone.eq(phone.as_str())))
        .select(Row::as_select())
        .first(connection)
        .await
        .optional()?;
    with_offices(connection, community, row).await
}

async fn with_offices(
    connection: &mut Connection,
    community: CommunityId,
    row: Option<Row>,
) -> Result<Option<User>> {
    let Some(row) = row else { return Ok(None) };
    let offices = offices(connection, community, &[row.id]).await?;
    row.read(&offices).map(Some)
}

/// How many administrators of a community can sign in, without this one.
///
/// Decide upon it only while the community is locked ([`crate::communities::lock`]): two administrators may be about to
/// go at the same moment.
///
/// # Errors
/// If the data base does not answer.
pub async fn other_administrators(
    connection: &mut Connection,
    community: CommunityId,
    than: UserId,
) -> Result<i64> {
    user_roles::table
        .inner_join(
            users::table
                .on(users::community_id.eq(user_roles::community_id).and(users::id.eq(user_roles::user_id))),
        )
        .filter(user_roles::community_id.eq(community.uuid()))
        .filter(user_roles::role.eq(Role::CommunityAdministrator.to_string()))
        .filter(user_roles::user_id.ne(than.uuid()))
        .filter(users::disabled_at.is_null())
        .count()
        .get_result(connection)
        .await
        .map_err(Error::from)
}
