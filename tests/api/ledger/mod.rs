//! The points ledger: over HTTP, and in the data base itself.

mod adjust;
mod constraints;
mod deduct;
mod expire;
mod find;
mod give;
mod history;
mod holds;
mod lawful;
mod lock;
mod model;
mod open_balances;
mod pool;
mod post;
mod reverse;
mod verify;
mod wallet;

use chrono::NaiveDate;
use linli_db::ledger;
use linli_domain::ids::{CommunityId, HoldId, Id, ResidentId, RulebookId};
use linli_domain::ledger::{
    Cause, CauseKind, Explanation, Hold, Lapse, Parts, Posting, PostingStatus, Side, SystemAccount,
    TransferCode,
};
use linli_domain::points::Points;
use linli_domain::rulebooks::{Arithmetic, AwardExplanation, Basis, Unit};
use linli_tests::{TestApp, id_of};
use serde_json::{Value, json};
use uuid::Uuid;

/// An identifier that comes after all before it.
fn new_id<T>() -> Id<T> {
    Id::new(Uuid::now_v7())
}

/// Points of the lot in which the stage's points are.
fn parts(points: i64) -> Parts {
    Parts::one(Lapse::on(NaiveDate::from_ymd_opt(2099, 12, 31).unwrap()), Points::new(points))
}

/// The community that tests act in.
fn community(app: &TestApp) -> CommunityId {
    CommunityId::new(app.a.id(1))
}

/// The resident of the stage with this number.
pub fn resident(app: &TestApp, number: u32) -> ResidentId {
    ResidentId::new(app.a.id(number))
}

/// A resident with an empty wallet and without history.
async fn newcomer(app: &TestApp) -> ResidentId {
    let body = json!({"name": "新居民", "household_id": app.a.id(12)});
    ResidentId::new(id_of(&app.a.staff.post("/residents", body).await.created()))
}

/// An award for cleaning on that day.
pub fn earned_on(app: &TestApp, resident: ResidentId, points: i64, on: NaiveDate) -> Posting {
    let rulebook = RulebookId::new(app.a.id(60));
    let sides = (Side::System(SystemAccount::Issued), Side::Wallet(resident));
    let cause = Cause { kind: CauseKind::Attendance, id: Uuid::now_v7() };
    let explanation = explained(Points::new(points));
    let posting = Posting::plain(new_id(), TransferCode::Earn, sides, parts(points), cause, explanation);
    Posting { rule: Some((rulebook, "CLEAN".into(), on)), ..posting }
}

fn explained(points: Points) -> Explanation {
    Explanation::Award(AwardExplanation {
        rule_code: "CLEAN".into(),
        rule_title: "清洁家园".into(),
        version: 1,
        arithmetic: Arithmetic {
            basis: Basis::Hour,
            unit: Unit::Resident,
            rate: Points::new(2),
            minutes: Some(60),
            level: None,
            factors: Vec::new(),
        },
        computed: points,
        cut: None,
        awarded: points,
        left: Vec::new(),
        note: None,
    })
}

/// An award for cleaning.
fn earned(app: &TestApp, resident: ResidentId, points: i64) -> Posting {
    earned_on(app, resident, points, NaiveDate::from_ymd_opt(2026, 3, 2).unwrap())
}

/// Points taken for a breach.
fn deducted(resident: ResidentId, points: i64) -> Posting {
    let sides = (Side::Wallet(resident), Side::System(SystemAccount::Deducted));
    let cause = Cause::new(CauseKind::Resident, resident);
    let explanation = Explanation::Adjustment { reason: "违约扣分".into() };
    Posting::plain(new_id(), TransferCode::Deduct, sides, parts(points), cause, explanation)
}

/// The reversal of a transfer.
fn reversing(of: &Posting) -> Posting {
    let explanation = Explanation::Reversal { reason: "重复登记".into() };
    let cause = Cause::new(CauseKind::Transfer, of.id);
    let sides = (of.credit, of.debit);
    let posting =
        Posting::plain(new_id(), TransferCode::Reverse, sides, of.parts.clone(), cause, explanation);
    Posting { reverses: Some(of.id), ..posting }
}

/// Points that are to be held for an order.
fn held(resident: ResidentId, points: i64) -> Hold {
    let cause = Cause { kind: CauseKind::Order, id: Uuid::now_v7() };
    Hold { id: new_id(), resident, parts: parts(points), cause }
}

/// The transfer that captures a hold.
fn capturing(hold: &Hold) -> Posting {
    let (code, goods, total) = ("7G2K9QXM".into(), "雨伞×1".into(), hold.parts.total());
    hold.spending(new_id(), Explanation::Order { code, goods, total, share: None })
}

/// Posts in one call.
pub async fn post(app: &TestApp, postings: &[Posting]) -> Vec<PostingStatus> {
    let connection = &mut app.database.connect().await;
    ledger::post(connection, community(app), postings, app.clock.now()).await.unwrap()
}

/// Holds in one call.
async fn hold(app: &TestApp, holds: &[Hold]) -> Vec<PostingStatus> {
    let connection = &mut app.database.connect().await;
    ledger::hold(connection, community(app), holds, app.clock.now()).await.unwrap()
}

/// Releases in one call.
async fn release(app: &TestApp, holds: &[HoldId]) -> Vec<PostingStatus> {
    let connection = &mut app.database.connect().await;
    ledger::release(connection, community(app), holds, app.clock.now()).await.unwrap()
}

/// The newest transfer of this kind in a resident's history, as the desk sees it.
async fn newest(app: &TestApp, of: ResidentId, code: &str) -> Value {
    let history = app.a.staff.get(&format!("/residents/{of}/transfers")).await.items();
    let found = history.iter().find(|transfer| transfer["code"] == code);
    found.unwrap_or_else(|| panic!("{code}: {history:?}")).clone()
}

/// What a wallet has posted and held.
async fn balance(app: &TestApp, of: ResidentId) -> (i64, i64) {
    let connection = &mut app.database.connect().await;
    let wallet = ledger::find_wallet(connection, community(app), of).await.unwrap().unwrap();
    (wallet.posted().get(), wallet.held().get())
}
