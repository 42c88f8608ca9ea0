//! `POST /vouchers/look-up`: what a voucher is and what it would come to, before it is confirmed.

use actix_web::HttpRequest;
use actix_web::post;
use actix_web::web::{Data, Json, Payload};
use chrono::{DateTime, Utc};
use linli_db::confirmations::{self, Which};
use linli_db::{Connection, vouchers};
use linli_domain::Refusal;
use linli_domain::confirmations::Till;
use linli_domain::offers::Reckoning;
use linli_domain::roles::Principal;

use super::json::{LookUp, PresentedVoucher};
use crate::app::App;
use crate::auth::{By, Merchants, Roles};
use crate::communities::own_community;
use crate::confirmations::{check_store, fen_of, past_uses, which};
use crate::input::{parse, read_body};
use crate::problem::{Kind, Problem};

/// Look a voucher up
///
/// The step before confirming, which changes nothing: who it is (the family name), what it gives, its conditions, whether it
/// can be confirmed now in each of the caller's stores or in the one that is named, what forbids it, and what the bill
/// would come to. Takes no key; a POST so that no code is written into logs of addresses. Who asks for many
/// codes that do not exist is slowed down. A voucher of another partner is
/// not shown at all.
#[utoipa::path(
    tag = "vouchers",
    request_body = LookUp,
    responses((status = 200, body = PresentedVoucher)),
    extensions(
        ("x-roles" = json!(Merchants::ALLOWED)),
        ("x-reads" = json!(true)),
        ("x-problems" = json!([
            Kind::VoucherUnknown, Kind::VoucherTokenExpired, Kind::WrongStore, Kind::TooManyRequests,
        ])),
    ),
)]
#[post("/vouchers/look-up")]
pub async fn look_up_voucher(
    by: By<Merchants>,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<Json<PresentedVoucher>, Problem> {
    let asked: LookUp = parse(&read_body(request, payload.into_inner()).await?)?;
    Ok(Json(look_up_slowly(&app, &by.principal, &asked, by.now).await?))
}

/// Whoever asks for wrong codes for long is slowed down, as nothing else is left of a question: right codes must not be found
/// by guessing. Nothing but a code that nobody has is counted: neither what is known, nor what is over, nor what could not be answered.
async fn look_up_slowly(
    app: &App,
    who: &Principal,
    asked: &LookUp,
    now: DateTime<Utc>,
) -> Result<PresentedVoucher, Problem> {
    let tries = format!("voucher code {}", who.user);
    app.throttle.count(&tries, None, now)?;
    let look = async {
        let which = which(&app.keys, &asked.code, now)?;
        let mut connection = app.connection().await?;
        look_up(&mut connection, who, (&which, asked), now).await
    };
    let shown = look.await;
    if !matches!(&shown, Err(problem) if problem.kind() == Kind::VoucherUnknown) {
        app.throttle.take_back(&tries, None);
    }
    shown
}

async fn look_up(
    connection: &mut Connection,
    who: &Principal,
    (which, asked): (&Which, &LookUp),
    now: DateTime<Utc>,
) -> Result<PresentedVoucher, Problem> {
    if let Some(store) = asked.store_id {
        check_store(connection, who, store).await?;
    }
    let whole = match which {
        Which::Code(code) => vouchers::find_by_code(connection, who.community, code).await?,
        Which::Id(id) => vouchers::find(connection, who.community, *id).await?,
    };
    let whole = whole.ok_or(Refusal::VoucherUnknown)?;
    let tills = confirmations::tills(connection, who.community, who.stores.iter().copied()).await?;
    whole.check_told_at(&tills)?;
    let local = own_community(connection, who.community).await?.local(now);
    let past = past_uses(connection, who.community, &whole, local).await?;
    let bill = fen_of(asked.bill_fen);
    let says = |till: &Till| match whole.confirm_at(till, bill, &past, local) {
        // Without a bill, what can be said is that nothing else forbids it.
        Err(Refusal::BillMissing) => Ok(None),
        said => said.map(Some),
    };
    let asked_for = |till: &Till| asked.store_id.is_none_or(|store| store == till.store);
    let told: Vec<(Till, Result<Option<Reckoning>, Refusal>)> = tills
        .into_iter()
        .filter(asked_for)
        .map(|till| {
            let said = says(&till);
            (till, said)
        })
        .collect();
    Ok(PresentedVoucher::new(&whole, told))
}
