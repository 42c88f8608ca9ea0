//! `GET /signals`.

use linli_tests::{TestApp, id_of};

use super::{sleep, tries, watch};

#[tokio::test]
async fn residents_and_merchants_never_see_them() {
    let app = TestApp::start().await;
    tries(&app, 5).await;
    sleep(&app);
    watch(&app).await;
    let id = id_of(&app.a.staff.get("/signals").await.items()[0]);
    for actor in [&app.a.manager, &app.a.cashier, &app.a.resident, &app.a.leader, &app.a.social_worker] {
        for path in ["/signals".to_owned(), format!("/signals/{id}")] {
            actor.get(&path).await.refused(403, "forbidden");
        }
    }
    assert!(app.b.staff.get("/signals").await.items().is_empty());
    app.b.staff.get(&format!("/signals/{id}")).await.refused(404, "not-found");
}

#[tokio::test]
async fn they_are_filtered_and_paged() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        tries(&app, 5).await;
        sleep(&app);
        watch(&app).await;
    }
    let (own, other, resident) = (app.a.id(72), app.a.id(74), app.a.id(47));
    for (query, count) in [
        ("day=2026-11-26".to_owned(), 1),
        ("kind=burst".to_owned(), 0),
        (format!("store_id={own}"), 3),
        (format!("store_id={other}"), 0),
        (format!("resident_id={resident}"), 0),
    ] {
        assert_eq!(app.a.staff.get(&format!("/signals?{query}")).await.items().len(), count, "{query}");
    }
    let page = app.a.staff.get("/signals?limit=2").await.ok();
    assert_eq!(page["items"][0]["day"], "2026-11-27", "the newest first");
    let cursor = page["next_cursor"].as_str().unwrap();
    let rest = app.a.staff.get(&format!("/signals?limit=2&cursor={cursor}")).await.items();
    assert_eq!((rest.len(), rest[0]["day"].as_str()), (1, Some("2026-11-25")));
}
