//! Confirmations.

mod batch;
mod conditions;
mod correct;
mod create;
mod failed;
mod list;
mod races;
mod undo;
mod uses;

use linli_tests::{Answer, TestApp};
use serde_json::{Value, json};

/// The cashier of store 72 confirms a voucher for this bill.
pub async fn confirm(app: &TestApp, voucher: &Value, bill_fen: i64) -> Answer {
    let body = json!({"code": voucher["code"], "store_id": app.a.id(72), "bill_fen": bill_fen});
    app.a.cashier.post("/confirmations", body).await
}
