//! `POST /no-shows/{id}/appeal`: saying something against a mark.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::no_shows::{self, Of};
use linli_db::{Connection, Slice};
use linli_domain::ids::NoShowId;
use linli_domain::no_shows::{Appeal, NoShow};
use linli_domain::roles::Principal;

use serde_json::{Value, json};

use super::json::{NewAppeal, NoShowJson};
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::problem::{Kind, Problem};

/// Appeal against a no-show
///
/// Once, by the resident, or by the desk in the resident's place. Somebody else than who marked it or filed the appeal
/// decides.
#[utoipa::path(
    tag = "no_shows",
    params(("id" = NoShowId, Path)),
    request_body = NewAppeal,
    responses((status = 200, body = NoShowJson)),
    extensions(
        ("x-roles" = json!(ResidentOrDesk::ALLOWED)),
        ("x-problems" = json!([Kind::AlreadyAppealed])),
    ),
)]
#[post("/no-shows/{id}/appeal")]
pub async fn appeal_no_show(
    by: By<ResidentOrDesk>,
    id: Path<NoShowId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, body: &NewAppeal| {
        Reply::ok(&appeal(connection, acting, &by.principal, (*id, body)).await?)
    });
    done.await
}

pub(crate) async fn appeal(
    connection: &mut Connection,
    acting: &Acting,
    who: &Principal,
    (id, new): (NoShowId, &NewAppeal),
) -> Result<NoShowJson, Problem> {
    let before = no_shows::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    if !who.may_act_for(before.resident) {
        return Err(Problem::of(Kind::Forbidden));
    }
    let acting = acting.clone().on_behalf_of(who.in_place_of(before.resident));
    let reason = new.reason.as_str().to_owned();
    let after = before.clone().appeal(Appeal { reason, at: acting.now, by: Some(who.user) })?;
    no_shows::update(connection, acting.community, &after).await?;
    acting.audit(connection, id, Change::changed("no_show.appeal", &facts(&before), &facts(&after))).await?;
    show(connection, &acting, id).await
}

/// What the audit log keeps: what it is about and where it stands, not what was written.
pub(super) fn facts(mark: &NoShow) -> Value {
    json!({
        "resident_id": mark.resident,
        "shift_id": mark.shift,
        "missed": mark.missed,
        "step": mark.step,
        "appealed_at": mark.appeal.as_ref().map(|appeal| appeal.at),
        "verdict": mark.decision.as_ref().map(|decision| decision.verdict),
    })
}

/// The mark as it stands, with what it is about.
pub(super) async fn show(
    connection: &mut Connection,
    acting: &Acting,
    id: NoShowId,
) -> Result<NoShowJson, Problem> {
    let one = Slice { after: None, limit: 1 };
    let found = no_shows::list(connection, acting.community, Of::These(&[id]), &one).await?.items.pop();
    found.map(NoShowJson::from).ok_or_else(|| Problem::unexpected("a mark for no shift"))
}
