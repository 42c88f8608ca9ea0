//! `GET /import-template`.

use linli_tests::TestApp;
use linli_tests::workbook::MEDIA;

#[tokio::test]
async fn a_template_has_the_columns_and_nothing_to_import_by_mistake() {
    let app = TestApp::start().await;
    for kind in ["residents", "opening_balances"] {
        let template = app.a.staff.get(&format!("/import-template?kind={kind}")).await;
        assert_eq!((template.status, template.header("content-type")), (200, Some(MEDIA)));
        let preview = app.a.staff.upload(&format!("/import-previews?kind={kind}"), template.bytes).await;
        let problem = preview.refused(422, "invalid-input");
        assert_eq!(
            problem["errors"][0]["field"], "rows",
            "the headers are known, and there are no lines: {problem}"
        );
    }
    app.a.staff.get("/import-template").await.faulty("kind");
    app.a.leader.get("/import-template").await.refused(403, "forbidden");
}
