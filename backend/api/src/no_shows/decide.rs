//! `POST /no-shows/{id}/decide`: deciding about an appeal.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, no_shows};
use linli_domain::ids::{NoShowId, TransferId};
use linli_domain::ledger::Correction;
use linli_domain::no_shows::Decision;
use linli_domain::roles::Principal;

use super::appeal::show;
use super::json::{NewDecision, NoShowJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::{lapse_of_today, post_all};
use crate::problem::{Kind, Problem};

/// Decide about an appeal
///
/// Once, by the desk, but not by who marked the no-show or whose it is. If it is granted, the mark does not count any
/// more, and what was deducted is given back.
#[utoipa::path(
    tag = "no_shows",
    params(("id" = NoShowId, Path)),
    request_body = NewDecision,
    responses((status = 200, body = NoShowJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([
            Kind::NotAppealed, Kind::AlreadyDecided, Kind::DeciderIsMarker, Kind::OwnWallet,
        ])),
    ),
)]
#[post("/no-shows/{id}/decide")]
pub async fn decide_no_show(
    by: By<Desk>,
    id: Path<NoShowId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewDecision| {
        Reply::ok(&decide(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn decide(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (NoShowId, &NewDecision),
) -> Result<NoShowJson, Problem> {
    let before = no_shows::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let note = new.note.as_str().to_owned();
    let decision = Decision { verdict: new.verdict, note, by: who.user, at: acting.now };
    let after = before.decide(decision, who.resident)?;
    no_shows::update(connection, acting.community, &after).await?;
    if let Some(transfer) = after.to_give_back() {
        give_back(connection, acting, transfer, new.note.as_str()).await?;
    }
    let shown = show(connection, acting, id).await?;
    acting.audit(connection, id, Change::made("no_show.decide", &shown)).await?;
    Ok(shown)
}

/// Takes a deduction back, unless staff have done so before.
async fn give_back(
    connection: &mut Connection,
    acting: &Acting,
    transfer: TransferId,
    note: &str,
) -> Result<(), Problem> {
    let found = ledger::lock_transfer(connection, acting.community, transfer).await?;
    let (original, wallets) = found.ok_or_else(|| Problem::unexpected("a deduction is gone"))?;
    if original.reversed {
        return Ok(());
    }
    let lapse = lapse_of_today(connection, acting).await?;
    let correction = Correction { own: None, lapse, reason: note.to_owned() };
    let postings = correction.reverse(&original, &wallets, || acting.id())?;
    post_all(connection, acting, postings).await
}
