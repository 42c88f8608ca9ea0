//! The figures against a plain count of the same facts, for many communities of facts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use linli_tests::TestApp;
use proptest::collection::vec;
use proptest::prelude::Strategy;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{of, pair, posted, reversed, served, settled};

/// What happened, counted without SQL.
#[derive(Default)]
struct Facts {
    acts: Vec<(NaiveDate, u32)>,
    teams: Vec<(NaiveDate, u32)>,
    minutes: Vec<(NaiveDate, i64)>,
    issued: Vec<(NaiveDate, i64)>,
    services: Vec<NaiveDate>,
}

impl Facts {
    /// Participants, active teams, minutes, points issued and services of these days.
    fn count(&self, from: NaiveDate, until: NaiveDate) -> [i64; 5] {
        let within = |day: &NaiveDate| (from..=until).contains(day);
        let distinct = |of: &[(NaiveDate, u32)]| {
            let all: BTreeSet<u32> = of.iter().filter(|(day, _)| within(day)).map(|(_, who)| *who).collect();
            i64::try_from(all.len()).unwrap()
        };
        let sum = |of: &[(NaiveDate, i64)]| of.iter().filter(|(day, _)| within(day)).map(|(_, of)| of).sum();
        let services = self.services.iter().filter(|day| within(day)).count();
        let services = i64::try_from(services).unwrap();
        [distinct(&self.acts), distinct(&self.teams), sum(&self.minutes), sum(&self.issued), services]
    }
}

fn day_in_wuhan(at: DateTime<Utc>) -> NaiveDate {
    (at + Duration::hours(8)).date_naive()
}

/// Minute of eight weeks, resident, kind, and a number for whatever needs one.
type Happening = (i64, usize, usize, i64);

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    vec((0..56 * 24 * 60_i64, 0..4_usize, 0..4_usize, 1..120_i64), 60)
}

async fn happen(app: &TestApp, (minute, who, kind, number): Happening, facts: &mut Facts) {
    let start: DateTime<Utc> = "2026-09-30T16:00:00Z".parse().unwrap();
    let at = start + Duration::minutes(minute);
    let (day, moment) = (day_in_wuhan(at), at.to_rfc3339());
    let resident = [44, 47, 48, 49][who];
    match kind {
        0 => {
            posted(app, (&app.a, resident), ("earn", number), (&day.to_string(), &moment)).await;
            facts.acts.push((day, resident));
            facts.issued.push((day, number));
        }
        1 => {
            let transfer = posted(app, (&app.a, resident), ("earn", 3), (&day.to_string(), &moment)).await;
            let back = at + Duration::hours(number);
            reversed(app, (&app.a, resident), ("earn", 3), (transfer, &back.to_rfc3339())).await;
            facts.issued.extend([(day, 3), (day_in_wuhan(back), -3)]);
        }
        2 => {
            let team = if number % 2 == 0 { 52 } else { 53 };
            settled(app, (&app.a, team), &moment, &[(resident, i32::try_from(number).unwrap())]).await;
            facts.acts.push((day, resident));
            facts.teams.push((day, team));
            facts.minutes.push((day, number));
        }
        _ => {
            served(app, &app.a, &moment).await;
            facts.services.push(day);
        }
    }
}

#[tokio::test]
async fn the_figures_are_what_a_plain_count_comes_to() {
    let app = TestApp::start().await;
    let (mut runner, mut facts) = (TestRunner::deterministic(), Facts::default());
    for happening in happenings().new_tree(&mut runner).unwrap().current() {
        happen(&app, happening, &mut facts).await;
    }
    let names = ["participants", "active_teams", "volunteer_minutes", "issued", "services"];
    let first: NaiveDate = "2026-10-01".parse().unwrap();
    let periods = vec((0..40_i64, 0..30_i64), 25).new_tree(&mut runner).unwrap().current();
    for (after, days) in periods {
        let from = first + Duration::days(after);
        let until = from + Duration::days(days);
        let figures = of(&app, &from.to_string(), &until.to_string()).await;
        let day = |name: &str, of: &str| figures[of][name].as_str().unwrap().parse::<NaiveDate>().unwrap();
        let before = facts.count(day("from", "before"), day("until", "before"));
        let expected: BTreeMap<_, _> =
            names.into_iter().zip(facts.count(from, until).into_iter().zip(before)).collect();
        let told: BTreeMap<_, _> = names.into_iter().map(|name| (name, pair(&figures, name))).collect();
        assert_eq!(told, expected, "{from} to {until}");
        let steps = figures["steps"].as_array().unwrap();
        for name in ["issued", "services"] {
            let sum: i64 = steps.iter().map(|step| step[name].as_i64().unwrap()).sum();
            assert_eq!(sum, pair(&figures, name).0, "{name} from {from} to {until} by steps");
        }
    }
}
