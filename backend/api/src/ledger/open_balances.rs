//! `POST /opening-balances`: bringing balances along from before Linli.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use linli_db::{Connection, ledger, residents};
use linli_domain::ids::ResidentId;
use linli_domain::ledger::{Correction, Posting, PostingStatus};
use linli_domain::points::Points;
use serde_json::json;

use super::posted::lapse_of_today;
use super::requests::{NewOpeningBalance, NewOpeningBalances, OpeningBalanceOutcome, OpeningBalanceOutcomes};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, Desk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Bring balances along
///
/// Up to 1,000 at once, each with a status of its own: one that names an unknown resident, or one who
/// has a balance from before already, does not hinder the others. A balance for oneself does: then none is posted.
#[utoipa::path(
    tag = "ledger",
    request_body = NewOpeningBalances,
    responses((status = 200, body = OpeningBalanceOutcomes)),
    extensions(("x-roles" = json!(Desk::ALLOWED)), ("x-problems" = json!([Kind::OwnWallet]))),
)]
#[post("/opening-balances")]
pub async fn create_opening_balances(
    by: By<Desk>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewOpeningBalances| {
        Reply::ok(&open_balances(connection, acting, by.principal.resident, body).await?)
    });
    done.await
}

pub(crate) async fn open_balances(
    connection: &mut Connection,
    acting: &Acting,
    own: Option<ResidentId>,
    new: &NewOpeningBalances,
) -> Result<OpeningBalanceOutcomes, Problem> {
    let own = residents::own(connection, acting.community, own).await?;
    let lapse = lapse_of_today(connection, acting).await?;
    let posting = |(place, item): (usize, &NewOpeningBalance)| {
        let (points, note) = (Points::new(item.points.get()), item.note.as_str().to_owned());
        let correction = Correction { own: own.clone(), lapse, reason: note };
        let posting = correction.open(item.resident_id, points, acting.id());
        let refused = |refusal| Problem::refused_at(format!("items[{place}].resident_id"), refusal);
        posting.map(|posting| Posting { actor: acting.actor, ..posting }).map_err(refused)
    };
    let postings = new.items.iter().enumerate().map(posting).collect::<Result<Vec<_>, Problem>>()?;
    let statuses = ledger::post(connection, acting.community, &postings, acting.now).await?;
    let outcome = |((item, posting), status): ((&NewOpeningBalance, &Posting), _)| OpeningBalanceOutcome {
        resident_id: item.resident_id,
        status,
        transfer_id: (status == PostingStatus::Posted).then_some(posting.id),
    };
    let items: Vec<OpeningBalanceOutcome> =
        new.items.iter().zip(&postings).zip(statuses).map(outcome).collect();
    let count = |status| items.iter().filter(|item| item.status == status).count();
    let (posted, no_account) = (count(PostingStatus::Posted), count(PostingStatus::NoAccount));
    let already_opened = count(PostingStatus::AlreadyOpened);
    let after = json!({ "posted": posted, "no_account": no_account, "already_opened": already_opened });
    acting.audit(connection, acting.community, Change::made("community.open_balances", &after)).await?;
    Ok(OpeningBalanceOutcomes { posted, no_account, already_opened, items })
}
