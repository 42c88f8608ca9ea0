//! What was earned and given away lately: what caps, budgets and limits are counted against.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::sql_types::{Array, BigInt, Date, Text, Timestamptz, Uuid as SqlUuid};
use diesel::{ExpressionMethods, QueryDsl, QueryableByName};
use diesel_async::RunQueryDsl;
use linli_domain::ids::{CommunityId, ResidentId};
use linli_domain::points::Points;
use linli_domain::rulebooks::Earned;
use uuid::Uuid;

use crate::schema::rule_budgets;
use crate::{Connection, Result};

/// That what is reversed is not null goes without saying, but not for the planner: it would read all transfers' nulls.
/// `code = 'earn'` stands in the text and is no parameter: only then do the partial indexes serve a prepared statement.
const OF_RESIDENTS: &str = "SELECT a.owner_id, t.rule_code, t.deed_on, t.amount \
     FROM accounts a \
     JOIN transfers t ON t.community_id = $1 AND t.credit_account_id = a.id AND t.code = 'earn' AND t.deed_on >= $3 \
     WHERE a.community_id = $1 AND a.kind = 'wallet' AND a.owner_id = ANY ($2) \
       AND NOT EXISTS ( \
           SELECT 1 FROM transfers r \
           WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL \
       )";

const BY_RULES: &str = "SELECT t.rule_code, t.deed_on, sum(t.amount)::bigint AS amount \
     FROM unnest($2, $3) AS x (rule_code, since) \
     JOIN transfers t ON t.community_id = $1 AND t.rule_code = x.rule_code AND t.deed_on >= x.since AND t.code = 'earn' \
     WHERE NOT EXISTS ( \
         SELECT 1 FROM transfers r \
         WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL \
     ) \
     GROUP BY t.rule_code, t.deed_on";

#[derive(QueryableByName)]
struct OfResident {
    #[diesel(sql_type = SqlUuid)]
    owner_id: Uuid,
    #[diesel(embed)]
    earned: Row,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    rule_code: String,
    #[diesel(sql_type = Date)]
    deed_on: NaiveDate,
    #[diesel(sql_type = BigInt)]
    amount: i64,
}

impl Row {
    fn read(self) -> Earned {
        Earned { rule_code: self.rule_code, on: self.deed_on, points: Points::new(self.amount) }
    }
}

/// What these residents earned for deeds since `since`, not counting what was reversed.
///
/// # Errors
/// If the data base does not answer.
pub async fn earned_since(
    connection: &mut Connection,
    community: CommunityId,
    of: &[ResidentId],
    since: NaiveDate,
) -> Result<BTreeMap<ResidentId, Vec<Earned>>> {
    let owners: Vec<Uuid> = of.iter().map(|resident| resident.uuid()).collect();
    let rows: Vec<OfResident> = diesel::sql_query(OF_RESIDENTS)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<SqlUuid>, _>(owners)
        .bind::<Date, _>(since)
        .load(connection)
        .await?;
    let mut earned: BTreeMap<ResidentId, Vec<Earned>> = BTreeMap::new();
    for row in rows {
        earned.entry(ResidentId::new(row.owner_id)).or_default().push(row.earned.read());
    }
    Ok(earned)
}

/// What the whole community earned by each of these rules for deeds since a day, a line a day, not counting what was
/// reversed.
///
/// # Errors
/// If the data base does not answer.
pub async fn given_since(
    connection: &mut Connection,
    community: CommunityId,
    by: &[(String, NaiveDate)],
) -> Result<Vec<Earned>> {
    let (rules, since): (Vec<&str>, Vec<NaiveDate>) =
        by.iter().map(|(rule, since)| (rule.as_str(), *since)).unzip();
    let rows: Vec<Row> = diesel::sql_query(BY_RULES)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<Array<Text>, _>(rules)
        .bind::<Array<Date>, _>(since)
        .load(connection)
        .await?;
    Ok(rows.into_iter().map(Row::read).collect())
}

const GIVEN_AWAY: &str = "SELECT coalesce(sum(t.amount), 0)::bigint AS points \
     FROM accounts a \
     JOIN transfers t ON t.community_id = $1 AND t.debit_account_id = a.id AND t.code = 'give' AND t.posted_at >= $3 \
     WHERE a.community_id = $1 AND a.kind = 'wallet' AND a.owner_id = $2 \
       AND NOT EXISTS ( \
           SELECT 1 FROM transfers r \
           WHERE r.community_id = $1 AND r.reverses_id = t.id AND r.reverses_id IS NOT NULL \
       )";

#[derive(QueryableByName)]
struct GivenAway {
    #[diesel(sql_type = BigInt)]
    points: i64,
}

/// What a resident has given away since `since`, not counting what was taken back.
///
/// # Errors
/// If the data base does not answer.
pub async fn given_away_since(
    connection: &mut Connection,
    community: CommunityId,
    resident: ResidentId,
    since: DateTime<Utc>,
) -> Result<Points> {
    let row: GivenAway = diesel::sql_query(GIVEN_AWAY)
        .bind::<SqlUuid, _>(community.uuid())
        .bind::<SqlUuid, _>(resident.uuid())
        .bind::<Timestamptz, _>(since)
        .get_result(connection)
        .await?;
    Ok(Points::new(row.points))
}

/// Makes those who award by these rules, which have budgets, take turns until their transactions end. To be called after
/// the wallets are locked, as everybody does: locks in one order cannot deadlock.
///
/// # Errors
/// If the data base does not answer.
pub async fn lock_budgets(
    connection: &mut Connection,
    community: CommunityId,
    rules: &[String],
) -> Result<()> {
    let mut in_order: Vec<&String> = rules.iter().collect();
    in_order.sort();
    let rows: Vec<_> = in_order
        .iter()
        .map(|rule| (rule_budgets::community_id.eq(community.uuid()), rule_budgets::rule_code.eq(rule)))
        .collect();
    diesel::insert_into(rule_budgets::table)
        .values(rows)
        .on_conflict_do_nothing()
        .execute(connection)
        .await?;
    rule_budgets::table
        .filter(rule_budgets::community_id.eq(community.uuid()))
        .filter(rule_budgets::rule_code.eq_any(in_order))
        .order(rule_budgets::rule_code)
        .select(rule_budgets::rule_code)
        .for_no_key_update()
        .load::<String>(connection)
        .await?;
    Ok(())
}
