//! `GET /seals`.

use linli_tests::TestApp;
use serde_json::json;

use super::{seal, seals, sleep};

#[tokio::test]
async fn each_seal_names_the_one_before_it_and_the_newest_comes_first() {
    let app = TestApp::start().await;
    seal(&app).await;
    sleep(&app);
    seal(&app).await;
    let [second, first] = &seals(&app).await[..] else { panic!("two seals") };
    assert_eq!((&first["day"], &first["transfers"]), (&json!("2026-11-24"), &json!(4)));
    assert_eq!((&second["day"], &second["transfers"]), (&json!("2026-11-25"), &json!(0)));
    assert_eq!((&first["previous"], &second["previous"]), (&json!(null), &first["hash"]));
}

#[tokio::test]
async fn the_list_goes_on_where_a_page_ended_and_shows_no_other_community() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        seal(&app).await;
        sleep(&app);
    }
    let page = app.a.staff.get("/seals?limit=2").await.ok();
    let rest = format!("/seals?limit=2&cursor={}", page["next_cursor"].as_str().unwrap());
    let rest = app.a.staff.get(&rest).await.ok();
    assert_eq!(rest["next_cursor"], json!(null));
    let all = [page["items"].as_array().unwrap().as_slice(), rest["items"].as_array().unwrap()].concat();
    assert_eq!(all, seals(&app).await);
    let others = app.b.staff.get("/seals").await.items();
    assert!(others.iter().all(|other| all.iter().all(|own| own["hash"] != other["hash"])));
}
