//! New residents, one or thousands in the same few statements.

use chrono::{DateTime, Utc};
use diesel::sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{AccountId, CommunityId, ImportId};
use linli_domain::names::sort_key;
use linli_domain::residents::{Phone, Resident, search_keys};
use uuid::Uuid;

use crate::{Connection, Result, ledger};

const RESIDENTS: &str = "INSERT INTO residents ( \
         community_id, id, name, sort_key, birth_year, phone, household_id, card_code, state, created_at, import_id \
     ) SELECT $1, u.*, $2, $3 FROM unnest($4, $5, $6, $7, $8, $9, $10, $11) AS u ON CONFLICT DO NOTHING";

const SEARCH_KEYS: &str = "INSERT INTO resident_search_keys (community_id, key, resident_id) \
     SELECT $1, u.* FROM unnest($2, $3) AS u";

/// Stores new residents, each with its wallet account; answers false if a card code is in use. Of one resident nothing is
/// stored then; of several, whoever asks rolls back what is.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert(
    connection: &mut Connection,
    community: CommunityId,
    new: &[(Resident, AccountId)],
    now: DateTime<Utc>,
) -> Result<bool> {
    store(connection, (community, None), new, now).await
}

/// The same, of residents who came by an import.
///
/// # Errors
/// If the data base does not answer.
pub async fn insert_imported(
    connection: &mut Connection,
    (community, import): (CommunityId, ImportId),
    new: &[(Resident, AccountId)],
    now: DateTime<Utc>,
) -> Result<bool> {
    store(connection, (community, Some(import)), new, now).await
}

async fn store(
    connection: &mut Connection,
    (community, import): (CommunityId, Option<ImportId>),
    new: &[(Resident, AccountId)],
    now: DateTime<Utc>,
) -> Result<bool> {
    let of: Vec<&Resident> = new.iter().map(|(resident, _)| resident).collect();
    let stored = diesel::sql_query(RESIDENTS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Timestamptz, _>(now)
        .bind::<Nullable<SqlUuid>, _>(import.map(ImportId::uuid))
        .bind::<Array<SqlUuid>, _>(each(&of, |resident| resident.id.uuid()))
        .bind::<Array<Text>, _>(each(&of, |resident| resident.name.as_str()))
        .bind::<Array<Text>, _>(each(&of, |resident| sort_key(&resident.name)))
        .bind::<Array<Nullable<Integer>>, _>(each(&of, |resident| resident.birth_year))
        .bind::<Array<Nullable<Text>>, _>(each(&of, |resident| resident.phone.as_ref().map(Phone::as_str)))
        .bind::<Array<SqlUuid>, _>(each(&of, |resident| resident.household.uuid()))
        .bind::<Array<Text>, _>(each(&of, |resident| resident.card.as_str()))
        .bind::<Array<Text>, _>(each(&of, |resident| resident.state.to_string()))
        .execute(connection)
        .await?;
    if stored != new.len() {
        return Ok(false);
    }
    insert_search_keys(connection, community, &of).await?;
    let wallets: Vec<_> = new.iter().map(|(resident, account)| (*account, resident.id)).collect();
    ledger::open_wallets(connection, community, &wallets).await?;
    Ok(true)
}

fn each<'a, T>(of: &[&'a Resident], what: impl Fn(&'a Resident) -> T) -> Vec<T> {
    of.iter().map(|resident| what(resident)).collect()
}

pub(super) async fn insert_search_keys(
    connection: &mut Connection,
    community: CommunityId,
    of: &[&Resident],
) -> Result<()> {
    let keys = |resident: &&Resident| {
        let (id, phone) = (resident.id.uuid(), resident.phone.as_ref().map(Phone::as_str));
        search_keys(&resident.name, phone, resident.card.as_str()).into_iter().map(move |key| (key, id))
    };
    let (keys, ids): (Vec<String>, Vec<Uuid>) = of.iter().flat_map(keys).unzip();
    diesel::sql_query(SEARCH_KEYS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<Text>, _>(keys)
        .bind::<Array<SqlUuid>, _>(ids)
        .execute(connection)
        .await?;
    Ok(())
}
