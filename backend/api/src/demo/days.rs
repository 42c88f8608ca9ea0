//! The days of the demonstration's history.

use chrono::{DateTime, Datelike, Duration, Months, NaiveDate, Utc, Weekday};
use chrono_tz::Asia::Shanghai;
use linli_domain::calendar::{Month, day_of, start_of};

/// The days of the history; the last one is yesterday.
pub(super) struct Days {
    today: NaiveDate,
    length: i64,
}

/// A day of the history.
#[derive(Clone, Copy)]
pub(super) struct Day {
    /// How many days have gone before.
    pub(super) number: i64,
    /// How many days there are in all.
    length: i64,
    date: NaiveDate,
    /// Its midnight in the community.
    midnight: DateTime<Utc>,
}

impl Days {
    pub(super) fn until(now: DateTime<Utc>, length: u16) -> Self {
        Self { today: day_of(now, Shanghai), length: i64::from(length) }
    }

    pub(super) fn year(&self) -> i32 {
        self.today.year()
    }

    /// December of the year before the last: what is brought along then lapses with the last year, in the midst of the
    /// history.
    pub(super) fn founded(&self) -> DateTime<Utc> {
        start_of(NaiveDate::from_ymd_opt(self.year() - 2, 12, 1).unwrap_or(self.today), Shanghai)
    }

    /// A week before the first one: when everything was set up.
    pub(super) fn set_up(&self) -> DateTime<Utc> {
        self.day(-7).midnight
    }

    fn day(&self, number: i64) -> Day {
        let date = self.today - Duration::days(self.length - number);
        Day { number, length: self.length, date, midnight: start_of(date, Shanghai) }
    }

    /// The last day.
    pub(super) fn yesterday(&self) -> Day {
        self.day(self.length - 1)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Day> + '_ {
        (0..self.length).map(|number| self.day(number))
    }
}

impl Day {
    /// So many hours into the day.
    pub(super) fn at(self, hours: i64) -> DateTime<Utc> {
        self.midnight + Duration::hours(hours)
    }

    /// The day so many days later.
    pub(super) fn later(self, days: i64) -> Self {
        let date = self.date + Duration::days(days);
        Self { number: self.number + days, date, midnight: start_of(date, Shanghai), ..self }
    }

    /// A figure that grows from `from` on the first day to `to` on the last.
    pub(super) const fn growing(self, from: i64, to: i64) -> i64 {
        from + (to - from) * self.number / self.length
    }

    /// The month before, if this is the first day of a month.
    pub(super) fn month_over(self) -> Option<Month> {
        self.is_first_of_month().then(|| Month::of(self.date).before(1))
    }

    /// Whether a month begins.
    pub(super) fn is_first_of_month(self) -> bool {
        self.date.day() == 1
    }

    /// Whether a quarter of the year begins.
    pub(super) fn is_first_of_quarter(self) -> bool {
        self.is_first_of_month() && self.date.month0().is_multiple_of(3)
    }

    /// Whether a month begins, the first after so many hundredths of the history.
    pub(super) fn is_first_of_month_after(self, percent: i64) -> bool {
        let last_month = self.date - Months::new(1);
        let before = self.number - (self.date - last_month).num_days();
        let reached = |number: i64| number * 100 >= self.length * percent;
        self.is_first_of_month() && reached(self.number) && !reached(before)
    }

    /// When the next month begins.
    pub(super) fn next_month(self) -> DateTime<Utc> {
        let first = self.date.with_day(1).unwrap_or(self.date);
        start_of(first + Months::new(1), Shanghai)
    }

    /// How many days of history are left after this one.
    pub(super) const fn left(self) -> i64 {
        self.length - self.number - 1
    }

    /// Which day of the week it is.
    pub(super) fn weekday(self) -> Weekday {
        self.date.weekday()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, NaiveDate, Utc};

    use super::{Day, Days};

    /// Noon in Wuhan, on days of all kinds.
    fn todays() -> impl Iterator<Item = DateTime<Utc>> {
        let days = ["2026-01-01", "2026-02-28", "2026-03-31", "2026-11-22", "2026-12-31", "2028-02-29"];
        days.into_iter().map(|day| format!("{day}T12:00:00+08:00").parse().unwrap())
    }

    #[test]
    fn a_year_has_twelve_months_and_four_quarters_that_begin() {
        for days in todays().map(|now| Days::until(now, 365)) {
            let count = |which: fn(Day) -> bool| days.iter().filter(|day| which(*day)).count();
            assert_eq!((count(Day::is_first_of_month), count(Day::is_first_of_quarter)), (12, 4));
        }
    }

    #[test]
    fn what_comes_after_a_share_of_the_history_comes_once_if_a_month_begins_then() {
        for days in todays().map(|now| Days::until(now, 365)) {
            for percent in [0, 33, 50, 90] {
                let once = days.iter().filter(|day| day.is_first_of_month_after(percent)).count();
                assert_eq!(once, 1, "{percent} of {}", days.today);
            }
        }
    }

    #[test]
    fn what_is_brought_along_when_the_community_is_founded_lapses_within_the_year() {
        for days in todays().map(|now| Days::until(now, 365)) {
            let founded = days.founded().date_naive();
            let lapses = NaiveDate::from_ymd_opt(days.year() - 1, 12, 31).unwrap();
            assert_eq!((founded.year() + 1, founded < lapses), (lapses.year(), true));
            assert!(days.day(0).date <= lapses.succ_opt().unwrap() && lapses < days.today);
            assert!(days.founded() < days.set_up() && days.set_up() < days.day(0).midnight);
        }
    }
}
