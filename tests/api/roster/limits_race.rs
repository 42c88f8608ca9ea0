//! Rosters settled at the same time, of people who share a household's cap or a rule's budget.

use futures::future::join_all;
use linli_domain::calendar::Period;
use linli_domain::points::Points;
use linli_domain::rulebooks::Budget;
use linli_tests::race::{CONTENDERS, race, unlocked, wallet};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use super::came;
use super::limits::{household_cap, judged_by, morning};
use crate::activities::step;

/// A new resident of a household.
async fn newcomer(app: &TestApp, household: Uuid) -> Uuid {
    let body = json!({"name": "新居民", "household_id": household});
    id_of(&app.a.staff.post("/residents", body).await.created())
}

/// Eight residents of the household of resident 47.
async fn family(app: &TestApp) -> Vec<Uuid> {
    join_all((0..CONTENDERS).map(|_| newcomer(app, app.a.id(12)))).await
}

/// Eight residents of this staircase, each of a household of their own.
async fn neighbours(app: &TestApp, staircase: &str) -> Vec<Uuid> {
    let neighbour = async |door: usize| {
        let body = json!({"building_id": app.a.id(11), "door": format!("{staircase}{door}")});
        newcomer(app, id_of(&app.a.staff.post("/households", body).await.created())).await
    };
    join_all((0..CONTENDERS).map(neighbour)).await
}

/// An activity for each of these residents, with three hours each: six points.
async fn six_points_each(app: &TestApp, people: &[Uuid]) -> Vec<Value> {
    let mut all = Vec::new();
    for resident in people {
        all.push(morning(app, vec![came(*resident, 180)]).await);
    }
    all
}

/// Settles all of them while this lock is held, and answers what each gave, the least first.
async fn settled(app: &TestApp, lock: &str, activities: &[Value]) -> Vec<i64> {
    let contenders = activities.iter().map(|activity| step(app, activity, "settle"));
    let answers = race(app, lock, contenders).await;
    let mut points: Vec<i64> =
        answers.into_iter().map(|answer| answer.ok()["total_points"].as_i64().unwrap()).collect();
    points.sort_unstable();
    points
}

#[tokio::test]
async fn eight_of_a_family_do_not_exceed_its_cap() {
    let app = TestApp::start().await;
    judged_by(&app, |rule| rule.caps = household_cap(8)).await;
    let activities = six_points_each(&app, &family(&app).await).await;
    // Nobody has come of this one; the household's wallets are all locked even so.
    let points = settled(&app, &wallet(app.a.id(47)), &activities).await;
    assert_eq!(points, [0, 0, 0, 0, 0, 0, 2, 6]);
    assert_eq!(app.drift(&app.a).await, []);
}

#[tokio::test]
async fn eight_neighbours_do_not_exceed_the_budget() {
    let app = TestApp::start().await;
    let budget = Some(Budget { period: Period::Month, points: Points::new(20) });
    judged_by(&app, |rule| rule.budget = budget).await;
    let activities = six_points_each(&app, &neighbours(&app, "2单元").await).await;
    // The first to use the budget: its row is not there yet.
    let first = format!("INSERT INTO rule_budgets VALUES ('{}', 'CLEAN')", app.a.id(1));
    assert_eq!(settled(&app, &first, &activities).await, [0, 0, 0, 0, 2, 6, 6, 6]);
    assert_eq!(app.drift(&app.a).await, []);
    // From the second time on it is.
    let later = six_points_each(&app, &neighbours(&app, "3单元").await).await;
    let row = "SELECT FROM rule_budgets WHERE rule_code = 'CLEAN' FOR NO KEY UPDATE";
    assert_eq!(settled(&app, row, &later).await, [0; CONTENDERS]);
}

/// No constraint knows what a household or the community may earn: nothing but the locks keeps it. Each has a wallet of its
/// own, so that the lock of that one alone would not help either.
#[tokio::test]
async fn without_the_locks_all_eight_would_use_what_is_left() {
    let app = TestApp::start().await;
    let (community, rulebook) = (app.a.id(1), app.a.id(60));
    for people in [family(&app).await, neighbours(&app, "2单元").await] {
        let ids: Vec<String> = people.iter().map(|resident| format!("'{resident}'")).collect();
        let read = format!(
            "SELECT coalesce(sum(t.amount), 0) <= 0 AS allowed FROM transfers t
             JOIN accounts a ON a.id = t.credit_account_id WHERE t.code = 'earn' AND a.owner_id IN ({})",
            ids.join(", ")
        );
        let award = |number: usize| {
            format!(
                "SELECT post_transfers('{community}', now(), jsonb_build_array(jsonb_build_object('id', gen_random_uuid(),
                 'code', 'earn', 'debit_kind', 'issued', 'debit_owner', '{community}', 'credit_kind', 'wallet',
                 'credit_owner', '{}', 'amount', 6, 'parts', jsonb_build_object('2027-12-31', 6), 'cause_kind',
                 'attendance', 'cause_id', gen_random_uuid(), 'rulebook_id', '{rulebook}', 'rule_code', 'CLEAN',
                 'deed_on', '2026-03-02', 'explanation', '{{}}'::jsonb)))",
                people[number]
            )
        };
        unlocked(&app, &read, award).await.caught_by_nothing();
    }
}
