//! What stores have to show for a day or a month: closed months from their copies, open ones from what happened.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use linli_db::statements::{self, After, Filter, Period, Source, Standing};
use linli_db::{Connection, Page, Slice};
use linli_domain::calendar::{Month, span_of};
use linli_domain::communities::Community;
use linli_domain::ids::StoreId;
use linli_domain::statements::{StatementLine, StatementTotals, WORKBOOK_LINES, check_workbook};

use crate::input::Day;
use crate::problem::Problem;

/// How many stores a partner has at most that stand in one workbook.
const STORES: i64 = 1_000;

/// The day or the month that is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// The month, or that of the day.
    pub(super) month: Month,
    /// The day.
    pub(super) day: Option<NaiveDate>,
    /// The moments between which it lies.
    pub(super) span: (DateTime<Utc>, DateTime<Utc>),
}

impl Asked {
    /// The month or the day that a caller names; this month, if neither.
    ///
    /// # Errors
    /// `invalid-input` if it is both.
    pub(super) fn read(
        (month, day): (Option<Month>, Option<Day>),
        community: &Community,
        now: DateTime<Utc>,
    ) -> Result<Self, Problem> {
        let day = day.map(Day::get);
        let month = match (month, day) {
            (Some(_), Some(_)) => return Err(Problem::field("day", "月份和日期只能指明一个")),
            (Some(month), None) => month,
            (None, day) => Month::of(day.unwrap_or_else(|| community.day_of(now))),
        };
        let whole = || month.span(community.timezone);
        Ok(Self { month, day, span: day.map_or_else(whole, |day| span_of(day, community.timezone)) })
    }
}

/// The stores of an account, and what each adds up to.
pub(super) struct Account {
    pub(super) asked: Asked,
    pub(super) stores: Vec<(Standing, StatementTotals)>,
}

impl Account {
    /// The account of the stores that a filter lets through.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub(super) async fn load(
        connection: &mut Connection,
        community: &Community,
        asked: Asked,
        filter: &Filter,
    ) -> Result<Self, Problem> {
        let all = Slice { after: None, limit: STORES };
        let found = statements::of_month(connection, community.id, (asked.month, filter), &all).await?;
        let totals = totals_of(connection, community, asked, &found.items).await?;
        let with_totals = |standing: Standing| {
            let totals = totals.get(&standing.store).copied().unwrap_or_default();
            (standing, totals)
        };
        Ok(Self { asked, stores: found.items.into_iter().map(with_totals).collect() })
    }

    /// A page of the lines of its only store.
    ///
    /// # Errors
    /// If the data base does not answer.
    pub(super) async fn page(
        &self,
        connection: &mut Connection,
        community: &Community,
        slice: &Slice<After>,
    ) -> Result<Page<StatementLine, After>, Problem> {
        let closed = self.stores.iter().any(|(standing, _)| standing.statement.is_some());
        let source = if closed { Source::Closed } else { Source::Now };
        let period = Period { stores: self.ids(source), span: self.asked.span };
        Ok(statements::lines(connection, community.id, (source, &period), slice).await?)
    }

    /// All of its lines in the order of time.
    ///
    /// # Errors
    /// `list-too-long`.
    pub(super) async fn lines(
        &self,
        connection: &mut Connection,
        community: &Community,
    ) -> Result<Vec<StatementLine>, Problem> {
        let (mut lines, mut count) = (Vec::new(), 0_i64);
        for source in [Source::Now, Source::Closed] {
            let period = Period { stores: self.ids(source), span: self.asked.span };
            let most = Slice { after: None, limit: WORKBOOK_LINES.saturating_add(1) };
            let page = statements::lines(connection, community.id, (source, &period), &most).await?;
            count = count.saturating_add(i64::try_from(page.items.len()).unwrap_or(i64::MAX));
            check_workbook(count)?;
            lines.extend(page.items);
        }
        lines.sort_by_key(|line| (line.at, line.id));
        Ok(lines)
    }

    fn ids(&self, source: Source) -> Vec<StoreId> {
        let closed = source == Source::Closed;
        let fits = self.stores.iter().filter(|(standing, _)| standing.statement.is_some() == closed);
        fits.map(|(standing, _)| standing.store).collect()
    }
}

/// What each of these stores adds up to: a closed month as it was closed, all else from its lines.
///
/// # Errors
/// If the data base does not answer.
pub(super) async fn totals_of(
    connection: &mut Connection,
    community: &Community,
    asked: Asked,
    standings: &[Standing],
) -> Result<BTreeMap<StoreId, StatementTotals>, Problem> {
    let (closed, open): (Vec<&Standing>, Vec<&Standing>) =
        standings.iter().partition(|standing| standing.statement.is_some());
    let ids = |standings: &[&Standing]| standings.iter().map(|standing| standing.store).collect();
    let now = Period { stores: ids(&open), span: asked.span };
    let mut totals = statements::totals(connection, community.id, (Source::Now, &now)).await?;
    if asked.day.is_some() {
        let then = Period { stores: ids(&closed), span: asked.span };
        totals.extend(statements::totals(connection, community.id, (Source::Closed, &then)).await?);
    } else {
        let frozen = closed.iter().filter_map(|standing| standing.statement.as_ref());
        totals.extend(frozen.map(|statement| (statement.store, statement.totals)));
    }
    Ok(totals)
}
