//! `GET /residents/{id}/transfers`, `GET /transfers`, `GET /transfers/{id}`.

use linli_tests::TestApp;
use serde_json::{Value, json};

use super::{capturing, deducted, earned, held, hold, newcomer, post, reversing};

fn column<'a>(items: &'a [Value], name: &str) -> Vec<&'a Value> {
    items.iter().map(|item| &item[name]).collect()
}

#[tokio::test]
async fn a_history_shows_what_came_and_went_and_why_the_newest_first() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let request = held(of, 15);
    post(&app, &[earned(&app, of, 40)]).await;
    hold(&app, std::slice::from_ref(&request)).await;
    post(&app, &[capturing(&request)]).await;
    let items = app.a.staff.get(&format!("/residents/{of}/transfers")).await.items();
    assert_eq!(column(&items, "amount"), [-15, 40]);
    assert_eq!(column(&items, "code"), ["spend", "earn"]);
    assert_eq!(items[0]["cause"], json!({"kind": "order", "id": request.cause.id}));
    assert_eq!(items[0]["text"], "积分超市兑换 雨伞×1，共 15 分（兑换单 7G2K9QXM）");
    assert_eq!(items[1]["explanation"]["kind"], "award");
    assert_eq!(items[1]["rulebook_id"], json!(app.a.id(60)));
    assert_eq!([&items[1]["rule_code"], &items[1]["deed_on"]], ["CLEAN", "2026-03-02"]);
}

#[tokio::test]
async fn a_reversal_and_what_it_takes_back_name_each_other() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let award = earned(&app, of, 40);
    let reversal = reversing(&award);
    post(&app, std::slice::from_ref(&award)).await;
    post(&app, std::slice::from_ref(&reversal)).await;
    let items = app.a.staff.get(&format!("/residents/{of}/transfers")).await.items();
    assert_eq!(column(&items, "amount"), [-40, 40]);
    assert_eq!((&items[0]["reverses"], &items[0]["reversed_by"]), (&json!(award.id), &json!(null)));
    assert_eq!((&items[1]["reverses"], &items[1]["reversed_by"]), (&json!(null), &json!(reversal.id)));
}

#[tokio::test]
async fn a_history_is_paged_by_key() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let postings: Vec<_> = (1..=5).map(|points| earned(&app, of, points)).collect();
    post(&app, &postings).await;
    let (mut seen, mut query) = (Vec::new(), String::new());
    loop {
        let page = app.a.staff.get(&format!("/residents/{of}/transfers?limit=2{query}")).await.ok();
        let items = page["items"].as_array().unwrap();
        seen.extend(items.iter().map(|item| item["amount"].as_i64().unwrap()));
        let Some(cursor) = page["next_cursor"].as_str() else {
            break;
        };
        query = format!("&cursor={cursor}");
    }
    assert_eq!(seen, [5, 4, 3, 2, 1]);
}

#[tokio::test]
async fn the_desk_finds_transfers_by_resident_kind_and_cause() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let award = earned(&app, of, 40);
    post(&app, &[award.clone(), deducted(of, 3)]).await;
    let find = async |query: String| app.a.staff.get(&format!("/transfers?{query}")).await.items();
    assert_eq!(column(&find(format!("resident_id={of}")).await, "code"), ["deduct", "earn"]);
    assert_eq!(column(&find(format!("resident_id={of}&code=earn")).await, "amount"), [40]);
    assert_eq!(column(&find(format!("cause_id={}", award.cause.id)).await, "id"), [&json!(award.id)]);
    assert_eq!(find("code=opening".into()).await.len(), 4);
    assert_eq!(find(format!("resident_id={}", app.b.id(47))).await.len(), 0);
}

#[tokio::test]
async fn a_transfer_shows_both_its_sides() {
    let app = TestApp::start().await;
    let of = newcomer(&app).await;
    let (award, deduction) = (earned(&app, of, 40), deducted(of, 3));
    post(&app, &[award.clone(), deduction.clone()]).await;
    let wallet = json!({"account": "wallet", "resident_id": of});
    let got = app.a.staff.get(&format!("/transfers/{}", award.id)).await.ok();
    assert_eq!((&got["debit"], &got["credit"]), (&json!({"account": "issued"}), &wallet));
    let taken = app.a.staff.get(&format!("/transfers/{}", deduction.id)).await.ok();
    assert_eq!((&taken["debit"], &taken["credit"]), (&wallet, &json!({"account": "deducted"})));
    app.b.staff.get(&format!("/transfers/{}", award.id)).await.refused(404, "not-found");
    app.a.resident.get(&format!("/transfers/{}", award.id)).await.refused(403, "forbidden");
}

#[tokio::test]
async fn a_faulty_parameter_is_named() {
    let app = TestApp::start().await;
    let cases = ["resident_id=x", "code=gift", "cause_id=x", "limit=201", "cursor=x", "amount=1"];
    for query in cases {
        let field = query.split('=').next().unwrap();
        app.a.staff.get(&format!("/transfers?{query}")).await.faulty(field);
    }
}
