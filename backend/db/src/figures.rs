//! What happened in a community, counted from its rows: figures of a period, and for the command line how much there is.

mod period;
mod steps;

pub use period::of_period;
pub use steps::by_steps;

use diesel::sql_types::{BigInt, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::ids::CommunityId;

use crate::{Connection, Result};

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    figure: String,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many there are of each kind of thing, and how many residents did something in each quarter of the year. It reads
/// whole tables: for the command line.
///
/// # Errors
/// If the data base does not answer.
pub async fn of(connection: &mut Connection, community: CommunityId) -> Result<Vec<(String, i64)>> {
    let rows: Vec<Row> = diesel::sql_query(include_str!("figures/community.sql"))
        .bind::<SqlUuid, _>(community.uuid())
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.figure, row.count)).collect())
}
