//! A roster of three hundred.

use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId, Id};
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::TestApp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{came, close, path, record};
use crate::activities::{running, step};

/// Registers so many residents; the last one has moved away.
async fn crowd(app: &TestApp, size: u64) -> Vec<Uuid> {
    let resident = |number: u64| Resident {
        id: Id::new(Uuid::now_v7()),
        name: format!("居民{number}"),
        birth_year: None,
        phone: None,
        household: HouseholdId::new(app.a.id(12)),
        card: Code::from_random(1_000_000 + number),
        state: if number + 1 == size { ResidentState::MovedOut } else { ResidentState::Active },
    };
    let all: Vec<_> = (0..size).map(|number| (resident(number), Id::new(Uuid::now_v7()))).collect();
    let mut connection = app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    linli_db::residents::insert(&mut connection, community, &all, app.clock.now()).await.unwrap();
    all.iter().map(|(resident, _)| resident.id.uuid()).collect()
}

#[tokio::test]
async fn three_hundred_people_are_settled_in_one_go() {
    let app = TestApp::start().await;
    let people = crowd(&app, 300).await;
    let activity = running(&app, json!({})).await;
    let roster: Vec<Value> = people.iter().map(|resident| came(*resident, 120)).collect();
    record(&app.a.leader, &activity, json!(roster)).await.ok();
    close(&app, &activity).await;
    let settled = step(&app, &activity, "settle").await.ok();
    assert_eq!((&settled["awarded"], &settled["not_awarded"]), (&json!(299), &json!(1)));
    assert_eq!(settled["total_points"], 299 * 4);
    let first = app.a.leader.get(&format!("{}?limit=200", path(&activity))).await.ok();
    let rest = format!("{}?cursor={}&limit=200", path(&activity), first["next_cursor"].as_str().unwrap());
    let mut lines = first["items"].as_array().unwrap().clone();
    lines.extend(app.a.leader.get(&rest).await.items());
    let total: i64 = lines.iter().map(|one| one["points"].as_i64().unwrap()).sum();
    assert_eq!((lines.len(), total), (300, 299 * 4));
    assert!(lines.iter().all(|one| one["explanation"].is_string()));
    assert_eq!(app.drift(&app.a).await, []);
}
