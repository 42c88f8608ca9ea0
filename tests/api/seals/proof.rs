//! `GET /transfers/{id}/proof`.

use linli_domain::seals::{Hash, Step, root_through};
use linli_tests::TestApp;
use serde_json::Value;

use super::{awarded_at, seal, sleep};

async fn proof(app: &TestApp, transfer: impl std::fmt::Display) -> Value {
    app.a.administrator.get(&format!("/transfers/{transfer}/proof")).await.ok()
}

fn hash(value: &Value) -> Hash {
    value.as_str().unwrap().parse().unwrap()
}

/// Where somebody arrives who has nothing but the proof.
fn root_of(proof: &Value) -> Hash {
    let step = |step: &Value| match step["side"].as_str().unwrap() {
        "left" => Step::Left(hash(&step["hash"])),
        _ => Step::Right(hash(&step["hash"])),
    };
    let path: Vec<Step> = proof["covered"]["path"].as_array().unwrap().iter().map(step).collect();
    root_through(Hash::leaf(proof["text"].as_str().unwrap().as_bytes()), &path)
}

#[tokio::test]
async fn whoever_has_the_text_and_the_path_arrives_at_the_root_of_the_day() {
    let app = TestApp::start().await;
    seal(&app).await;
    let mut awards = Vec::new();
    for _ in 0..5 {
        awards.push(awarded_at(&app, app.clock.now()).await);
    }
    assert!(proof(&app, awards[0].id).await["covered"].is_null());
    sleep(&app);
    seal(&app).await;
    for award in awards {
        let proof = proof(&app, award.id).await;
        assert_eq!(hash(&proof["leaf"]), Hash::leaf(proof["text"].as_str().unwrap().as_bytes()));
        assert_eq!(root_of(&proof), hash(&proof["covered"]["seal"]["root"]));
        assert_eq!(proof["covered"]["seal"]["transfers"], 5);
        assert!(proof["text"].as_str().unwrap().contains(&award.id.to_string()));
    }
}

#[tokio::test]
async fn from_a_transfer_that_was_changed_no_path_leads_to_the_root() {
    let app = TestApp::start().await;
    seal(&app).await;
    let transfer = app.a.id(161);
    let change = format!(
        "SET session_replication_role = replica; ALTER TABLE transfers DROP CONSTRAINT transfers_parts_check;
         UPDATE transfers SET amount = 1000 WHERE id = '{transfer}'"
    );
    app.database.run(&change).await;
    let proof = proof(&app, transfer).await;
    assert_ne!(root_of(&proof), hash(&proof["covered"]["seal"]["root"]));
}

#[tokio::test]
async fn residents_get_the_proofs_of_what_moved_their_own_points() {
    let app = TestApp::start().await;
    let path = |number| format!("/transfers/{}/proof", app.a.id(number));
    // The opening balances of residents 47 and 48.
    let mine: Vec<u16> = {
        let mut answers = Vec::new();
        for number in 161..=164 {
            answers.push(app.a.resident.get(&path(number)).await.status);
        }
        answers
    };
    assert_eq!(mine.iter().filter(|status| **status == 200).count(), 1, "{mine:?}");
    assert_eq!(mine.iter().filter(|status| **status == 404).count(), 3, "{mine:?}");
    app.b.staff.get(&path(161)).await.refused(404, "not-found");
}
