//! What PostgreSQL itself keeps.

use diesel_async::SimpleAsyncConnection;
use linli_tests::TestApp;

use super::verify;

#[tokio::test]
async fn what_was_found_can_neither_be_changed_nor_removed() {
    let app = TestApp::start().await;
    verify(&app).await;
    for change in
        ["UPDATE verifications SET drift = 0", "DELETE FROM verifications", "TRUNCATE verifications"]
    {
        let refused = app.database.connect().await.batch_execute(change).await;
        assert!(refused.is_err(), "{change}");
    }
}

#[tokio::test]
async fn a_figure_of_differences_has_its_differences() {
    let app = TestApp::start().await;
    let insert = |drift: i64, differences: &str| {
        format!(
            "INSERT INTO verifications VALUES ('{}', gen_random_uuid(), now(), 9, 9, {drift}, '{differences}', NULL)",
            app.a.id(1)
        )
    };
    for (drift, differences) in [(1, "[]"), (0, "[{}]"), (-1, "[]"), (0, "{}")] {
        let refused = app.database.connect().await.batch_execute(&insert(drift, differences)).await;
        assert!(refused.is_err(), "{drift} {differences}");
    }
    app.database.run(&insert(1, "[{}]")).await;
}
