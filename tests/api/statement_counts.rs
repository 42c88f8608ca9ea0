//! The number of SQL statements of a command does not grow with its lines.

use linli_domain::codes::Code;
use linli_domain::ids::{CommunityId, HouseholdId, Id};
use linli_domain::residents::{Resident, ResidentState};
use linli_tests::sent::{count_statements, counted};
use linli_tests::workbook::workbook;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::activities::{running, shift_id, step};
use crate::offers::open_offer;
use crate::rewards::reward;
use crate::vouchers::taken;

/// An application whose statements are counted, and which has read once whatever a server keeps.
async fn counting() -> TestApp {
    count_statements();
    let app = TestApp::start().await;
    for actor in [&app.a.staff, &app.a.cashier, &app.a.resident, &app.a.leader, &app.a.social_worker] {
        actor.get("/me").await.ok();
    }
    app
}

/// Registers so many residents more.
async fn crowd(app: &TestApp, size: u64) -> Vec<Uuid> {
    let resident = |number: u64| Resident {
        id: Id::new(Uuid::now_v7()),
        name: format!("居民{number}"),
        birth_year: None,
        phone: None,
        household: HouseholdId::new(app.a.id(12)),
        card: Code::from_random(1_000_000 + number),
        state: ResidentState::Active,
    };
    let all: Vec<_> = (0..size).map(|number| (resident(number), Id::new(Uuid::now_v7()))).collect();
    let mut connection = app.database.connect().await;
    let community = CommunityId::new(app.a.id(1));
    linli_db::residents::insert(&mut connection, community, &all, app.clock.now()).await.unwrap();
    all.iter().map(|(resident, _)| resident.id.uuid()).collect()
}

#[tokio::test]
async fn what_is_sent_is_counted() {
    let app = counting().await;
    let (_, once) = counted(&app, app.a.staff.get("/me")).await;
    let twice = async {
        app.a.staff.get("/me").await.ok();
        app.a.staff.get("/me").await.ok();
    };
    assert_eq!(counted(&app, twice).await.1, 2 * once);
}

#[tokio::test]
async fn a_hundred_awards_take_as_many_as_one() {
    let app = counting().await;
    let mut sent = Vec::new();
    for size in [1, 100] {
        let item =
            |who: &Uuid| json!({"resident_id": who, "rule_code": "CLEAN", "on": "2026-11-02", "minutes": 60});
        let people = if size == 1 { vec![app.a.id(47)] } else { crowd(&app, size).await };
        let items: Vec<Value> = people.iter().map(item).collect();
        let (done, statements) = counted(&app, app.a.staff.post("/awards", json!({ "items": items }))).await;
        assert_eq!(done.ok()["awarded"], size);
        sent.push(statements);
    }
    assert_eq!(sent[0], sent[1]);
}

/// How many statements it takes to record and to settle a roster of so many.
async fn settling(size: u64) -> (usize, usize) {
    let app = counting().await;
    let people = crowd(&app, size).await;
    let activity = running(&app, json!({})).await;
    let came: Vec<Value> = people.iter().map(|one| json!({"resident_id": one, "minutes": 60})).collect();
    let path = format!("/shifts/{}/roster", shift_id(&activity, 0));
    let (done, recorded) = counted(&app, app.a.leader.put(&path, json!({"attendances": came}))).await;
    done.ok();
    app.clock.put_forward(chrono::Duration::hours(2));
    step(&app, &activity, "close").await.ok();
    let (done, settled) = counted(&app, step(&app, &activity, "settle")).await;
    assert_eq!(done.ok()["awarded"], size);
    (recorded, settled)
}

#[tokio::test]
async fn a_roster_of_twenty_takes_as_many_as_a_roster_of_one() {
    assert_eq!(settling(20).await, settling(1).await);
}

/// How many statements it takes to order so many things.
async fn ordering(size: i64) -> usize {
    let app = counting().await;
    let mut lines = Vec::new();
    for number in 0..size {
        lines.push(json!({"reward_id": reward(&app, &format!("奖品{number}"), 1, 5).await, "quantity": 1}));
    }
    let (done, statements) = counted(&app, app.a.resident.post("/orders", json!({ "lines": lines }))).await;
    let order = id_of(&done.created());
    let path = format!("/orders/{order}/pick-up");
    let (done, picked_up) = counted(&app, app.a.staff.post(&path, json!({}))).await;
    done.ok();
    statements + picked_up
}

#[tokio::test]
async fn an_order_of_five_lines_takes_as_many_as_one_of_one() {
    assert_eq!(ordering(5).await, ordering(1).await);
}

/// How many statements it takes to try, import and reverse a sheet of so many residents, each in a household of its own.
async fn importing(size: usize) -> [usize; 3] {
    let app = counting().await;
    let mut lines = vec![vec!["姓名".to_owned(), "小区".to_owned(), "楼栋".to_owned(), "门牌号".to_owned()]];
    let line = |number: usize| {
        vec![format!("居民{number}"), "江南花山郡".to_owned(), "1栋".to_owned(), format!("9单元{number}")]
    };
    lines.extend((0..size).map(line));
    let file = || {
        let lines: Vec<Vec<&str>> =
            lines.iter().map(|line| line.iter().map(String::as_str).collect()).collect();
        workbook(&lines)
    };
    let staff = &app.a.staff;
    let (done, tried) = counted(&app, staff.upload("/import-previews?kind=residents", file())).await;
    done.ok();
    let path = "/imports?kind=residents&file_name=x.xlsx";
    let (done, imported) = counted(&app, staff.upload(path, file())).await;
    let path = format!("/imports/{}/reverse", id_of(&done.created()));
    let (done, reversed) = counted(&app, staff.post(&path, json!({"reason": "导错文件"}))).await;
    done.ok();
    [tried, imported, reversed]
}

#[tokio::test]
async fn a_sheet_of_fifty_takes_as_many_as_a_sheet_of_one() {
    assert_eq!(importing(50).await, importing(1).await);
}

/// What a voucher more takes: looked for, locked, spent, stored and entered in the audit log.
const EACH: usize = 8;

#[tokio::test]
async fn a_batch_takes_eight_for_each_voucher_more_at_most() {
    let app = counting().await;
    let offer = open_offer(&app, json!({"price_points": 1})).await;
    let batch = async |size: usize| {
        let mut items = Vec::new();
        for _ in 0..size {
            items.push(json!({"code": taken(&app, offer).await["code"], "bill_fen": 6_000}));
        }
        let body = json!({"store_id": app.a.id(72), "items": items});
        let (done, sent) = counted(&app, app.a.cashier.post("/confirmations/batch", body)).await;
        assert_eq!(done.ok()["confirmed"], size);
        sent
    };
    let (ten, twenty) = (batch(10).await, batch(20).await);
    assert!(twenty - ten <= 10 * EACH, "{twenty} for twenty, {ten} for ten");
}
