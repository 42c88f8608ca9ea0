//! Imports and reversals at the same time.

use futures::future::join_all;
use linli_tests::TestApp;
use linli_tests::race::{CONTENDERS, one_wins, race, row, unlocked, wallet};
use serde_json::json;

use super::{BALANCES, LI, RESIDENTS, ZHANG, balances, residents, two, uuid};

#[tokio::test]
async fn of_eight_who_import_the_same_sheet_one_does() {
    let app = TestApp::start().await;
    let file = residents(&[ZHANG, LI]);
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.upload(RESIDENTS, file.clone()));
    let answers = race(&app, &row("communities", app.a.id(1)), contenders).await;
    let made = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 1);
    for other in answers.into_iter().filter(|answer| answer.status != 201) {
        other.faulty("rows[2].name");
    }
    assert_eq!(app.drift(&app.a).await, []);
}

/// Nothing but the lock keeps a phone from being registered twice: a family may share one.
#[tokio::test]
async fn without_the_lock_all_eight_would_register_the_phone() {
    let app = TestApp::start().await;
    let read = "SELECT NOT EXISTS (SELECT 1 FROM residents WHERE phone = '19900000301') AS allowed";
    let write = |number: usize| {
        format!(
            "INSERT INTO residents VALUES ('{}', gen_random_uuid(), '张三', 'zhangsan', NULL, '19900000301', '{}',
             'CARD{number}', 'active', now())",
            app.a.id(1),
            app.a.id(12)
        )
    };
    unlocked(&app, read, write).await.caught_by_nothing();
}

#[tokio::test]
async fn of_eight_who_bring_the_same_balance_along_one_does() {
    let app = TestApp::start().await;
    let (_, people) = two(&app).await;
    let file = balances(&[(&people[0], 35)]);
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.upload(BALANCES, file.clone()));
    let answers = race(&app, &wallet(uuid(&people[0]["id"])), contenders).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for other in answers.into_iter().filter(|answer| answer.status != 201) {
        other.faulty("rows[2].card_code");
    }
    assert_eq!(app.wallet_of(uuid(&people[0]["id"])).await, (35, 0));
}

#[tokio::test]
async fn of_eight_who_reverse_an_import_one_does() {
    let app = TestApp::start().await;
    let (made, _) = two(&app).await;
    let path = format!("/imports/{}/reverse", made["id"].as_str().unwrap());
    let contenders = (0..CONTENDERS).map(|_| app.a.staff.post(&path, json!({"reason": "导错文件"})));
    one_wins(race(&app, &row("imports", uuid(&made["id"])), contenders).await, "import-reversed");
}

#[tokio::test]
async fn without_the_lock_the_key_of_the_reversal_lets_one_through() {
    let app = TestApp::start().await;
    let (made, _) = two(&app).await;
    let read = "SELECT NOT EXISTS (SELECT 1 FROM import_reversals) AS allowed";
    let write = |_| {
        format!(
            "INSERT INTO import_reversals VALUES ('{}', '{}', '导错文件', 2, 0, '{}', now())",
            app.a.id(1),
            uuid(&made["id"]),
            app.a.id(22)
        )
    };
    unlocked(&app, read, write).await.caught_by("import_reversals_pk", 1);
}

#[tokio::test]
async fn who_joins_a_team_while_the_import_is_reversed_is_a_member_or_has_moved_out() {
    let app = TestApp::start().await;
    let (made, people) = two(&app).await;
    let path = format!("/imports/{}/reverse", made["id"].as_str().unwrap());
    let join = json!({"resident_id": people[0]["id"]});
    let team = format!("/teams/{}/memberships", app.a.id(53));
    let reversing = app.a.staff.post(&path, json!({"reason": "导错文件"}));
    let joining = app.a.administrator.post(&team, join);
    let lock = row("residents", uuid(&people[0]["id"]));
    let both: [std::pin::Pin<Box<dyn Future<Output = linli_tests::Answer>>>; 2] =
        [Box::pin(reversing), Box::pin(joining)];
    let answers = race(&app, &lock, both).await;
    let fine = answers.iter().filter(|answer| answer.status < 300).count();
    assert_eq!(fine, 1, "{:?}", answers.iter().map(|answer| &answer.text).collect::<Vec<_>>());
    let states = join_all(people.iter().map(|one| {
        let path = format!("/residents/{}", one["id"].as_str().unwrap());
        let staff = &app.a.staff;
        async move { staff.get(&path).await.ok()["state"].clone() }
    }));
    assert!(states.await.windows(2).all(|pair| pair[0] == pair[1]), "all or nothing");
}
