//! The figures of a period step by step, for charts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Date, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::DaySpan;
use linli_domain::communities::Community;
use linli_domain::figures::{Step, StepFigures};
use linli_domain::points::Points;

use crate::{Connection, Result};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Date)]
    first: NaiveDate,
    #[diesel(sql_type = BigInt)]
    participants: i64,
    #[diesel(sql_type = BigInt)]
    issued: i64,
    #[diesel(sql_type = BigInt)]
    spent: i64,
    #[diesel(sql_type = BigInt)]
    services: i64,
}

impl Row {
    fn read(self) -> (NaiveDate, StepFigures) {
        let figures = StepFigures {
            participants: self.participants,
            issued: Points::new(self.issued),
            spent: Points::new(self.spent),
            services: self.services,
        };
        (self.first, figures)
    }
}

/// Every step of a period with its figures, in the order of time.
///
/// # Errors
/// If the data base does not answer.
pub async fn by_steps(
    connection: &mut Connection,
    community: &Community,
    (span, step): (DaySpan, Step),
) -> Result<Vec<(DaySpan, StepFigures)>> {
    let (from, to) = span.moments(community.timezone);
    let rows: Vec<Row> = diesel::sql_query(include_str!("steps.sql"))
        .bind::<SqlUuid, _>(community.id.uuid())
        .bind::<Date, _>(span.first())
        .bind::<Date, _>(span.last())
        .bind::<Text, _>(step.to_string())
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .load(connection)
        .await?;
    let mut found: BTreeMap<NaiveDate, StepFigures> = rows.into_iter().map(Row::read).collect();
    let steps = span.steps(step.period()).into_iter();
    Ok(steps.map(|one| (one, found.remove(&one.first()).unwrap_or_default())).collect())
}
