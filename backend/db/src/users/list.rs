//! The list of accounts, with all that their people are.

use std::collections::BTreeSet;

use diesel::dsl::sql;
use diesel::sql_types::{Array, Bool, Text, Uuid as SqlUuid};
use diesel::{ExpressionMethods, QueryDsl, QueryableByName, SelectableHelper};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;
use linli_domain::roles::Role;
use linli_domain::users::User;
use uuid::Uuid;

use super::{Row, offices};
use crate::error::read;
use crate::schema::users;
use crate::{Connection, Page, Result, Slice};

/// Which accounts are asked for.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// A part of the name, or the end of the phone number.
    pub search: Option<String>,
    /// Of people who are this.
    pub role: Option<Role>,
}

const ROLES: &str = "SELECT user_id, role FROM account_roles($1) WHERE user_id = ANY ($2)";

#[derive(QueryableByName)]
struct RoleRow {
    #[diesel(sql_type = SqlUuid)]
    user_id: Uuid,
    #[diesel(sql_type = Text)]
    role: String,
}

/// The accounts of a community that a filter lets through with all roles of their people, in the order of their creation.
///
/// # Errors
/// If the data base does not answer.
pub async fn list(
    connection: &mut Connection,
    community: CommunityId,
    filter: &Filter,
    slice: &Slice,
) -> Result<Page<(User, BTreeSet<Role>)>> {
    let mut query = users::table
        .filter(users::community_id.eq(community.uuid()))
        .filter(users::id.gt(slice.after.unwrap_or_default()))
        .order(users::id)
        .limit(slice.probe())
        .select(Row::as_select())
        .into_boxed();
    if let Some(search) = &filter.search {
        let found = sql::<Bool>("(strpos(users.name, ").bind::<Text, _>(search);
        let found = found.sql(") > 0 OR right(users.phone, length(").bind::<Text, _>(search);
        query = query.filter(found.sql(")) = ").bind::<Text, _>(search).sql(")"));
    }
    if let Some(role) = filter.role {
        let found = sql::<Bool>("users.id IN (SELECT a.user_id FROM account_roles(");
        let found = found.bind::<SqlUuid, _>(community.uuid()).sql(") a WHERE a.role = ");
        query = query.filter(found.bind::<Text, _>(role.to_string()).sql(")"));
    }
    let rows: Vec<Row> = query.load(connection).await?;
    let page = slice.page(rows, |row| row.id);
    let ids: Vec<Uuid> = page.items.iter().map(|row| row.id).collect();
    let offices = offices(connection, community, &ids).await?;
    let roles: Vec<RoleRow> = diesel::sql_query(ROLES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(&ids)
        .load(connection)
        .await?;
    page.try_map(|row| {
        let of_user = roles.iter().filter(|role| role.user_id == row.id);
        let roles = of_user.map(|role| read::<Role>(&role.role)).collect::<Result<_>>()?;
        Ok((row.read(&offices)?, roles))
    })
}
