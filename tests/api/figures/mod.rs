//! Figures of a period: each by facts that are put into the data base by hand.

mod acts;
mod bounds;
mod model;
mod points;
mod rows;
mod steps;

use linli_domain::codes::Code;
use linli_tests::{Cast, TestApp};
use serde_json::Value;
use uuid::Uuid;

/// The figures of November 2026 of community A.
async fn november(app: &TestApp) -> Value {
    of(app, "2026-11-01", "2026-11-30").await
}

/// The figures of community A from one day to another.
async fn of(app: &TestApp, from: &str, until: &str) -> Value {
    app.a.staff.get(&format!("/figures?from={from}&until={until}")).await.ok()
}

/// A figure of the period, and of the period before.
fn pair(figures: &Value, name: &str) -> (i64, i64) {
    (figures[name]["value"].as_i64().unwrap(), figures[name]["before"].as_i64().unwrap())
}

/// Between which accounts a kind of transfer moves points.
fn sides(code: &str) -> (&'static str, &'static str) {
    match code {
        "earn" => ("issued", "wallet"),
        "spend" => ("wallet", "spent"),
        "expire" => ("wallet", "expired"),
        "adjust" => ("adjusted", "wallet"),
        _ => panic!("{code}"),
    }
}

/// Points of a resident that were posted at a moment, by a deed of a day; answers the transfer.
async fn posted(
    app: &TestApp,
    (cast, resident): (&Cast, u32),
    (code, points): (&str, i64),
    (deed_on, at): (&str, &str),
) -> Uuid {
    let (debit, credit) = sides(code);
    post(app, (cast, resident), (code, points, debit, credit), (Some(deed_on), at, None)).await
}

/// Takes back what was posted.
async fn reversed(
    app: &TestApp,
    (cast, resident): (&Cast, u32),
    (code, points): (&str, i64),
    (transfer, at): (Uuid, &str),
) {
    let (debit, credit) = sides(code);
    post(app, (cast, resident), ("reverse", points, credit, debit), (None, at, Some(transfer))).await;
}

async fn post(
    app: &TestApp,
    (cast, resident): (&Cast, u32),
    (code, points, debit, credit): (&str, i64, &str, &str),
    (deed_on, at, reverses): (Option<&str>, &str, Option<Uuid>),
) -> Uuid {
    let (id, community, resident) = (Uuid::now_v7(), cast.id(1), cast.id(resident));
    let owner = |kind| if kind == "wallet" { resident } else { community };
    let rule = match deed_on.filter(|_| code == "earn") {
        Some(day) => format!(", 'rulebook_id', '{}', 'rule_code', 'CLEAN', 'deed_on', '{day}'", cast.id(60)),
        None => String::new(),
    };
    let reverses = reverses.map_or(String::new(), |id| format!(", 'reverses_id', '{id}'"));
    let query = format!(
        "(post_transfers('{community}', '{at}', jsonb_build_array(jsonb_build_object(
             'id', '{id}', 'code', '{code}', 'debit_kind', '{debit}', 'debit_owner', '{}', 'credit_kind', '{credit}',
             'credit_owner', '{}', 'amount', {points}, 'parts', '{{\"2099-12-31\": {points}}}'::jsonb,
             'cause_kind', 'resident', 'cause_id', '{resident}', 'explanation', '{{}}'::jsonb{rule}{reverses}
         ))))[1]",
        owner(debit),
        owner(credit),
    );
    assert_eq!(app.database.text(&query).await, "posted");
    id
}

/// A settled activity of a team with a shift that began at a moment, in which residents worked for so many minutes and earned
/// nothing; answers the activity.
async fn settled(app: &TestApp, (cast, team): (&Cast, u32), starts_at: &str, worked: &[(u32, i32)]) -> Uuid {
    let (activity, shift) = (Uuid::now_v7(), Uuid::now_v7());
    let (c, team, user) = (cast.id(1), cast.id(team), cast.id(24));
    let attendance = |(resident, minutes): &(u32, i32)| {
        let resident = cast.id(*resident);
        format!(
            "INSERT INTO attendances VALUES ('{c}', gen_random_uuid(), '{shift}', '{resident}', {minutes}, '2026-11-25', NULL, NULL);"
        )
    };
    let roster: String = worked.iter().map(attendance).collect();
    app.database
        .run(&format!(
            "INSERT INTO activities VALUES ('{c}', '{activity}', '{team}', '大扫除', '', 'environment', 'public', '1栋', '{user}',
                 'CLEAN', 'open', 'closed', '{starts_at}', '{starts_at}'::timestamptz + interval '2 hours', NULL, '2020-01-01',
                 '{user}', NULL);
             INSERT INTO shifts VALUES ('{c}', '{shift}', '{activity}', '{starts_at}',
                 '{starts_at}'::timestamptz + interval '2 hours', 20, 0);
             {roster}
             UPDATE shifts SET recorded_at = ends_at WHERE id = '{shift}';
             UPDATE activities SET state = 'settled', settled_at = ends_at WHERE id = '{activity}'"
        ))
        .await;
    activity
}

/// A confirmation in store 72 at a moment; answers it.
async fn served(app: &TestApp, cast: &Cast, at: &str) -> Uuid {
    let (c, offer, voucher, confirmation) = (cast.id(1), Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let code = Code::from_random(offer.as_u64_pair().1);
    app.database
        .run(&format!(
            "INSERT INTO offers (community_id, id, partner_id, title, description, kind, item, price_points, taken, valid_from,
                 valid_to, voucher_days, state, created_at)
             VALUES ('{c}', '{offer}', '{}', '尝鲜', '', 'free_item', '一份水果', 0, 1, '2020-01-01', '2099-01-01', 300, 'open',
                 '2020-01-01');
             INSERT INTO vouchers (community_id, id, offer_id, resident_id, code, state, used, price_points, taken_at, expires_at,
                 closed_at)
             VALUES ('{c}', '{voucher}', '{offer}', '{}', '{code}', 'confirmed', 1, 0, '{at}', '2099-01-01', '{at}');
             INSERT INTO confirmations (community_id, id, voucher_id, store_id, cashier_id, bill_fen, discount_fen, spent_points,
                 confirmed_at)
             VALUES ('{c}', '{confirmation}', '{voucher}', '{}', '{}', 0, 0, 0, '{at}')",
            cast.id(71),
            cast.id(47),
            cast.id(72),
            cast.id(26),
        ))
        .await;
    confirmation
}
