//! Statements as Diesel does not write them by itself.

use diesel::pg::Pg;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::result::QueryResult;
use diesel::sql_types::BigInt;

/// Keeps the statement prepared under its text: Diesel does not do so for INSERT and UPDATE, which costs two round trips
/// each on the hot paths. Not for statements whose text varies with the number of rows.
pub(crate) struct Cached<Q>(pub(crate) Q);

impl<Q> QueryId for Cached<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Cached<Q> {
    type SqlType = Q::SqlType;
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for Cached<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }

    fn is_safe_to_cache_prepared(&self, _: &Pg) -> QueryResult<bool> {
        Ok(true)
    }
}

/// Between what the keys lie that begin with what somebody typed. A prepared LIKE does not say so to the index: PostgreSQL would walk
/// through all keys.
pub(crate) fn beginning_with(typed: &str) -> (String, String) {
    let first = typed.trim().to_lowercase();
    let after = format!("{first}{}", char::MAX);
    (first, after)
}

/// A SELECT of several tables that locks the rows of some of them, until the transaction ends.
///
/// If it had to wait for a lock, it answers what those rows are then, but what the others were before: join only what
/// the locked rows always lead to alike.
pub(crate) struct LockingOf<Q>(pub(crate) Q, pub(crate) &'static [&'static str]);

impl<Q> QueryId for LockingOf<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for LockingOf<Q> {
    type SqlType = Q::SqlType;
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for LockingOf<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.0.walk_ast(out.reborrow())?;
        for (place, table) in self.1.iter().enumerate() {
            out.push_sql(if place == 0 { " FOR NO KEY UPDATE OF " } else { ", " });
            out.push_identifier(table)?;
        }
        Ok(())
    }
}

/// How many rows a SELECT answers, which may have a LIMIT: no more are looked at.
pub(crate) struct CountOf<Q>(pub(crate) Q);

impl<Q> QueryId for CountOf<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for CountOf<Q> {
    type SqlType = BigInt;
}

impl<Q: QueryFragment<Pg>> QueryFragment<Pg> for CountOf<Q> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("SELECT count(*) FROM (");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql(") counted");
        Ok(())
    }
}
