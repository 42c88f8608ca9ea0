//! The number of SQL statements of a list does not grow with what it shows: every list of the OpenAPI document, with one item and
//! with as many as the history has.

use linli_domain::codes::Code;
use linli_tests::sent::counted;
use linli_tests::{Actor, Answer, Operation, TestApp, operations};
use serde_json::json;

use super::sign_in;

/// Of whom or what a list is shown that is part of something else: whichever has most.
const MOST: &[(&str, &str)] = &[
    ("/activities/{id}/roster", "SELECT s.activity_id FROM attendances a JOIN shifts s ON s.id = a.shift_id"),
    ("/buildings/{id}/pact", "SELECT p.building_id FROM pact_marks m JOIN pacts p ON p.id = m.pact_id"),
    ("/households/{id}/pact", "SELECT household_id FROM pact_marks"),
    ("/offers/{id}/slots", "SELECT offer_id FROM slots WHERE starts_at > '2026-11-25'"),
    ("/offers/{id}/vouchers", "SELECT offer_id FROM vouchers"),
    ("/partners/{id}/managers", "SELECT partner_id FROM partner_managers"),
    ("/residents/{id}/no-shows", "SELECT resident_id FROM no_shows"),
    (
        "/residents/{id}/transfers",
        "SELECT a.resident_id FROM transfers t JOIN accounts a ON a.id = t.credit_account_id
                                   WHERE a.resident_id IS NOT NULL",
    ),
    ("/rewards/{id}/prices", "SELECT reward_id FROM reward_prices"),
    (
        "/rewards/{id}/slots",
        "SELECT reward_id FROM slots WHERE reward_id IS NOT NULL AND starts_at > '2026-11-25'",
    ),
    ("/rewards/{id}/stock-movements", "SELECT reward_id FROM stock_movements"),
    ("/slots/{id}/attendees", "SELECT slot_id FROM vouchers WHERE slot_id IS NOT NULL"),
    ("/stores/{id}/cashiers", "SELECT store_id FROM cashiers"),
    ("/stores/{id}/statement", "SELECT store_id FROM confirmations"),
    ("/teams/{id}/memberships", "SELECT team_id FROM memberships"),
    ("/wish-polls/{id}/suggestions", "SELECT poll_id FROM wish_ballots WHERE suggestion IS NOT NULL"),
];

/// How many statements any list takes at most.
const MOST_STATEMENTS: usize = 8;

/// Lists that show what is one resident's: of the resident who has most.
const OF_RESIDENT: &[(&str, &str)] = &[
    ("/memberships", "SELECT resident_id FROM memberships"),
    ("/notices", "SELECT resident_id FROM notices"),
    ("/signups", "SELECT resident_id FROM signups"),
    // Whose newest has a slot: the slots of a page are asked for once, if there are any.
    (
        "/vouchers",
        "SELECT resident_id FROM vouchers v WHERE (SELECT slot_id FROM vouchers n
                   WHERE n.resident_id = v.resident_id ORDER BY id DESC LIMIT 1) IS NOT NULL",
    ),
];

/// The roles whose lists are looked at, each where those before it may not see one.
const ROLES: [&str; 3] = ["staff", "community_administrator", "platform_operator"];

fn is_list(operation: &Operation) -> bool {
    let parameters = operation.spec["parameters"].as_array();
    parameters.is_some_and(|all| all.iter().any(|one| one["name"] == "limit"))
}

/// The identifier that a query has most often.
async fn most(app: &TestApp, of: &str) -> String {
    let most = format!("SELECT id::text FROM ({of}) AS of (id) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1");
    app.database.text(&most).await
}

/// The path of a list, below `/api/v1`, up to its limit.
async fn path_of(app: &TestApp, operation: &Operation) -> String {
    let path = operation.path.trim_start_matches("/api/v1");
    if let Some((_, of)) = OF_RESIDENT.iter().find(|(known, _)| *known == path) {
        return format!("{path}?resident_id={}&", most(app, of).await);
    }
    let Some((_, of)) = MOST.iter().find(|(known, _)| *known == path) else {
        assert!(!path.contains('{'), "{path} is missing from the table of what has most");
        return format!("{path}?");
    };
    format!("{}?", path.replace("{id}", &most(app, of).await))
}

/// Of what the history has one only, there is another.
async fn add(app: &TestApp, staff: &Actor, operator: &Actor) {
    let community = json!({
        "slug": "xinan", "name": "西南社区",
        "administrator": {"name": "张主任", "phone": "19911110001", "password": "linli-demo-2"},
    });
    operator.post("/communities", community).await.created();
    let reward = staff.get("/rewards?kind=goods").await.items().remove(0);
    let counts = json!([{"reward_id": reward["id"], "counted": reward["stock"]}]);
    staff.post("/stocktakes", json!({ "counts": counts })).await.created();
    let cashier = sign_in(app, "cashier").await;
    let store = cashier.get("/me").await.ok()["store_ids"][0].clone();
    for number in 0..2 {
        let unknown = Code::from_random(4_711 + number).to_string();
        let body = json!({"code": unknown, "store_id": store, "bill_fen": 6_000});
        cashier.post("/confirmations", body).await.refused(409, "voucher-unknown");
    }
    let verified = "INSERT INTO verifications
        SELECT id, gen_random_uuid(), '2026-11-25', 900, 1000, 0, '[]', NULL FROM communities, generate_series(1, 2)";
    app.database.run(verified).await;
    for (table, of) in [("partner_managers", "partner_id"), ("cashiers", "store_id")] {
        let everywhere = format!(
            "INSERT INTO {table} (community_id, user_id, {of})
             SELECT community_id, user_id, (SELECT min({of}::text)::uuid FROM {table}) FROM {table} ON CONFLICT DO NOTHING"
        );
        app.database.run(&everywhere).await;
    }
}

pub async fn no_list_takes_more_statements_for_more_items(app: &TestApp) {
    let [staff, administrator, operator] = ROLES.map(|role| sign_in(app, role));
    let actors = [staff.await, administrator.await, operator.await];
    add(app, &actors[0], &actors[2]).await;
    let mut faults = Vec::new();
    for operation in operations().into_iter().filter(is_list) {
        let may = |(role, _): &(&str, &Actor)| operation.roles.iter().any(|known| known == role);
        let (_, actor) = ROLES.into_iter().zip(&actors).find(may).unwrap();
        let path = path_of(app, &operation).await;
        let (few, of_few) = counted(app, actor.get(&format!("{path}limit=1"))).await;
        let (many, of_many) = counted(app, actor.get(&format!("{path}limit=200"))).await;
        let items = |answer: Answer| answer.items().len();
        let (few, many) = (items(few), items(many));
        if of_few != of_many || of_many > MOST_STATEMENTS || few != 1 || many < 2 {
            faults.push(format!("{path}: {of_few} for {few}, {of_many} for {many}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
