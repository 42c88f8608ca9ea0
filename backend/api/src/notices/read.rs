//! `POST /notices/{id}/read`: taking note.

use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, post};
use linli_db::{Connection, notices};
use linli_domain::ids::NoticeId;
use serde_json::json;

use super::json::NoticeJson;
use crate::acting::{Acting, Change};
use crate::app::App;
use crate::auth::{By, ResidentOrDesk, Roles};
use crate::command::{Command, Reply};
use crate::input::Empty;
use crate::problem::Problem;

/// Mark a notice as read
///
/// By its resident, or by the desk that has told the resident. When it was read first counts.
#[utoipa::path(
    tag = "notices",
    params(("id" = NoticeId, Path)),
    responses((status = 200, body = NoticeJson)),
    extensions(("x-roles" = json!(ResidentOrDesk::ALLOWED))),
)]
#[post("/notices/{id}/read")]
pub async fn read_notice(
    by: By<ResidentOrDesk>,
    id: Path<NoticeId>,
    command: Command,
    app: Data<App>,
) -> Result<HttpResponse, Problem> {
    let done = command.run(&app, &by, async |connection, acting, _: &Empty| {
        Reply::ok(&read(connection, acting, &by, *id).await?)
    });
    done.await
}

async fn read(
    connection: &mut Connection,
    acting: &Acting,
    by: &By<ResidentOrDesk>,
    id: NoticeId,
) -> Result<NoticeJson, Problem> {
    let found = notices::lock(connection, acting.community, id).await?.ok_or_else(Problem::not_found)?;
    let resident = by.resident(Some(found.resident))?;
    let notice = found.read(acting.now);
    notices::update(connection, acting.community, &notice).await?;
    let acting = acting.clone().on_behalf_of(by.in_place_of(resident));
    acting.audit(connection, id, Change::made("notice.read", &json!({ "read_at": notice.read_at }))).await?;
    Ok(notice.into())
}
