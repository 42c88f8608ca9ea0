//! What must hold for the history that the demonstration tells.

use diesel::QueryableByName;
use diesel::sql_types::BigInt;
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use linli_api::jobs::{expire_points, expire_vouchers};
use linli_db::Connection;
use linli_domain::roles::Role;
use linli_tests::TestApp;
use strum::VariantArray;

use super::sign_in;

#[derive(QueryableByName)]
struct Figures {
    #[diesel(sql_type = BigInt)]
    moves: i64,
    #[diesel(sql_type = BigInt)]
    lowest: i64,
}

/// What is available in every wallet, move by move in the order of time: transfers and holds. What comes in goes before
/// what goes out at the same moment, as where a hold is captured.
const REPLAYED: &str = "SELECT count(*) AS moves, min(running)::bigint AS lowest FROM ( \
         SELECT sum(m.amount) OVER (PARTITION BY m.account ORDER BY m.at, m.amount DESC, m.id) AS running FROM ( \
             SELECT credit_account_id AS account, amount, posted_at AS at, id FROM transfers \
             UNION ALL SELECT debit_account_id, -amount, posted_at, id FROM transfers \
             UNION ALL SELECT account_id, -amount, placed_at, id FROM holds \
             UNION ALL SELECT account_id, amount, closed_at, id FROM holds WHERE closed_at IS NOT NULL \
         ) m JOIN accounts a ON a.id = m.account AND a.kind = 'wallet' \
     ) replayed";

pub async fn no_wallet_was_ever_overdrawn(connection: &mut Connection) {
    let figures: Figures = diesel::sql_query(REPLAYED).get_result(connection).await.unwrap();
    assert!(figures.moves > 1_000, "{} moves", figures.moves);
    assert_eq!(figures.lowest, 0);
}

/// Every month's pact is settled, and from a fifth of the households more keep it each month.
pub async fn the_pact_spreads(connection: &mut Connection) {
    #[derive(QueryableByName)]
    struct Month {
        #[diesel(sql_type = BigInt)]
        open: i64,
        #[diesel(sql_type = BigInt)]
        percent: i64,
    }
    let months = "SELECT count(*) FILTER (WHERE p.settled_at IS NULL) AS open, \
             (sum(m.kept) * 100 / (SELECT count(*) FROM households))::bigint AS percent \
         FROM pacts p CROSS JOIN LATERAL ( \
             SELECT count(*) AS kept FROM pact_marks WHERE pact_id = p.id AND transfer_id IS NOT NULL \
         ) m GROUP BY p.month ORDER BY p.month";
    let months: Vec<Month> = diesel::sql_query(months).load(connection).await.unwrap();
    let percents: Vec<i64> = months.iter().map(|month| month.percent).collect();
    assert!(months.iter().all(|month| month.open == 0) && percents.len() >= 3, "{percents:?}");
    assert!(percents.is_sorted() && (15..35).contains(&percents[0]), "{percents:?}");
}

/// Each kind of thing that the year has occurs in these days too, and some of it was done by the jobs.
pub async fn a_quarter_has_all_that_a_year_has(app: &TestApp) {
    for (least, what) in [
        (200, "activities WHERE state = 'settled'"),
        (3, "activities WHERE state = 'recruiting' AND starts_at > now() - interval '1 day'"),
        (1, "activities WHERE state = 'draft'"),
        (1_000, "attendances"),
        (100, "vouchers WHERE state = 'confirmed'"),
        (10, "vouchers WHERE state = 'expired'"),
        (10, "vouchers WHERE state = 'released'"),
        (1, "confirmations WHERE undone_at IS NOT NULL"),
        (30, "orders WHERE state = 'picked_up'"),
        (1, "orders WHERE state = 'expired'"),
        (3, "slots WHERE reward_id IS NOT NULL AND taken > 0"),
        (
            10,
            "orders o JOIN order_lines l ON l.order_id = o.id WHERE l.slot_id IS NOT NULL AND o.state = 'picked_up'",
        ),
        (1_000, "transfers WHERE code = 'opening'"),
        (1_000, "transfers WHERE code = 'expire'"),
        (1, "transfers WHERE code = 'deduct'"),
        (1, "transfers WHERE code = 'owe'"),
        (1, "transfers WHERE code = 'give' AND cause_kind = 'fund'"),
        (1, "transfers WHERE code = 'give' AND cause_kind = 'resident'"),
        (1, "transfers WHERE code = 'reverse'"),
        (1, "no_shows WHERE verdict = 'granted'"),
        (1, "no_shows WHERE verdict = 'refused'"),
        (1, "no_shows WHERE verdict IS NULL AND appealed_at IS NOT NULL"),
        (1, "imports WHERE kind = 'residents'"),
        (2, "imports WHERE kind = 'opening_balances'"),
        (1, "import_reversals"),
        (1, "wish_polls WHERE closed_at IS NOT NULL"),
        (1, "wish_polls WHERE closed_at IS NULL AND closes_at < '2026-11-25'"),
        (1, "wish_ballots WHERE age_group = 'children'"),
        (1, "funds WHERE state = 'closed'"),
        (1, "adjustments WHERE state = 'proposed'"),
        (1, "adjustments WHERE state = 'confirmed'"),
        (1, "adjustments WHERE state = 'refused'"),
        (2, "rulebooks WHERE in_force_from < '2026-11-25'"),
        (1, "stocktakes"),
        (15, "reward_prices"),
        (12, "partners"),
        (90, "seals"),
    ] {
        let there = app.database.number(&format!("SELECT count(*) FROM {what}")).await;
        assert!(there >= least, "{what}: {there}");
    }
}

/// One poll is open and one to come, and who wanted what has been bought; another sheet of points stands where one was reversed.
pub async fn residents_say_what_is_bought_next(app: &TestApp) {
    let staff = sign_in(app, "staff").await;
    let polls = staff.get("/wish-polls").await.items();
    for state in ["upcoming", "open", "closed"] {
        assert!(polls.iter().any(|poll| poll["state"] == state), "no poll is {state}: {polls:?}");
    }
    let closed = polls.iter().find(|poll| poll["state"] == "closed").unwrap();
    let path = format!("/wish-polls/{}/result", closed["id"].as_str().unwrap());
    let result = staff.get(&path).await.ok();
    assert!(result["ballots"]["children"].as_i64().unwrap() > 0, "{result}");
    let goods = staff.get("/rewards").await.items();
    let most = result["candidates"][0]["name"].as_str().unwrap();
    assert!(goods.iter().any(|reward| reward["name"] == most), "{most} was not bought");
    for state in ["made", "reversed"] {
        let imports = staff.get("/imports?kind=opening_balances").await.items();
        assert!(imports.iter().any(|import| import["state"] == state), "no import is {state}");
    }
}

pub async fn the_printed_names_are_those_of_the_accounts(app: &TestApp) {
    let said = linli_api::demo::sign_ins();
    for role in Role::VARIANTS {
        let role = role.to_string();
        let me = sign_in(app, &role).await.get("/me").await.ok();
        let line = said.lines().find(|line| line.starts_with(&format!("{role} "))).unwrap();
        assert!(line.contains(&format!("  {}（", me["name"].as_str().unwrap())), "{line}: {me}");
    }
}

/// Beside another community, its published passwords would open the platform.
pub async fn the_demonstration_stands_alone(connection: &mut Connection, app: &TestApp) {
    linli_api::demo::ensure(connection, &app.app.photos, app.clock.now(), 1).await.unwrap();
    let other = "INSERT INTO communities \
                 VALUES (gen_random_uuid(), 'other', '别的社区', 'Asia/Shanghai', 60, now())";
    connection.batch_execute(&format!("BEGIN; {other}")).await.unwrap();
    let refused = linli_api::demo::ensure(connection, &app.app.photos, app.clock.now(), 1).await.unwrap_err();
    connection.batch_execute("ROLLBACK").await.unwrap();
    assert!(refused.contains("other communities") && !refused.contains('\n'), "{refused}");
}

/// The whole community, two years on: two processes at once take what nobody has spent, each point once.
pub async fn what_was_not_spent_lapses(connection: &mut Connection, app: &TestApp) {
    app.clock.put_forward(chrono::Duration::days(800));
    expire_vouchers(&app.app).await;
    let lots = "SELECT count(*) FROM lots WHERE posted > held AND lapses_on < '2029-01-01'";
    let lapsing = app.database.number(lots).await;
    assert!(lapsing > 500, "{lapsing} lots");
    let (one, other) = tokio::join!(expire_points(&app.app), expire_points(&app.app));
    assert_eq!(i64::try_from(one + other).unwrap(), lapsing);
    assert_eq!(app.database.number(lots).await, 0);
    no_wallet_was_ever_overdrawn(connection).await;
}

/// Months of stores were closed, a dispute about one was settled, and staff have looked into some signals.
pub async fn months_were_closed_and_signals_looked_into(app: &TestApp) {
    let staff = sign_in(app, "staff").await;
    for state in ["closed", "agreed", "settled"] {
        let found = staff.get(&format!("/statements?state={state}")).await.items();
        assert!(!found.is_empty(), "no statement is {state}");
    }
    for state in ["open", "dismissed", "acted"] {
        let found = staff.get(&format!("/signals?state={state}")).await.items();
        assert!(!found.is_empty(), "no signal is {state}");
    }
    let own = sign_in(app, "partner_manager").await.get("/statements").await.items();
    assert!(own.len() >= 2, "the manager's own: {own:?}");
}
