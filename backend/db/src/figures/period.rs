//! The programme's figures of a period, and of the period before, in one statement.

use chrono::NaiveDate;
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Date, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use linli_domain::calendar::DaySpan;
use linli_domain::communities::Community;
use linli_domain::figures::{Figure, Figures, Flow, Flows, lapsing};
use linli_domain::points::Points;

use crate::{Connection, Result};

#[derive(QueryableByName)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct Row {
    #[diesel(sql_type = BigInt)]
    registered: i64,
    #[diesel(sql_type = BigInt)]
    participants: i64,
    #[diesel(sql_type = BigInt)]
    participants_before: i64,
    #[diesel(sql_type = BigInt)]
    teams: i64,
    #[diesel(sql_type = BigInt)]
    teams_before: i64,
    #[diesel(sql_type = BigInt)]
    activities: i64,
    #[diesel(sql_type = BigInt)]
    activities_before: i64,
    #[diesel(sql_type = BigInt)]
    minutes: i64,
    #[diesel(sql_type = BigInt)]
    minutes_before: i64,
    #[diesel(sql_type = BigInt)]
    issued: i64,
    #[diesel(sql_type = BigInt)]
    issued_reversed: i64,
    #[diesel(sql_type = BigInt)]
    issued_before: i64,
    #[diesel(sql_type = BigInt)]
    issued_reversed_before: i64,
    #[diesel(sql_type = BigInt)]
    spent: i64,
    #[diesel(sql_type = BigInt)]
    spent_reversed: i64,
    #[diesel(sql_type = BigInt)]
    spent_before: i64,
    #[diesel(sql_type = BigInt)]
    spent_reversed_before: i64,
    #[diesel(sql_type = BigInt)]
    lapsed: i64,
    #[diesel(sql_type = BigInt)]
    lapsed_before: i64,
    #[diesel(sql_type = BigInt)]
    services: i64,
    #[diesel(sql_type = BigInt)]
    services_before: i64,
    #[diesel(sql_type = BigInt)]
    lapsing: i64,
}

/// Points posted and taken back, in the period and in the one before.
fn flows(this: (i64, i64), before: (i64, i64)) -> Flows {
    let flow = |(posted, reversed)| Flow { posted: Points::new(posted), reversed: Points::new(reversed) };
    Flows { this: flow(this), before: flow(before) }
}

impl Row {
    fn read(self) -> Figures {
        let figure = |value, before| Figure { value, before };
        Figures {
            registered: self.registered,
            participants: figure(self.participants, self.participants_before),
            active_teams: figure(self.teams, self.teams_before),
            activities: figure(self.activities, self.activities_before),
            volunteer_minutes: figure(self.minutes, self.minutes_before),
            issued: flows(
                (self.issued, self.issued_reversed),
                (self.issued_before, self.issued_reversed_before),
            ),
            spent: flows((self.spent, self.spent_reversed), (self.spent_before, self.spent_reversed_before)),
            lapsed: flows((self.lapsed, 0), (self.lapsed_before, 0)),
            services: figure(self.services, self.services_before),
            lapsing: Points::new(self.lapsing),
        }
    }
}

/// The figures of a period, and of the period before; the points that lapse next are counted from `today` on.
///
/// # Errors
/// If the data base does not answer.
pub async fn of_period(
    connection: &mut Connection,
    community: &Community,
    span: DaySpan,
    today: NaiveDate,
) -> Result<Figures> {
    let before = span.before();
    let (from_before, to_before) = before.moments(community.timezone);
    let (from, to) = span.moments(community.timezone);
    let row: Row = diesel::sql_query(include_str!("period.sql"))
        .bind::<SqlUuid, _>(community.id.uuid())
        .bind::<Date, _>(before.first())
        .bind::<Date, _>(before.last())
        .bind::<Date, _>(span.first())
        .bind::<Date, _>(span.last())
        .bind::<Timestamptz, _>(from_before)
        .bind::<Timestamptz, _>(to_before)
        .bind::<Timestamptz, _>(from)
        .bind::<Timestamptz, _>(to)
        .bind::<Date, _>(today)
        .bind::<Date, _>(lapsing(today))
        .get_result(connection)
        .await?;
    Ok(row.read())
}
