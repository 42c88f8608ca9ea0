//! `GET /transfers`: the ledger as the desk sees it.

use actix_web::get;
use actix_web::web::{Data, Json};
use chrono_tz::Tz;
use linli_db::ledger::{self, TransferFilter};
use linli_domain::calendar::span_of_days;
use linli_domain::ids::{ResidentId, UserId};
use linli_domain::ledger::TransferCode;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::json::NamedTransferJson;
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::communities::own_community;
use crate::input::{Day, Params, Text};
use crate::paging::{Limit, ListOf, list_of, slice};
use crate::problem::Problem;

/// Which transfers.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct TransferParams {
    /// Of this resident's wallet.
    resident_id: Option<ResidentId>,
    /// Of this kind.
    code: Option<TransferCode>,
    /// Caused by this thing: an attendance, a voucher, an order, a transfer (which it takes back), a
    /// resident, an import.
    cause_id: Option<Uuid>,
    /// Awards by the rule with this code, of whatever version.
    rule_code: Option<Text<1, 20>>,
    /// Done by this person.
    actor_id: Option<UserId>,
    /// Posted on this day of the community or later.
    from: Option<Day>,
    /// Posted on this day of the community or before.
    until: Option<Day>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// At most so many items; 50 unless given.
    limit: Option<Limit>,
}

/// Transfers
///
/// The newest first, with the names of the people in them and of what caused them.
#[utoipa::path(
    tag = "ledger",
    params(TransferParams),
    responses((status = 200, body = ListOf<NamedTransferJson>)),
    extensions(("x-roles" = json!(Desk::ALLOWED))),
)]
#[get("/transfers")]
pub async fn list_transfers(
    by: By<Desk>,
    Params(params): Params<TransferParams>,
    app: Data<App>,
) -> Result<Json<ListOf<NamedTransferJson>>, Problem> {
    let slice = slice(params.cursor.as_deref(), params.limit)?;
    let connection = &mut *app.connection().await?;
    let community = own_community(connection, by.community()).await?;
    let filter = filter(params, community.timezone);
    let page = ledger::named_transfers(connection, community.id, &filter, &slice).await?;
    Ok(Json(list_of(page, NamedTransferJson::from)))
}

fn filter(params: TransferParams, timezone: Tz) -> TransferFilter {
    TransferFilter {
        resident: params.resident_id,
        code: params.code,
        cause: params.cause_id,
        rule_code: params.rule_code.map(String::from),
        actor: params.actor_id,
        span: span_of_days(params.from.map(Day::get), params.until.map(Day::get), timezone),
    }
}
