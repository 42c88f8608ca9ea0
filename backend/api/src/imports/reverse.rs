//! `POST /imports/{id}/reverse`: taking a whole import back.

use std::collections::BTreeSet;

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, expect_many, imports, ledger};
use linli_domain::Refusal;
use linli_domain::ids::{ImportId, ResidentId};
use linli_domain::imports::{Import, ImportKind, ImportReversal, check_unused};
use linli_domain::ledger::{Cause, CauseKind, Correction, Original, Posting, Side, TransferCode};
use linli_domain::residents::ResidentState;
use serde_json::json;

use super::json::{ImportJson, ImportReversalRequest};
use super::residents::draw_cards;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::ledger::{lapse_of_today, post_all};
use crate::problem::{Kind, Problem};

/// The most residents with a history who are named.
const NAMED: usize = 100;

/// Reverse an import
///
/// Once, all of it or nothing. Balances are taken back as single transfers are: what was spent of them becomes a debt; those
/// that were reversed one by one stay so. Residents move out and get other member cards, so that the sheet can be imported
/// again; their households stay. If some of them have a history by now (memberships, sign-ups, vouchers, orders, points, an
/// account), nothing is reversed unless they are to be kept.
#[utoipa::path(
    tag = "imports",
    params(("id" = ImportId, Path)),
    request_body = ImportReversalRequest,
    responses((status = 200, body = ImportJson)),
    extensions(
        ("x-roles" = json!(Desk::ALLOWED)),
        ("x-problems" = json!([Kind::ImportReversed, Kind::ImportInUse, Kind::OwnWallet])),
    ),
)]
#[post("/imports/{id}/reverse")]
pub async fn reverse_import(
    by: By<Desk>,
    id: Path<ImportId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &ImportReversalRequest| {
        reverse(connection, acting, (by.principal.resident, *id), body).await?;
        let shown = imports::find(connection, acting.community, *id).await?;
        Reply::ok(&ImportJson::from(shown.ok_or_else(Problem::not_found)?))
    });
    done.await
}

/// Takes an import back whose caller is this resident, if any.
pub(crate) async fn reverse(
    connection: &mut Connection,
    acting: &Acting,
    (own, id): (Option<ResidentId>, ImportId),
    request: &ImportReversalRequest,
) -> Result<(), Problem> {
    let import = imports::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    import.check_standing()?;
    expect_many(connection).await?;
    let (reversed, kept) = match import.kind {
        ImportKind::Residents => move_out(connection, acting, &import, request.keep_with_history).await?,
        ImportKind::OpeningBalances => {
            take_back(connection, acting, (own, &import), request.reason.as_str()).await?
        }
    };
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let reversal = ImportReversal {
        reason: request.reason.as_str().to_owned(),
        reversed: count(reversed),
        kept: count(kept),
        actor: acting.user()?,
        reversed_at: acting.now,
    };
    imports::insert_reversal(connection, acting.community, id, &reversal).await?;
    let after = json!({ "reason": reversal.reason, "reversed": reversed, "kept": kept });
    acting.audit(connection, id, Change::made("import.reverse", &after)).await?;
    Ok(())
}

/// The residents move out of whom nothing has become; answers how many do and how many do not. Residents are locked before
/// wallets, as everywhere, and both before anybody asks what has become of them.
async fn move_out(
    connection: &mut Connection,
    acting: &Acting,
    import: &Import,
    keep: bool,
) -> Result<(usize, usize), Problem> {
    let community = acting.community;
    let all = imports::of_import(connection, community, import.id).await?;
    let ids: Vec<ResidentId> = all.iter().map(|resident| resident.id).collect();
    ledger::lock_wallets(connection, community, &ids).await?;
    let used = imports::with_history(connection, community, import.id).await?;
    let used: BTreeSet<ResidentId> = used.into_iter().collect();
    let active = all.iter().filter(|resident| resident.state == ResidentState::Active);
    let (used, unused): (Vec<_>, Vec<_>) = active.partition(|resident| used.contains(&resident.id));
    check_unused(used.len(), keep).map_err(|refusal| {
        let name = |problem: Problem, resident: &&imports::Imported| {
            problem.at(format!("residents[{}]", resident.id), resident.name.clone())
        };
        used.iter().take(NAMED).fold(Problem::from(refusal), name)
    })?;
    let cards = draw_cards(connection, acting, unused.len(), &BTreeSet::new()).await?;
    let leaving: Vec<_> = unused.iter().map(|resident| resident.id).zip(cards).collect();
    imports::move_out(connection, community, &leaving).await?;
    Ok((leaving.len(), all.len().saturating_sub(leaving.len())))
}

/// Takes the balances back that stand; answers how many do and how many had been taken back before.
async fn take_back(
    connection: &mut Connection,
    acting: &Acting,
    (own, import): (Option<ResidentId>, &Import),
    reason: &str,
) -> Result<(usize, usize), Problem> {
    let (community, cause) = (acting.community, Cause::new(CauseKind::Import, import.id));
    let made = ledger::caused_by(connection, community, cause).await?;
    let owners: Vec<ResidentId> = made.iter().filter_map(|transfer| owner(transfer.credit)).collect();
    let wallets = ledger::lock_wallets(connection, community, &owners).await?;
    let own = linli_db::residents::own(connection, community, own).await?;
    // Read again: whoever had a wallet before may have taken its balance back.
    let made = ledger::caused_by(connection, community, cause).await?;
    let balances = made.iter().filter(|transfer| transfer.code == TransferCode::Opening);
    let (before, standing): (Vec<_>, Vec<_>) = balances.partition(|one| one.reversed_by.is_some());
    let lapse = lapse_of_today(connection, acting).await?;
    let reverse = |one: &&ledger::Transfer| -> Result<Vec<Posting>, Refusal> {
        let correction = Correction { own: own.clone(), lapse, reason: reason.to_owned() };
        correction.reverse(&Original::from(*one), &wallets, || acting.id())
    };
    let postings = standing.iter().map(reverse).collect::<Result<Vec<_>, _>>()?;
    post_all(connection, acting, postings.into_iter().flatten().collect()).await?;
    Ok((standing.len(), before.len()))
}

const fn owner(side: Side) -> Option<ResidentId> {
    match side {
        Side::Wallet(resident) => Some(resident),
        Side::System(_) => None,
    }
}
