//! `GET /audit-entries`: finding lines, and the names in them.

use linli_tests::{Actor, TestApp, stage};
use serde_json::{Value, json};

async fn find(app: &TestApp, query: &str) -> Vec<Value> {
    app.a.staff.get(&format!("/audit-entries?{query}")).await.items()
}

/// Somebody changes the name of resident 49.
async fn rename(app: &TestApp, who: &Actor, name: &str) {
    who.patch(&format!("/residents/{}", app.a.id(49)), json!({ "name": name })).await.ok();
}

fn actions(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["action"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn lines_are_found_by_who_for_whom_what_and_which_act() {
    let app = TestApp::start().await;
    rename(&app, &app.a.staff, "赵大洋").await;
    rename(&app, &app.a.administrator, "赵大江").await;
    let gift = json!({"resident_id": app.a.id(47), "to_card_code": stage::card(48), "points": 3, "note": ""});
    app.a.staff.post("/gifts", gift).await.created();
    app.a.administrator.patch("/community", json!({"name": "普安社区"})).await.ok();
    let (staff, resident) = (app.a.id(22), app.a.id(47));
    for (query, found) in [
        (format!("actor_id={staff}"), vec!["resident.give", "resident.change"]),
        (format!("on_behalf_of={resident}"), vec!["resident.give"]),
        ("subject_kind=community".to_owned(), vec!["community.change"]),
        ("subject_kind=resident&action=resident.change".to_owned(), vec!["resident.change"; 2]),
        (format!("action=resident.change&actor_id={staff}"), vec!["resident.change"]),
        (format!("subject_id={}", app.a.id(49)), vec!["resident.change"; 2]),
        (format!("actor_id={}", app.b.id(22)), vec![]),
        ("action=resident.dance".to_owned(), vec![]),
    ] {
        assert_eq!(actions(&find(&app, &query).await), found, "{query}");
    }
    app.a.staff.get("/audit-entries?actor_id=x").await.faulty("actor_id");
    app.a.staff.get("/audit-entries?who=x").await.faulty("who");
}

#[tokio::test]
async fn days_are_the_community_s_own_and_both_are_included() {
    let app = TestApp::start().await;
    rename(&app, &app.a.staff, "赵大洋").await;
    // Half past midnight in Wuhan.
    app.clock.put_forward(chrono::Duration::minutes(12 * 60 + 30));
    rename(&app, &app.a.staff, "赵大江").await;
    let name = |lines: &[Value]| lines.iter().map(|line| line["after"]["name"].clone()).collect::<Vec<_>>();
    assert_eq!(name(&find(&app, "from=2026-11-26").await), ["赵大江"]);
    assert_eq!(name(&find(&app, "until=2026-11-25").await), ["赵大洋"]);
    assert_eq!(name(&find(&app, "from=2026-11-25&until=2026-11-26").await), ["赵大江", "赵大洋"]);
    app.a.staff.get("/audit-entries?until=2026-13-01").await.faulty("until");
}

#[tokio::test]
async fn names_stand_beside_identifiers() {
    let app = TestApp::start().await;
    let gift = json!({"resident_id": app.a.id(47), "to_card_code": stage::card(48), "points": 3, "note": ""});
    app.a.staff.post("/gifts", gift).await.created();
    let line = find(&app, "action=resident.give").await.remove(0);
    let names = ["actor_name", "on_behalf_of_name", "subject_name"].map(|name| line[name].clone());
    assert_eq!(names, ["用户22", "王小明", "王小明"]);
}

#[tokio::test]
async fn whatever_has_a_name_is_called_by_it() {
    let app = TestApp::with_things().await;
    let community = app.a.id(1);
    for (kind, number, name) in [
        ("user", 22, "用户22"),
        ("account", 47, "王小明"),
        ("grid", 10, "第一网格"),
        ("building", 11, "江南花山郡 1栋"),
        ("household", 12, "江南花山郡 1栋 1单元101"),
        ("pact", 404, "江南花山郡 1栋 2026-10"),
        ("pact_mark", 405, "2026-10"),
        ("team", 53, "楼道美化队"),
        ("membership", 54, "楼道美化队 · 陈队长"),
        ("activity", 80, "楼道清理"),
        ("shift", 81, "楼道清理"),
        ("roster", 81, "楼道清理"),
        ("attendance", 97, "楼道清理"),
        ("signup", 82, "楼道清理 · 赵大海"),
        ("no_show", 208, "楼道清理 · 赵大海"),
        ("claim", 300, "参与议事 · 赵大海"),
        ("adjustment", 310, "王小明"),
        ("notice", 62, "王小明"),
        ("fund", 210, "暖冬年饭"),
        ("import", 330, "名册.xlsx"),
        ("rulebook", 60, "《治理积分管理办法》 v1"),
        ("partner", 71, "惠民鲜生"),
        ("store", 72, "花山店"),
        ("statement", 380, "花山店 2026-09"),
        ("signal", 383, "花山店 2026-11-24"),
        ("offer", 83, "尝鲜"),
        ("voucher", 84, "尝鲜 · 王小明"),
        ("confirmation", 86, "尝鲜 · 赵大海"),
        ("reward", 87, "彩笔"),
        ("order", 88, "彩笔×1 · 王小明"),
        ("slot", 351, "烹饪课"),
        ("slot", 501, "义剪"),
        ("wish_poll", 430, "冬季采购心愿"),
        ("community", 1, "puan社区"),
    ] {
        let line = format!(
            "INSERT INTO audit_entries (community_id, id, at, action, subject_kind, subject_id)
             VALUES ('{community}', gen_random_uuid(), now(), '{kind}.look', '{kind}', '{}')",
            app.a.id(number)
        );
        app.database.run(&line).await;
        let found =
            find(&app, &format!("subject_kind={kind}&subject_id={}&action={kind}.look", app.a.id(number)))
                .await;
        assert_eq!(found[0]["subject_name"], name, "{kind}");
    }
}
