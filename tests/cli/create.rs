//! Communities and accounts from the command line.

use std::process::Output;

use linli_tests::program::{linli, run_with_password};
use linli_tests::{Database, TestApp};
use serde_json::json;

async fn run(url: &str, arguments: &[&str], password: &'static str) -> Output {
    let mut command = linli();
    command.args(arguments).env("DATABASE_URL", url);
    tokio::task::spawn_blocking(move || run_with_password(&mut command, password)).await.unwrap()
}

pub const COMMUNITY: [&str; 10] = [
    "community",
    "create",
    "--slug",
    "xinan",
    "--name",
    "新安社区",
    "--admin-name",
    "孙主任",
    "--admin-phone",
    "13800000001",
];

#[tokio::test]
async fn a_community_and_its_people_are_created_and_can_sign_in() {
    let database = Database::staged().await;
    let made = run(&database.url, &COMMUNITY, "xin-an-2026").await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let user = [
        "user",
        "create",
        "--community",
        "xinan",
        "--name",
        "钱社工",
        "--phone",
        "13800000002",
        "--office",
        "social_worker",
    ];
    let made = run(&database.url, &user, "qian-2026").await;
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let app = TestApp::on(database).await;
    for (phone, password, role) in [
        ("13800000001", "xin-an-2026", "community_administrator"),
        ("13800000002", "qian-2026", "social_worker"),
    ] {
        let signed_in = app.sign_in(phone, password).await.ok();
        assert_eq!(signed_in["roles"], json!([role]));
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_new_community_is_said_in_a_line() {
    let database = Database::staged().await;
    let weak = run(&database.url, &COMMUNITY, "12345678").await;
    let said = String::from_utf8(weak.stderr).unwrap();
    assert!(!weak.status.success() && said.lines().count() == 1, "{said}");
    assert!(said.contains("password") && !said.contains("12345678"), "{said}");
    let nowhere = ["user", "create", "--community", "nowhere", "--name", "钱社工", "--phone", "13800000002"];
    let refused = run(&database.url, &nowhere, "qian-2026").await;
    assert!(!refused.status.success());
    assert!(String::from_utf8(refused.stderr).unwrap().contains("nowhere"));
}

#[tokio::test]
async fn an_operator_gets_a_new_password_and_is_disabled_from_the_command_line() {
    let database = Database::staged().await;
    let app = TestApp::on(database.clone()).await;
    let operator = ["--community", "platform", "--phone", "19900000020"];
    let user = async |verb: &str, password: &'static str| {
        let done = run(&database.url, &[&["user", verb], &operator[..]].concat(), password).await;
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let sign_in = async || app.sign_in("19900000020", "yunying-2026").await;
    app.operator.get("/communities").await.ok();
    user("password", "yunying-2026").await;
    app.operator.get("/communities").await.refused(401, "not-signed-in");
    sign_in().await.ok();
    user("disable", "").await;
    sign_in().await.refused(401, "sign-in-failed");
    user("enable", "").await;
    sign_in().await.ok();
    let nobody = ["user", "disable", "--community", "platform", "--phone", "19999999999"];
    assert!(!run(&database.url, &nobody, "").await.status.success());
}
