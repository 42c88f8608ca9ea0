//! What things are called, whatever they are: one question for all that a page names.

use std::collections::BTreeMap;

use diesel::QueryableByName;
use diesel::sql_types::{Array, Nullable, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId, UserId};
use uuid::Uuid;

use crate::{Connection, Result};

const USER: &str = "user";
const RESIDENT: &str = "resident";

/// A thing: of what kind, in the words of the audit log and of causes, and which.
pub(crate) type Thing = (String, Uuid);

/// The names of things.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names(BTreeMap<Thing, String>);

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
}

/// An account, as a thing.
pub(crate) fn user(id: UserId) -> Thing {
    (USER.to_owned(), id.uuid())
}

/// A resident, as a thing.
pub(crate) fn resident(id: ResidentId) -> Thing {
    (RESIDENT.to_owned(), id.uuid())
}

impl Names {
    /// Asks for the names of these things, in one statement however many they are, and of whatever kinds.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub(crate) async fn of(
        connection: &mut Connection,
        community: CommunityId,
        things: impl IntoIterator<Item = Thing>,
    ) -> Result<Self> {
        let (kinds, ids): (Vec<String>, Vec<Uuid>) = things.into_iter().unzip();
        let rows: Vec<Row> = diesel::sql_query(include_str!("names.sql"))
            .bind::<SqlUuid, _>(community.uuid())
            .bind::<Array<Text>, _>(kinds)
            .bind::<Array<SqlUuid>, _>(ids)
            .load(connection)
            .await?;
        Ok(Self(rows.into_iter().filter_map(|row| Some(((row.kind, row.id), row.name?))).collect()))
    }

    /// The name of a thing; none if it has none, or is not there any more.
    pub(crate) fn get(&self, thing: &Thing) -> Option<String> {
        self.0.get(thing).cloned()
    }
}
