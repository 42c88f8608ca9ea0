//! What the tables themselves refuse.

use diesel_async::SimpleAsyncConnection;
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};

use super::{household, mark, october, record, settle, start};

/// What the data base says to these statements.
async fn refused(app: &TestApp, statements: &str) -> String {
    let mut connection = app.database.connect().await;
    connection.batch_execute(statements).await.unwrap_err().to_string()
}

async fn settled(app: &TestApp) -> Value {
    let pact = october(app).await;
    settle(&app.a.social_worker, &pact).await.ok();
    pact
}

#[tokio::test]
async fn a_settled_pact_and_its_marks_stay() {
    let app = start().await;
    let (second, _) = household(&app, "1单元102", 1960).await;
    let pact = id_of(&settled(&app).await);
    for change in ["UPDATE pacts SET rule_code = 'X'", "DELETE FROM pacts"] {
        assert!(refused(&app, change).await.contains("pacts is append-only"), "{change}");
    }
    let insert = format!(
        "INSERT INTO pact_marks (community_id, id, pact_id, month, household_id, kept, recorded_by, recorded_at)
         VALUES ('{}', gen_random_uuid(), '{pact}', '2026-10-01', '{second}', true, '{}', now())",
        app.a.id(1),
        app.a.id(22)
    );
    for change in [insert.as_str(), "UPDATE pact_marks SET kept = false", "DELETE FROM pact_marks"] {
        assert!(refused(&app, change).await.contains("of a settled pact stay"), "{change}");
    }
}

#[tokio::test]
async fn who_recorded_does_not_settle_whatever_the_program_says() {
    let app = start().await;
    let pact = id_of(&october(&app).await);
    let by = |user| {
        format!(
            "UPDATE pacts SET settled_by = '{}', settled_at = now(), rulebook_id = '{}', rule_code = 'PACT' WHERE id = '{pact}'",
            app.a.id(user),
            app.a.id(60)
        )
    };
    assert!(refused(&app, &by(22)).await.contains("pacts_settler"));
    app.database.run(&by(23)).await;
}

#[tokio::test]
async fn a_pact_is_of_a_month_and_only_who_kept_it_earns() {
    let app = start().await;
    record(&app.a.staff, &app, "2026-10", json!([mark(app.a.id(12), false)])).await.ok();
    let cases = [
        ("UPDATE pacts SET month = '2026-10-02'", "pacts_month_check"),
        ("UPDATE pacts SET settled_at = now()", "pacts_settled_check"),
        ("UPDATE pact_marks SET no_award = '{}'", "pact_marks_award_check"),
        ("UPDATE pact_marks SET chosen = 'eldest'", "pact_marks_chosen_check"),
        ("UPDATE pact_marks SET note = ''", "pact_marks_note_check"),
        ("UPDATE pact_marks SET month = '2026-09-01'", "pact_marks_pact_fk"),
    ];
    for (change, constraint) in cases {
        let said = refused(&app, change).await;
        assert!(said.contains(constraint), "{change}: {said}");
    }
}
